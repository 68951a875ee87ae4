"""Places told one after the other, each with its number and without 市 or 县: 西山90人、东江62人."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from bot.reading.clauses import Span
from bot.words.places import Places

_NAMED = re.compile(
    r"(?:^|(?<=[,;、(:。\n是为]))(?:其中)?((?!其中)(?:(?![是为])[\u4e00-\u9fff]){2,5})\(?(?=\d)", re.MULTILINE
)
_SAYS_MORE = re.compile("[,、( ]*(?:占|比|较|同比|环比|增|减|上升|下降)")
_FEWEST, _APART = 2, 60


def names_of_places(directory: Path) -> frozenset[str]:
    """Short names of divisions from data/places/, without those that are words. Raises DataError."""
    places = Places.load(directory)
    names = {region.short for region in places.by_code.values() if region.short != region.own}
    return frozenset(names - places.plain_words)


def rows_of(text: str, names: frozenset[str]) -> Mapping[int, Span]:
    """The names of places in an aligned text that stand in a row of at least two, by where their numbers start."""
    found = [(match.end(), match.span(1)) for match in _NAMED.finditer(text) if match[1] in names]
    rows: dict[int, Span] = {}
    row = 0
    numbered = []
    for before, here in zip([None, *found], found, strict=False):
        row += before is None or here[0] - before[0] > _APART
        numbered.append((row, here))
    for _, members in groupby(numbered, key=lambda member: member[0]):
        places = [place for _, place in members]
        if len({text[slice(*name)] for _, name in places}) >= _FEWEST:
            rows.update(places)
    return rows


def says_more(text: str, at: int) -> bool:
    """Whether the words there say more of the place counted right before, its share or its change: 西山90人,占3%."""
    return _SAYS_MORE.match(text, at) is not None
