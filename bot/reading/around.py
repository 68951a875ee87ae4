"""What stands around a figure that may say when it was: the words on both sides, the years named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Modality
from bot.reading.measures.local import Local
from bot.reading.page import Place

YEAR = re.compile(r"(2(?<![较比与同].)0\d{2}) ?年")
"""A year that nothing is compared with. What stands before it is asked second: so a search can skip to each 2."""
_TITLE = re.compile("《[^《》]{1,80}》")
_BEFORE_A_YEAR = re.compile(r"\d{4} ?年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以前|之前|以来|至今|来(?![信访电自]))")
"""What came about before a year or since may be counted in the report's: 对2016年以前制定的48件进行清理."""
_YEAR_ALONE = re.compile(r",(20\d{2}) ?年度?,$")
"""A year that stands alone between commas opens what follows: 排名逐年上升,2022年,位列第二."""
FAR, SOON = 300, 40
"""How far back what is named in a clause holds, and how far on a figure's own words reach."""


@dataclass(frozen=True, slots=True)
class When:
    """The year that a figure is about, and whether it was achieved, promised or quoted from before."""

    period: int
    modality: Modality


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a figure: the words of its segment on both sides, the years named before it in its clause,
    those named even in titles, the year that opens its segment, clause or sentence, and what follows in its clause."""

    left: str
    right: str
    rest: str
    named: list[int]
    told: list[int]
    opening: int | None

    def names_a_year(self) -> bool:
        """Whether the words before the figure in its segment name a year that it may be of."""
        return bool(YEAR.search(_BEFORE_A_YEAR.sub("", _TITLE.sub("", self.left))))


def around_of(text: str, place: Place, local: Local) -> Around:
    """What stands around a figure."""
    start, end, clause = local.numeral.start, local.numeral.end, place.clause
    before = text[max(clause[0], start - FAR) : start]
    alone = _YEAR_ALONE.search(text, max(clause[0], start - FAR), max(clause[0], local.segment[0]))
    return Around(
        text[max(local.segment[0], clause[0], start - FAR) : start],
        text[end : min(local.segment[1], end + FAR)],
        text[end : min(clause[1], end + SOON)],
        [int(year) for year in YEAR.findall(_BEFORE_A_YEAR.sub("", _TITLE.sub("", before)))],
        [int(year) for year in YEAR.findall(before)],
        int(alone[1]) if alone else place.opening_year,
    )
