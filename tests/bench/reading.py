"""How fast reading is, as ratios in one run on one core: against a plain regular expression, and as texts get longer.

Ratios hold where digits move from machine to machine. Growth is the time for four times the text: 4 is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.reading.reader import Reader
from tests.bench import adversarial, memory
from tests.bench.adversarial import stretched
from tests.bench.measuring import Work, ratio, rounds, seconds
from tests.bench.recognisers import microsoft

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "data" / "reports"
LEXICON = ROOT / "data" / "lexicon"

UNITS = (
    "人次|场次|期次|件次|宗|件|起|次|场|期|人|名|位|户|家|个|项|类|级|份|篇|条|部|册|套|张|台|所|处|间|"
    "万元|亿元|元|%|个百分点|倍|个月|年|天|小时|米"
)
PLAIN = re.compile(
    r"(?P<before>约|近|超过|超|逾|不足|不到|至少)?\s*(?P<number>\d+(?:,\d{3})*(?:\.\d+)?|[零一二三四五六七八九十百千两]+)"
    rf"(?P<more>余|多)?(?P<scale>[十百千万亿]+)?(?:余|多)?\s*(?P<unit>{UNITS})(?P<after>以上|以下|以内|左右)?"
)
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

ROUNDS, GROWTH_ROUNDS = 15, 3
SHORT, TIMES = 10_000, 4

ADVERSARIAL = (
    "办理案件12件,", "(3件)", "的3件", "“1", "1万", "一是学习1次。", "a | 1 | 2\n", "其中审结121宗、同比增长20%，",
    "1", "1,", "1+", "1/2", " 1", "123 456 ", "\n123 456", "3至5、", "1.", "2024年", "一二三四", "组织开展",
    "《办法》、", "全市", "自来以", "、工作等", "法律顾问", "一、存在问题\n", "截至2024年6月底,办理1件;…办理案件12件,",
)  # fmt: skip


def plain_numbers(text: str) -> list[tuple[int, int, float, str]]:
    """What a plain regular expression finds: spans, values, units."""
    found = []
    for match in PLAIN.finditer(text):
        digits = match["number"]
        value = float(digits.replace(",", "")) if digits[0].isdigit() else 0.0
        for scale in match["scale"] or "":
            value *= SCALES[scale]
        found.append((match.start(), match.end(), value, match["unit"]))
    return found


def growth(reader: Reader) -> dict[str, float]:
    """How many times as long four times the text takes, by the piece that is repeated; the short text is read four
    times as well, so that both take about as long and noise meets both alike."""

    def whole(text: str) -> object:
        return reader.mentions(text, year=2024)

    found = {}
    for piece in ADVERSARIAL:
        short, long = [stretched(piece, SHORT)] * TIMES, [stretched(piece, SHORT * TIMES)]
        found[piece] = TIMES * median(seconds(whole, long) / seconds(whole, short) for _ in range(GROWTH_ROUNDS))
    return found


def speed(reader: Reader, texts: Sequence[str]) -> str:
    """Two lines for people: finding numbers and the whole reading against the plain expression and the recogniser."""
    works: dict[str, Work] = {
        "plain": plain_numbers,
        "numbers": reader.numerals,
        "whole": lambda text: reader.mentions(text, year=2024),
    }
    if recogniser := microsoft():
        works["recogniser"] = recogniser
    taken = rounds(works, texts, ROUNDS)
    against = f"{ratio(taken, 'recogniser', 'whole'):.2f} times as fast as" if recogniser else "not compared with"
    return (
        f"reading: numbers at {ratio(taken, 'plain', 'numbers'):.2f} of a plain expression (goal: at least 0.4), "
        f"everything at {ratio(taken, 'plain', 'whole'):.3f} (goal: at least 0.03)\n"
        f"reading: everything {against} Microsoft's recogniser, which finds numbers only (goal: at least 2)"
        + ("" if recogniser else "; it is not installed: make bench does that where a package index is reached")
    )


def report() -> str:
    """Lines for people: speed, growth, memory, and hostile text last, since what it frees would hide a leak."""
    reader = Reader.load(LEXICON)
    texts = [path.read_text(encoding="utf-8") for path in sorted(REPORTS.glob("*.txt"))]
    grown = growth(reader)
    steepest = max(grown, key=lambda piece: grown[piece])
    return "\n".join(
        (
            speed(reader, texts),
            f"reading: four times the text takes at most {grown[steepest]:.1f} times as long (of {steepest!r})",
            memory.report(reader, texts),
            adversarial.report(reader, texts),
        )
    )
