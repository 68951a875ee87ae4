"""Ten megabytes of text that nobody would write: no regular expression explodes, and memory stays in bounds.

Each kind is one long text. What reading it takes a character is compared with reports, which are dense with figures
themselves; quadratic work would show as hundreds of times as much.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.reader import Reader
from tests.bench.measuring import seconds
from tests.bench.memory import peak_megabytes

TOTAL = 10 * 1024 * 1024
"""Bytes of UTF-8 in all."""
GOAL = 20.0
"""How many times as long as a character of a report one may take."""

ONCE = "…"
"""Stands in a kind behind what is written once, before what is repeated."""

KINDS = {
    "digits only": "7",
    "digits and commas": "1,",
    "groups of three": "1,234,",
    "groups parted by blanks": "123 456 ",
    "groups at the start of lines": "123 456\n",
    "brackets opened": "(",
    "brackets nested": "((3件)",
    "one line of figures": "办理案件12件、",
    "one clause without marks": "办理案件12件组织学习3次",
    "no punctuation at all": "全市共办理各类案件若干",
    "scales": "万",
    "numerals in words": "一二三四五六七八九十",
    "chains of 同比": "同比增长20%,较去年下降3.5个百分点,",
    "ranges": "3至5-8~10",
    "ratios and times": "1:2:3:",
    "sums of names": "1+6+31+N",
    "quotations opened": "“1",
    "quotations nested": "“《“1件”》”",
    "titles": "《办法》、",
    "rows of a table": "类别 | 1 | 2件 |\n",
    "cells of one row": "1 | ",
    "lines of one digit": "1\n",
    "list numbers": "1.(2)3、",
    "headings": "一、存在问题\n",
    "items": "一是学习1次。",
    "cut-offs": "截至自今年以来",
    "a clause behind a cut-off": f"截至2024年6月底,办理1件;{ONCE}办理案件12件,",
    "dates": "2024年1月1日至",
    "references": "〔2024〕1号",
    "addresses": "http://a.b/1?2=3&",
    "blanks": " ",
    "topic words": "行政复议法律援助社区矫正",
    "verbs": "办理受理审结组织开展",
    "places": "全市全县全区",
}


def stretched(piece: str, length: int) -> str:
    """A piece repeated to a length, behind its beginning that stands there once."""
    once, _, repeated = piece.rpartition(ONCE)
    return (once + repeated * (length // len(repeated) + 1))[:length]


def texts() -> dict[str, str]:
    """The kinds, each of the same number of bytes, ten megabytes together."""
    size = TOTAL // len(KINDS)
    return {kind: stretched(piece, size * len(piece) // len(piece.encode())) for kind, piece in KINDS.items()}


def report(reader: Reader, reports: Sequence[str]) -> str:
    """Lines for people: the slowest kinds against reports, by the character, and the memory that the whole took."""

    def whole(text: str) -> object:
        return reader.mentions(text, year=2024)

    seconds(whole, reports)
    ordinary = min(seconds(whole, reports) for _ in range(3)) / sum(map(len, reports))
    before = peak_megabytes()
    slow = {kind: seconds(whole, [text]) / len(text) / ordinary for kind, text in texts().items()}
    worst = sorted(slow, key=lambda kind: slow[kind], reverse=True)[:3]
    named = ", ".join(f"{kind} {slow[kind]:.1f}" for kind in worst)
    each = TOTAL / len(KINDS) / 2**20
    return (
        f"adversarial: {TOTAL / 2**20:.0f} MB of {len(KINDS)} kinds, a character takes at most {slow[worst[0]]:.1f} "
        f"times as long as one of a report (goal: at most {GOAL:.0f}); slowest: {named}\n"
        f"adversarial: {peak_megabytes() - before:.0f} MB more at the peak, for texts of {each:.2f} MB"
    )
