"""Which places and years a message asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bot.asking.understanding.cutting.segmentation import Token, is_part, names_kind
from bot.asking.understanding.framing.innermost import in_named, innermost
from bot.model import Asked, Choice, Missing, MissingKind, Region, Report
from bot.words.places import Places
from bot.words.questions import Role

_FROM_NEWEST = {Role.BEFORE_LAST: -1, Role.LAST: 0, Role.THIS: 0, Role.NEXT: 1}
_KINDS_OF_PLACES = frozenset({"省", "市", "区", "县", "州"})
_NEW_AREA, _TOLD = "新区", 12
_OTHER_KINDS = frozenset({"市", "县", _NEW_AREA})
_YEAR_WITHIN = re.compile(r"\d*(?:19|20)\d\d\d+|\d+(?:19|20)\d\d")
_OF, _THAN = "的", "比"
_CALLED = frozenset({"年", "年度", "年份", "年的"})
_UNKNOWN_PLACE = re.compile("^[\u3400-\u9fff]{2,5}(?:省|市|区|县|自治州)$")
_NO_PLACE = re.compile("(?:社|园|小|辖|景|校|地|片|市|城|街|战|特|专|灾|营)区$|(?:城|门|超|夜|集|开|股)市$")
_GOES_ON = re.compile("市[场民容政价值面售]|区[域别间块]|县[城域]|州[际]|省[份]")
"""What no name of a place ends with: 二手车市|场."""


@dataclass(frozen=True, slots=True)
class AskedPlaces:
    """The places with their years, the years for all of them, what is unknown, and what must be asked first."""

    asked: tuple[Asked, ...] = ()
    years: tuple[int, ...] = ()
    missing: tuple[Missing, ...] = ()
    choices: tuple[Choice, ...] = ()
    notes: tuple[str, ...] = ()


class Gazetteer:
    """Decides which place a name stands for, given the places that have reports."""

    def __init__(self, places: Places, reports: Sequence[Report]) -> None:
        self._places = places
        self._years: dict[str, list[int]] = {}
        for report in reports:
            self._years.setdefault(report.adcode, []).append(report.year)

    @property
    def reported(self) -> list[Region]:
        """The places that have reports."""
        return [region for code in self._years if (region := self._places.get(code))]

    def reports(self, region: Region) -> bool:
        """Whether there is any report of the place."""
        return region.adcode in self._years

    def has(self, region: Region, year: int) -> bool:
        """Whether there is a report of the place for the year."""
        return year in self._years.get(region.adcode, ())

    def contains(self, outer: Region, inner: Region) -> bool:
        """Whether a place is or lies in another."""
        return self._places.contains(outer, inner)

    def newest(self, regions: Iterable[Region]) -> int | None:
        """The newest report year of some places, of all where they are none or have no report."""
        years = [year for region in regions for year in self._years.get(region.adcode, ())]
        return max(years or [year for held in self._years.values() for year in held], default=None)

    def choose(self, candidates: Sequence[Region], home: Region | None) -> tuple[Region, ...]:
        """The one place that a name stands for, or all that it may: reports decide first, then the chat's home."""
        if len(candidates) < 2:
            return tuple(candidates)
        with_report = [region for region in candidates if region.adcode in self._years]
        left = with_report or list(candidates)
        if len(left) > 1 and home:
            left = self._near(left, home) or left
        if len(left) > 1:
            outer = [o for o in left if not o.parent or all(self._places.contains(o, region) for region in left)]
            left = outer[:1] or left
        return tuple(left)

    def _near(self, candidates: Sequence[Region], home: Region) -> list[Region]:
        """Those that are the chat's home, lie in it or around it, or share its city or province, the closest first."""
        for around in (home, *self._places.ancestors(home)):
            near = [region for region in candidates if self._places.contains(around, region)]
            if near:
                return near
        return [region for region in candidates if self._places.contains(region, home)]


