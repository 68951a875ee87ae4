"""What a message leaves unsaid because the answer that it follows up on says it: 那廉江呢, 2020年呢, 来源, 图."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.model import Asked, Intent, Modality, Query, Region
from bot.words.questions import Role

_SHOWING = (Intent.FACT, Intent.COMPARE, Intent.TREND, Intent.RANK, Intent.LIST)

_OF_CALENDAR = frozenset({Role.LAST, Role.BEFORE_LAST, Role.THIS, Role.NEXT})
_OF_PEOPLE = frozenset({"人次", "名次", "人", "名", "位"})
_CAME = frozenset(
    {
        "听",
        "听了",
        "听过",
        "去听",
        "来听",
        "跑去听",
        "过来听",
        "听课",
        "来听课",
        "去听课",
        "听讲",
        "来上课",
        "到场",
        "到场参加",
    }
)
"""What those did who came to what was held."""
_BY_HOW_MUCH = re.compile(
    "(?:那么?|到底|究竟|具体)?(?:[高低多少大小]出?|相?差了?|差距有?|领先|落后)(?:多少|多大|几)(?:倍|个?(?:百分)?点|[件宗个人家名次场])?[呢啊呀]?"
)
"""What behind a comparison asks for nothing but its differences, which it shows."""
_RATE = re.compile("[\u3400-\u9fff]{2}率$")
"""What makes a rate of a name: how many people is asked of 学法考试, not of 学法考试优秀率."""


class Library(Protocol):
    """Knows which places have reports, and of which years."""

    def reports(self, region: Region) -> bool:
        """Whether there is any report of the place."""
        ...

    def has(self, region: Region, year: int) -> bool:
        """Whether there is a report of the place for the year."""
        ...

    def newest(self, regions: Iterable[Region]) -> int | None:
        """The newest report year of some places, of all where they are none or have no report."""
        ...


def of_who_came(query: Query) -> Query:
    """The query without the words for coming: 多少人次听了 asks for the people of what was answered before."""
    known = query.topics or query.indicators or not (query.words and query.units)
    if known or not (_CAME.issuperset(query.words) and _OF_PEOPLE.issuperset(query.units)):
        return query
    return replace(query, words=())


def names_nothing(query: Query) -> bool:
    """Whether a query names no topic, indicator or other content."""
    return not (query.topics or query.indicators or query.words or query.target)


def completed(query: Query, previous: Query, roles: frozenset[Role], library: Library, joins: bool = False) -> Query:
    """The query with what it leaves unsaid taken from the one before it; 图 asks for the same again.

    `joins` says that the message opens with a word like 和: its places come to the earlier ones.
    """
    if query.intent is Intent.HELP and query.units:
        # 多少人次 means nothing alone.
        query = replace(query, intent=Intent.FACT)
    if query.words and all(says_in_short(word, "".join(previous.said)) for word in query.words):
        # 戴了几个 behind 佩戴手环多少人 is the same again.
        query = replace(query, words=())
    whole = bool(query.asked or query.missing) and not names_nothing(query)
    if not whole and len(previous.asked) > 1 and any(map(_BY_HOW_MUCH.fullmatch, query.said)):
        return replace(previous, intent=Intent.COMPARE, chart=False)
    if whole and joins and Role.COMPARE in roles and len(query.asked) == 1:
        # 跟廉江比，谁收得多
        return replace(query, asked=_places(query, _carried(query, previous, roles, True), True), intent=Intent.COMPARE)
    if whole or query.intent in (Intent.HELP, Intent.SEARCH):
        return query
    if roles & {Role.CHART, Role.TABLE} and names_nothing(query) and not query.asked:
        return replace(previous, chart=Role.CHART in roles)
    previous = replace(previous, chart=False)
    if Role.WHY in roles and not (query.topics or query.indicators) and len(query.words) < 2:
        # What a report says about a figure stands around it.
        query = replace(query, intent=Intent.SOURCE, words=())
    if Role.MORE in roles and not query.asked and not query.years:
        return _more(previous) if names_nothing(query) else query
    return _continued(query, previous, roles, library, joins) if _goes_on(query, roles) else query


def gone_on(query: Query, previous: Query) -> Query:
    """The query with what the one before it said, where it asks something else of the same places."""
    same = query.asked == previous.asked and query.years == previous.years
    return replace(query, after=previous.said) if same and query.said != previous.said else replace(query, after=())


def _goes_on(query: Query, roles: frozenset[Role]) -> bool:
    """Whether a message says anything that an earlier question may be asked again with."""
    named = query.asked or query.years or query.kinds or query.units or query.missing or not names_nothing(query)
    meant = query.modality is not Modality.ACTUAL or roles & {Role.ACTUAL, Role.EVERYWHERE, Role.NUMBER}
    return bool(named or meant) or query.intent is not Intent.FACT


def _continued(query: Query, previous: Query, roles: frozenset[Role], library: Library, joins: bool) -> Query:
    """The query with the places, years and the matter of the one before it, as far as it names none of its own."""
    beside_it = Role.COMPARE in roles and len(query.asked) == 1
    adds_place = joins or beside_it or Role.ADD in roles
    previous = _carried(query, previous, roles, adds_place)
    everywhere = Role.EVERYWHERE in roles and not query.asked and query.intent is Intent.FACT
    if everywhere and names_nothing(query):
        query = replace(query, intent=Intent.RANK)
    asked = _places(query, previous, adds_place)
    years = query.years or (previous.years if not query.asked or previous.years else ())
    compares_years = (joins or Role.COMPARE in roles) and not roles & _OF_CALENDAR
    if compares_years and (beside := _with_years(query, previous, library)):
        asked, years = beside, ()
    notes = query.notes
    if years and not query.years and (late := _without_report(query, previous, years, library)):
        notes += tuple(_newest_instead(region, years) for region in late)
        asked, years = tuple(_each_in_its_year(asked, years, late)), ()
    full = replace(query, asked=asked, years=years, notes=notes, intent=_intent(query, previous, asked))
    if names_nothing(query):
        return _of_the_same(full, query, previous, roles)
    # The year of a target asks for another target: 调解成功率的呢 behind 2026年出庭应诉率目标.
    same_year = bool(years) and not (query.years or query.asked)
    return replace(full, modality=_modality(query, previous, roles)) if same_year else full


def _without_report(query: Query, previous: Query, years: tuple[int, ...], library: Library) -> tuple[Region, ...]:
    """The places now asked about that have reports, and none of the year that was said of the places before.

    The year was said of those places: one that they have no report of either is what the conversation is about.
    """
    if query.modality is not Modality.ACTUAL or previous.modality is not Modality.ACTUAL:
        return ()
    there = any(library.has(region, year) for region in previous.regions for year in years)
    here = [one.region for one in query.asked if one.year is None and library.reports(one.region)]
    return tuple(region for region in here if there and not any(library.has(region, year) for year in years))


def _each_in_its_year(asked: Iterable[Asked], years: tuple[int, ...], late: tuple[Region, ...]) -> Iterator[Asked]:
    """The places in the years that were said before, those of `late` in none."""
    for one in asked:
        yield from [one] if one.year or one.region in late else (Asked(one.region, year) for year in years)


def _newest_instead(region: Region, years: tuple[int, ...]) -> str:
    """What stands for the year that was said of another place."""
    said = "、".join(f"{year}年" for year in years)
    return f"没有{region.own}{said}的报告，改用该地最新的"


def _of_the_same(full: Query, query: Query, previous: Query, roles: frozenset[Role]) -> Query:
    """A query that names nothing, about what the one before it was about."""
    # 多少人次 behind 多少场 asks for another figure of the same.
    another = bool(query.units) and query.units != previous.units
    told = (_RATE.sub("", identity.rpartition("/")[2]) for identity in previous.indicators)
    names = tuple(filter(None, told)) if another else ()
    return replace(
        _related_too(full, previous),
        topics=previous.topics,
        indicators=() if another else previous.indicators,
        words=previous.words or names,
        said=previous.said,
        kinds=query.kinds or previous.kinds,
        modality=_modality(query, previous, roles),
    )


def _related_too(query: Query, previous: Query) -> Query:
    """The query with the two figures that the one before it related, where it asks for them at another place."""
    alike = query.intent is Intent.FACT and len(query.asked) == 1 and not (query.kinds or query.units)
    if previous.relation is None or not alike:
        return query
    parts = tuple(replace(part, asked=query.asked, years=query.years) for part in previous.parts)
    return replace(query, parts=parts, relation=previous.relation)


def _carried(query: Query, previous: Query, roles: frozenset[Role], adds_place: bool) -> Query:
    """What of the earlier query goes on."""
    if adds_place and query.asked and len(previous.years) == 1:
        # The year was said of the places that were there, not of one that joins them.
        bound = tuple(Asked(one.region, one.year or previous.years[0]) for one in previous.asked)
        previous = replace(previous, asked=bound, years=())
    if Role.ACTUAL in roles and previous.modality is Modality.TARGET and not query.years:
        # The year was that of the target; what came of it is what is reported.
        previous = replace(previous, years=(), asked=tuple(dict.fromkeys(Asked(one.region) for one in previous.asked)))
    if Role.NUMBER in roles and names_nothing(query) and not query.asked and previous.topics:
        # 案件数呢 behind a rate asks for what is counted.
        previous = replace(previous, indicators=(), kinds=(), said=())
    return previous


def _more(previous: Query) -> Query:
    """还有吗: all of the topic, without what narrowed it; all that a place has, where that was asked already."""
    narrowed = previous.indicators or previous.words or previous.kinds or previous.intent is not Intent.FACT
    if not narrowed or not previous.topics:
        return replace(previous, intent=Intent.LIST, indicators=(), words=(), kinds=(), said=())
    intent = Intent.COMPARE if len(previous.asked) > 1 else Intent.FACT
    return replace(previous, intent=intent, indicators=(), words=(), kinds=(), units=(), said=())


def _modality(query: Query, previous: Query, roles: frozenset[Role]) -> Modality:
    """What is asked for now: 实际呢 behind a target asks for what came of it."""
    return query.modality if query.modality is not Modality.ACTUAL or Role.ACTUAL in roles else previous.modality


def _places(query: Query, previous: Query, adds_place: bool) -> tuple[Asked, ...]:
    """The places now asked about; a year that is named replaces the years that the earlier places were bound to."""
    if query.asked and adds_place:
        return tuple(dict.fromkeys((*previous.asked, *query.asked)))
    if query.asked or query.missing or query.intent is Intent.RANK:
        return query.asked
    if query.years:
        return tuple(dict.fromkeys(Asked(asked.region) for asked in previous.asked))
    return previous.asked


def _with_years(query: Query, previous: Query, library: Library) -> tuple[Asked, ...]:
    """和2020年比呢: the places before in their years, the newest where none was said, and in those that come to them;
    nothing for another message."""
    if query.asked or query.missing or not query.years or query.intent is Intent.RANK:
        return ()
    before = [
        Asked(one.region, year)
        for one in previous.asked
        for year in ((one.year,) if one.year else previous.years or (library.newest([one.region]),))
    ]
    more = (Asked(one.region, year) for one in previous.asked for year in query.years)
    return tuple(dict.fromkeys((*before, *more)))


def _intent(query: Query, previous: Query, asked: tuple[Asked, ...]) -> Intent:
    """What is wanted: what the message says, else what the earlier one wanted, as far as the places allow."""
    if query.intent is not Intent.FACT:
        return query.intent
    if len(asked) > 1:
        return Intent.COMPARE
    kept = previous.intent in (Intent.TREND, Intent.LIST) and not query.asked and not query.years
    return previous.intent if kept and previous.intent in _SHOWING else Intent.FACT
