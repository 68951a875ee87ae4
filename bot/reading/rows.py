"""Places and offices told one after the other, each with its number: 西山90人、东江62人, 东河镇12件、石桥镇8件."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from bot.reading.clauses import Span
from bot.reading.vocabulary.phrasewords import Phrases
from bot.words.places import Places

_NUMBERED = re.compile(r"[\u4e00-\u9fff]\(?(?=\d)")
_OPENS = ("", *",;、(:。\n是为")
_WHICH, _SHORTEST, _LONGEST = "其中", 2, 5
_SAYS_MORE = re.compile("[,、( ]*(?:占|比|较|同比|环比|增|减|上升|下降)")
_FEWEST, _APART = 2, 60
_ALIKE = (
    ("街道", "镇", "乡", "苏木"),
    ("区", "县", "市", "旗"),
    ("局",),
    ("所",),
    ("院",),
    ("处",),
    ("队",),
    ("村", "社区"),
    ("本级", "省级", "市级", "县级", "区级"),
)
"""What names of one kind end with."""
_KINDS_NAMED = tuple(kind for kinds in _ALIKE for kind in kinds)
_SISTER = re.compile(
    r"\d[余多万]{0,2}[^\d、,。;:]{1,3}[、和]([\u4e00-\u9fff]{1,8}?(?:街道|[镇乡区县市旗局所院处队村]|苏木|社区|[省市县区]级))[^\d、,。;:]{0,6}$"
)
_NEXT = re.compile(r"\d[\d.,]*([^\d、,。;:]{1,3})[、和]([\u4e00-\u9fff]{2,8})$")
_COUNTED = re.compile(r"\d[\d.,]*([^\d、,。;:]{1,3})")
"""An item of a row whose owner stands right before its number: 县水利局9件、东河镇3件."""
_SISTERS = 24
"""How far before a number its own name and the figure before may stand."""
_NUMERAL = re.compile(r"\d")
_NAME = "(?![各全本我该其在于])(?:(?![的以和及与、])[\u4e00-\u9fff]){2,5}?(?:自治[县州旗]|街道|[市县区镇乡州旗])"
_BEFORE_BRACKET = re.compile(f"(?<![^、和及与在于为是有:,中])({_NAME})$")
_ITEM_BEFORE = re.compile(f"(?<![^、和及与在于为是有:,中])({_NAME})\\([^()]{{2,16}}\\)[、和及与,]{{1,2}}$")
_LEADS_TO = re.compile("(?:主要|大多|多|仍|均|都|分别)?(?:(?:集中|分布|发生|出现|来自)[在于]|[为是有在:])$|其中,?$")
"""What leads to a row of places with their figures in brackets."""
_LONGEST_NAME, _LEADING = 12, 60


def names_of_places(directory: Path) -> frozenset[str]:
    """Short names of divisions from data/places/, without those that are words. Raises DataError."""
    places = Places.load(directory)
    names = {region.short for region in places.by_code.values() if region.short != region.own}
    return frozenset(names - places.plain_words)


def rows_of(text: str, names: frozenset[str]) -> Mapping[int, Span]:
    """The names of places in an aligned text that stand in a row of at least two, by where their numbers start."""
    found = [
        (match.end(), name) for match in _NUMBERED.finditer(text) if (name := _name_at(text, match.start(), names))
    ]
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


def _name_at(text: str, last: int, names: frozenset[str]) -> Span | None:
    """The name whose last character stands there, behind the mark or the verb that it is told after."""
    for length in range(_SHORTEST, _LONGEST + 1):
        start = last + 1 - length
        if start >= 0 and text[start : last + 1] in names:
            before = start - len(_WHICH) if text.endswith(_WHICH, 0, start) else start
            if text[max(0, before - 1) : before] in _OPENS:
                return start, last + 1
    return None


def says_more(text: str, at: int) -> bool:
    """Whether the words there say more of the place counted right before, its share or its change: 西山90人,占3%."""
    return _SAYS_MORE.match(text, at) is not None


def sister_of(text: str, owner: Span, number: int, phrases: Phrases) -> Span | None:
    """石桥镇 of 东河镇12件、石桥镇8件: who is named in front of a number like the owner of the figure before."""
    if owner[1] > number:
        return None
    if item := _next_item(text, owner[1], number):
        return item
    kind = next((kind for kind in _ALIKE if text.endswith(kind, *owner)), ())
    named = _SISTER.search(text, max(owner[1], number - _SISTERS), number) if kind else None
    if not named or not named[1].endswith(kind) or phrases.verb.match(named[1]):
        return None
    counted = _NUMERAL.split(text[owner[1] : named.start(1)])[0]
    if counted.endswith(_KINDS_NAMED):  # 东河镇建成示范村12个、示范镇8个
        return None
    return named.span(1)


def _next_item(text: str, end: int, number: int) -> Span | None:
    """Who is named right before a number, where the owner that ends at `end` has one of the same unit right behind it:
    县水利局9件、东河镇3件."""
    item = _NEXT.fullmatch(text, end, number) if number - end <= _SISTERS else None
    counted = _COUNTED.match(text, number) if item else None
    return (
        item.span(2) if item and counted and counted[1][:1] == item[1][:1] and item[2].endswith(_KINDS_NAMED) else None
    )


def in_brackets(text: str, opening: int) -> tuple[Span, Span] | None:
    """The place that has its figure in the brackets that open there, one of a row of such places, and the words that
    lead to the row: |未出庭的集中在|东河县(9件)和|西山县|(5件); None for others."""
    place = _BEFORE_BRACKET.search(text, max(0, opening - _LONGEST_NAME), opening)
    if not place:
        return None
    first = place.start(1)
    while before := _ITEM_BEFORE.search(text, max(0, first - _LONGEST_NAME - _LONGEST_NAME), first):
        first = before.start(1)
    low = max(0, first - _LEADING)
    leading = _LEADS_TO.search(text, low, first)
    if not leading:
        return None
    begin = max(text.rfind(mark, low, leading.start()) for mark in ",;。:\n") + 1
    return place.span(1), (max(begin, low), leading.start())