def places_of(
    tokens: Sequence[Token],
    text: str,
    prefix: str,
    gazetteer: Gazetteer,
    home: Region | None,
    before: Sequence[Region] = (),
) -> AskedPlaces:
    """The places of a message (its command, `prefix`, apart) in its order, each with the year right behind it.

    去年 and the like are counted from the reports of these places, of those asked about `before` where there are none.
    """
    found, missing = _named(tokens, text, gazetteer, home)
    clear = innermost(tokens, [(token, held[0]) for token, held in found if len(held) == 1], prefix, gazetteer)
    unclear = [(token, held) for token, held in found if len(held) > 1]
    empty = [(token, held) for token, held in unclear if not any(map(gazetteer.reports, held))]
    names = dict.fromkeys(token.text for token, _ in empty)
    missing += [Missing(name, MissingKind.REGION, f"叫“{name}”的地方目前都没有报告") for name in names]
    # Whichever is meant, nothing is told of it, and what is told of the other places need not wait.
    unclear = [one for one in unclear if one not in empty] if clear else unclear
    choices = _choices(text, prefix, *unclear[0]) if unclear else ()
    regions = list(dict.fromkeys(region for _, region in clear)) or before
    years = _years(tokens, gazetteer, regions)
    asked = _bound(tokens, clear, years, gazetteer)
    notes = (
        *_taken_for(clear),
        *_other_kinds(tokens, found),
        *_narrow_years(tokens, clear, asked),
        *_calendar_notes(tokens, gazetteer.newest(regions)),
        *_no_years(tokens),
    )
    bound = {one.year for one in asked}
    return AskedPlaces(asked, tuple(year for year in years if year not in bound), tuple(missing), choices, notes)


def _named(
    tokens: Sequence[Token], text: str, gazetteer: Gazetteer, home: Region | None
) -> tuple[list[tuple[Token, tuple[Region, ...]]], list[Missing]]:
    """The names of places with what each may stand for, and the names that are made like a place's and are none's."""
    found: list[tuple[Token, tuple[Region, ...]]] = []
    missing: list[Missing] = []
    for token, behind in zip_longest(tokens, tokens[1:]):
        strange = ""
        if token.places and not is_part(token, behind):
            meant = gazetteer.choose(token.places, home)
            strange = token.text + _NEW_AREA if _is_new_area(behind, token) and not meant[0].own.endswith("区") else ""
            found += [] if strange else [(token, meant)]
        else:
            strange = _unknown_place(token, behind, text)
        missing += [Missing(strange, MissingKind.REGION, f"没有叫“{strange}”的地方的报告")] if strange else []
    return in_named(found, gazetteer), missing


def _taken_for(clear: Sequence[tuple[Token, Region]]) -> tuple[str, ...]:
    """Which of several places a name was taken for, or which one it only hints at."""
    return tuple(
        f"按{region.name}理解“{token.text}”"
        for token, region in clear
        if len(token.places) > 1 or not (token.heard or region.short in token.text)
    )


def _is_new_area(behind: Token | None, token: Token) -> bool:
    """Whether a place runs into 新区: an earlier name of a district, but only a part of a city."""
    return behind is not None and behind.text == _NEW_AREA and behind.start == token.end


def _other_kinds(tokens: Sequence[Token], found: Sequence[tuple[Token, tuple[Region, ...]]]) -> tuple[str, ...]:
    """Places that were said with another kind than their own: 光明县, and 光明新区 as it once was."""
    notes = []
    for token, regions in found:
        behind = next((other for other in tokens if other.start == token.end), None)
        if len(regions) == 1 and behind and behind.text in _OTHER_KINDS and not names_kind(token):
            notes.append(f"按{regions[0].name}理解“{token.text}{behind.text}”")
    return tuple(notes)


def _calendar_notes(tokens: Sequence[Token], newest: int | None) -> tuple[str, ...]:
    """Which year a word of the calendar was taken for: not today's calendar, but the newest report's."""
    if newest is None:
        return ()
    return tuple(
        f"按{newest + distance}年理解“{token.text}”（最新报告是{newest}年的）"
        for token in tokens
        for role, distance in _FROM_NEWEST.items()
        if role in token.roles
    )


