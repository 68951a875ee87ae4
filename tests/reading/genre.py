"""Text as reports have it, for properties: sentences of their shapes with other numbers in them, and single numbers."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

_HERE = Path(__file__).parent
_RUN = re.compile(r"(?<![\d.,，．])\d{1,4}(?![\d.,，．年月日])")
_NUMERALS, _PLACES = "零一二三四五六七八九", ("", "十", "百", "千")


def _texts(name: str) -> list[str]:
    cases = tomllib.loads((_HERE / name).read_text(encoding="utf-8"))["case"]
    return [case["text"] for case in cases]


SENTENCES = [*_texts("sentences.toml"), *_texts("numbers.toml")]
_REPORTS = Path(__file__).resolve().parents[2] / "data" / "reports"
CLAUSES = [
    clause
    for text in [*SENTENCES, *(report.read_text(encoding="utf-8") for report in sorted(_REPORTS.glob("*.txt")))]
    for clause in re.split(r"(?<=[,，、;；:：。)）\n])", text)
    if clause
]
"""What stands between two marks, the mark behind it included."""


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One or two sentences of the genre, each plain count in them another number."""
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2))
    return _RUN.sub(lambda run: str(draw(st.integers(0, 9999))), "".join(chosen))


@st.composite
def splices(draw: st.DrawFn) -> str:
    """Clauses of different sentences one behind the other, each with up to three characters lost: every rule meets
    beginnings and ends that it was not made for."""

    def torn(clause: str) -> str:
        lost = draw(st.integers(0, len(clause)))
        return clause[:lost] + clause[lost + draw(st.integers(0, 3)) :]

    return "".join(map(torn, draw(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=8))))


def in_words(number: int) -> str:
    """A number from 1 to 99999 as it is read aloud: 一千零五, 十二, 三万零二十."""
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        zero = "零" if 0 < low < 10**3 else ""
        return in_words(high) + "万" + (zero + in_words(low) if low else "")
    words, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + _NUMERALS[digit] + _PLACES[place]
            gap = False
        else:
            gap = bool(words)
    return words.removeprefix("一") if 10 <= number < 20 else words


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, float]:
    """A number in one of the ways that reports write it, with its worth, which is no work of the reader's."""
    match draw(st.integers(0, 5)):
        case 0:
            value = draw(st.integers(0, 10**7))
            return str(value), float(value)
        case 1:
            value = draw(st.integers(1000, 10**9))
            return f"{value:,}", float(value)
        case 2:
            digits = draw(st.decimals(Decimal("0.01"), Decimal("9999.99"), places=2))
            scale, worth = draw(st.sampled_from([("万", 10**4), ("亿", 10**8), ("千万", 10**7), ("", 1)]))
            return f"{digits}{scale}", float(digits * worth)
        case 3:
            value = draw(st.integers(2, 99999))
            return in_words(value), float(value)
        case 4:
            high, low = draw(st.integers(1, 999)), draw(st.integers(1, 9999))
            return f"{high}亿{low}万", float(high * 10**8 + low * 10**4)
        case _:
            value = draw(st.integers(1, 999))
            return f"{value} ", float(value)
