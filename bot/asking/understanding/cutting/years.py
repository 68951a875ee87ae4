"""Years in messages: 2024, 2024年度, 24年, 二〇二四年, 二四年, 2020-2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CHINESE = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_HAN = "零〇○一二三四五六七八九十百千万"
_HAN_YEAR = "[二][零〇○][零〇○一二三四五六七八九]{2}"
_ONE = rf"(?:(?:19|20)\d\d|{_HAN_YEAR})"
_END = "(?:年度|年份|年)?"
_UNIT = "(?:[件宗元亿份]|万(?!人(?!次|民币))|人次|场次)"
"""2041件 is no year; 2023万人律师 names one, and the rate of lawyers for each ten thousand people."""
_YEARS = re.compile(
    rf"(?<![\d.])(?P<first>{_ONE}){_END}\s?(?:[-–—~至到])\s?(?P<last>{_ONE}){_END}(?![\d.])"
    rf"|(?<![\d.])(?P<one>{_ONE})(?:年度|年份|年|(?!{_UNIT}))(?!\.?\d)"
    rf"|(?<![\d.])(?P<short>[0-3]\d)(?:年度|年)(?!前|内|来|以|里)"
    # 一二年 is a year or two; so is 二三年 behind 这 and the like.
    rf"|(?<![{_HAN}这近过前后来第])(?P<said>(?:[零〇○二]|一(?!二年))[{_HAN[:12]}])(?:年度|年)(?!前|内|来|以|里|多|级|期|制(?!定|作))"
)
_MOST = 30


@dataclass(frozen=True, slots=True)
class SaidYears:
    """The years that a span of a message names, in order."""

    start: int
    end: int
    years: tuple[int, ...]


def find(text: str) -> Iterator[SaidYears]:
    """Every span of a folded message that names years; a range names each of its years."""
    for said in _YEARS.finditer(text):
        if said["short"]:
            yield SaidYears(said.start(), said.end(), (2000 + _number(said["short"]),))
        elif said["said"]:
            yield SaidYears(said.start(), said.end(), (2000 + _number(said["said"]),))
        elif said["one"]:
            yield SaidYears(said.start(), said.end(), (_number(said["one"]),))
        else:
            first, last = sorted((_number(said["first"]), _number(said["last"])))
            span = range(first, last + 1)
            yield SaidYears(said.start(), said.end(), tuple(span) if len(span) <= _MOST else (first, last))


def _number(said: str) -> int:
    return int("".join(_CHINESE.get(character, character) for character in said))