def _no_years(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Digits with a year among them, or before 年, which stand for none: 12024, 9999年."""
    found = []
    for token, behind in zip_longest(tokens, tokens[1:]):
        called = behind is not None and behind.text in _CALLED and token.text.isdecimal() and len(token.text) > 2
        if _YEAR_WITHIN.fullmatch(token.text) or (called and not token.years):
            short = token.text if len(token.text) <= _TOLD else f"{token.text[:_TOLD]}…"
            found.append(f"“{short}”不是年份，没有按年份查")
    return tuple(found)


def _unknown_place(token: Token, behind: Token | None, text: str) -> str:
    """A name made like a place's that no place has, with the 市 or 区 that stands behind it; else nothing."""
    if not token.unknown:
        return ""
    kind = behind.text if behind and not behind.gap and behind.text in _KINDS_OF_PLACES else ""
    name = token.text + kind
    no_place = _NO_PLACE.search(name) or _GOES_ON.match(text, token.start + len(name) - 1)
    return name if _UNKNOWN_PLACE.match(name) and not no_place else ""


def _choices(text: str, prefix: str, token: Token, regions: Sequence[Region]) -> tuple[Choice, ...]:
    """The message again, with each full name in place of the unclear one."""
    before, after = text[: token.start], text[token.end :]
    return tuple(Choice(region.name, f"{prefix}{before}{region.name}{after}") for region in regions)


def _years(tokens: Sequence[Token], gazetteer: Gazetteer, regions: Sequence[Region]) -> tuple[int, ...]:
    """Every year that is named; 去年, 前年 and 明年 are counted from the newest report."""
    years: dict[int, None] = {}
    newest = gazetteer.newest(regions)
    for token in tokens:
        for year in token.years:
            years.setdefault(year)
        for role, distance in _FROM_NEWEST.items():
            if newest and role in token.roles:
                years.setdefault(newest + distance)
    return tuple(years)


def _bound(
    tokens: Sequence[Token], places: Sequence[tuple[Token, Region]], years: Sequence[int], gazetteer: Gazetteer
) -> tuple[Asked, ...]:
    """光明2020 光明2024: of several years, one right behind a place belongs to it; a single year belongs to all that
    may have it."""
    behind = {}
    for at, token in enumerate(tokens[:-1]):
        following = tokens[at + 1]
        if token.places and following.years:
            behind[token] = following.years
        elif token.places and following.gap and not following.text.strip() and at + 2 < len(tokens):
            behind[token] = tokens[at + 2].years if len(years) > 1 else ()
    of_year = _of_year(tokens)
    behind |= of_year
    several = len(places) > 1 and len(years) > 1
    asked: dict[Asked, None] = {}
    for token, region in places:
        own = behind.get(token, ())
        # 光明和东莞2022年: a year with its word behind the last place is said of all.
        closing = (token, region) == places[-1] and not (_digits_behind(tokens, token) or _is_compared(tokens, token))
        alone = (
            token in of_year
            or _is_one_word(tokens, token)
            or (not closing and _has_alone(region, own, places, gazetteer))
        )
        for year in own if own and len(places) > 1 and (several or alone) else (None,):
            asked.setdefault(Asked(region, year))
    return tuple(asked)


def _is_compared(tokens: Sequence[Token], place: Token) -> bool:
    """Whether a place with its year is what others are set against: 廉江跟光明2020年|比."""
    at = tokens.index(place)
    behind = [token for token in tokens[at + 1 : at + 4] if not token.years]
    return bool(tokens[at + 1 : at + 2]) and bool(tokens[at + 1].years) and bool(behind) and behind[0].text == _THAN


def _of_year(tokens: Sequence[Token]) -> dict[Token, tuple[int, ...]]:
    """Places that are set against another by their year: 2020年|的|光明 in 廉江跟2020年的光明比."""
    found, before = {}, False
    for year, of, place in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before and year.years and of.text == _OF and place.places:
            found[place] = year.years
        before |= bool(year.places)
    return found


def _narrow_years(
    tokens: Sequence[Token], places: Sequence[tuple[Token, Region]], asked: Sequence[Asked]
) -> tuple[str, ...]:
    """That a year, not set apart with its place, was taken for that place's alone."""
    open_ = "、".join(one.region.own for one in asked if one.year is None)
    given = {one.region: one.year for one in asked if one.year is not None}
    return tuple(
        f"{given[region]}年只算{region.own}的，{open_}用最新的报告"
        for token, region in places
        if open_ and region in given and not _is_one_word(tokens, token)
    )


def _has_alone(
    region: Region, years: Sequence[int], places: Sequence[tuple[Token, Region]], gazetteer: Gazetteer
) -> bool:
    """东莞和光明2020, of which only 光明 has reported on 2020: nobody asks the other for a year that it lacks."""
    if len(years) != 1 or not gazetteer.has(region, years[0]):
        return False
    return any(gazetteer.reports(other) and not gazetteer.has(other, years[0]) for _, other in places)


def _is_one_word(tokens: Sequence[Token], place: Token) -> bool:
    """光明2020 set apart is one place in one year, the other places' year is open; 光明、廉江2024年 is not."""
    at = tokens.index(place)
    before, behind = tokens[at - 1] if at else None, tokens[at + 2 : at + 3]
    apart = all(token is None or (token.gap and not token.text.strip()) for token in (before, *behind))
    return apart and _digits_behind(tokens, place)


def _digits_behind(tokens: Sequence[Token], place: Token) -> bool:
    """光明2020, and not 光明2020年."""
    behind = tokens[tokens.index(place) + 1 :][:1]
    return bool(behind) and behind[0].text.isdecimal()
