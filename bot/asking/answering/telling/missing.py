"""Saying what was asked for and is not in the reports, with what there is instead; never with another figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import Key, is_change_of, key_of, stands_for
from bot.asking.answering.weighing.counting import asks_count, has_unit, tells_units
from bot.asking.answering.weighing.slots import Pool, Slot
from bot.asking.answering.weighing.wants import Want, wants_of
from bot.asking.answering.weighing.wording import is_each
from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.framing.streets import EACH, names_part
from bot.model import Fact, Kind, Missing, MissingKind, Modality, Query, Region, Report
from bot.store.facts import Catalogue
from bot.words.lexicon import Lexicon
from bot.words.places import Places

_FEW = 5
_OF_MODALITY = {Modality.TARGET: "的目标", Modality.PRIOR: "的上年数"}
_OF_KIND = {
    Kind.RATE: "的比率",
    Kind.CHANGE: "的增减",
    Kind.MULTIPLE: "的倍数",
    Kind.MONEY: "的金额",
    Kind.DURATION: "的时长",
}


def inside(region: Region, catalogue: Catalogue, places: Places) -> list[Region]:
    """The places with a report that lie in a place without one."""
    known = (places.get(adcode) for adcode in catalogue.of_place)
    return [place for place in known if place and place != region and places.contains(region, place)]


def region_missing(region: Region, catalogue: Catalogue, places: Places) -> Missing:
    """No report of the place at all."""
    inner, outer, others = [], [], []
    for adcode, reports in catalogue.of_place.items():
        known = places.get(adcode)
        name = known.own if known else reports[0].region
        if known and places.contains(region, known):
            inner.append(name)
        elif known and places.contains(known, region):
            outer.append(name)
        else:
            others.append(name)
    if inner:
        there = f"下辖的{_listed(inner)}有报告"
    elif outer:
        there = f"上级{_listed(outer)}有报告"
    else:
        there = f"现有：{_listed(others)}" if others else "目前一份报告也没有"
    today = "、".join(place.own for place in places.today(region))
    since = f"（已并入{today}）" if today else ""
    return Missing(region.short, MissingKind.REGION, f"没有{region.own}{since}的报告；{there}")


def year_missing(slot: Slot) -> Missing:
    """No report of the year that was asked for."""
    years = _years(slot.reports)
    return Missing(str(slot.year), MissingKind.YEAR, f"没有{slot.region.own}{slot.year}年的报告；现有：{years}")


def topic_missing(slot: Slot, topic: str, catalogue: Catalogue, mentioned: bool) -> Missing:
    """Reports of the place, but no figure on the topic; `mentioned` says that the words stand in them all the same."""
    asked = [report for report in slot.reports if slot.year in (None, report.year)]
    elsewhere = [r for r in slot.reports if r not in asked and topic in catalogue.topics.get(r.id, {})]
    why = (
        f"{_named(slot, asked)}{'提到' if mentioned else '没有'}{topic}{'，但没有数字' if mentioned else '方面的数字'}"
    )
    if elsewhere:
        return Missing(topic, MissingKind.TOPIC, f"{why}；{_years(elsewhere)}报告有")
    there = dict.fromkeys(topic for report in asked for topic in _by_size(catalogue, report))
    return Missing(topic, MissingKind.TOPIC, f"{why}；有数字的主题：{_listed(there)}" if there else why)


def indicator_missing(pool: Pool, asked: str, query: Query, lexicon: Lexicon) -> Missing:
    """Figures on the topic, but not this one; what the topic has is named without its figures."""
    slot = pool.slot
    reports = [report for report in slot.reports if slot.year in (None, report.year)]
    unread = _unread(query, pool.facts)
    there = dict.fromkeys(_label(key_of(fact), lexicon) for fact in pool.facts)
    named = asked in query.topics or any(asked in name for name in there)
    has_it = named or any(fact.indicator.endswith(f"/{asked}") for fact in pool.facts)
    # Where growth or a share is asked, that is what is missing: 律师人数增长 is not told by a count of 人 either.
    told = (fact for fact in pool.facts if fact.indicator in query.indicators)
    plain = not query.kinds and query.modality is Modality.ACTUAL
    counted = tells_units(query.units) and has_it and plain
    only_together = counted and any(has_unit(fact, query.units) for fact in told)
    counted_otherwise = counted and not only_together
    only_together |= asked in there and plain and not tells_units(query.units)
    sort = f"以“{query.units[0]}”计的数字" if counted_otherwise else _sort(query)
    # What is told of several things together is there, but not of the one that was asked for.
    what = f"所问那一部分的“{asked}”数字" if only_together else f"“{asked}”{sort}"
    why = unread or f"{_named(slot, reports)}没有{what}"
    if unread and there:
        return Missing(asked, MissingKind.INDICATOR, f"{unread}；{_named(slot, reports)}这方面有：{_listed(there)}")
    return Missing(asked, MissingKind.INDICATOR, f"{why}；这方面有：{_listed(there)}" if there else why)


def nearly(slot: Slot, asked: str, found: str, query: Query) -> Missing:
    """Not the figure itself, but one whose measure holds its whole name, which is shown; or a kind of it only."""
    years = [report for report in slot.reports if slot.year in (None, report.year)]
    what = f"“{asked}”{_sort(query)}" if query.kinds else f"单独的“{asked}”数字"
    named = found if "“" in found else f"“{found}”"
    what = "与问法完全对应的数字" if asked == found else what
    why = f"{_named(slot, years)}没有{what}；相近的是{named}"
    return Missing(asked, MissingKind.INDICATOR, why)


def only_near(pick: Pick, query: Query, lexicon: Lexicon) -> Missing:
    """Nothing that was said so, but figures whose sentences say most of it, which are shown."""
    years = [report for report in pick.slot.reports if report.id == pick.report]
    clauses = "".join(fact.claim.quote + fact.claim.measure + fact.claim.subject for fact in pick.leads).lower()
    same = lexicon.alike.same
    unsaid = (word for word in query.words if word.lower() not in clauses and same(word) not in same(clauses))
    lost = [word for word in unsaid if not (says_in_short(word, clauses) or is_each(word, clauses))]
    asked = "、".join(lost) or "同样的说法"
    what = f"“{asked}”的说法" if lost else asked
    why = f"{_named(pick.slot, years)}里没有{what}，列出的是意思最近的，请看原句"
    return Missing(asked, MissingKind.INDICATOR, why)


def words_missing(pool: Pool, query: Query, catalogue: Catalogue) -> Missing:
    """No figure answers the question's words; what is counted that holds them, or the topics that there are."""
    slot, words, asked = pool.slot, query.words, "、".join(query.words)
    reports = [report for report in slot.reports if slot.year in (None, report.year)]
    about = dict.fromkeys(f.claim.measure for f in pool.facts if words and all(w in f.claim.measure for w in words))
    topics = dict.fromkeys(topic for report in reports for topic in _by_size(catalogue, report))
    there = f"与此有关的有：{_listed(about)}" if about else f"有数字的主题：{_listed(topics)}"
    if unread := _unread(query, pool.facts):
        return Missing(asked, MissingKind.INDICATOR, f"{unread}；{_named(slot, reports)}{there}")
    what = f"“{asked}”{_sort(query)}" if asked else _sort(query).removeprefix("的")
    return Missing(asked, MissingKind.INDICATOR, f"{_named(slot, reports)}没有{what}；{there}")


def not_read(query: Query) -> tuple[Missing, ...]:
    """The words of a question for what there is that narrow nothing, since nothing knows them."""
    return tuple(Missing(word, MissingKind.TOPIC, f"没有认出“{word}”") for word in query.unread)


def nowhere(asked: str, query: Query, example: str) -> Missing:
    """No report has anything of it, of the years that were asked for if any were."""
    years = "、".join(f"{year}年" for year in query.years)
    why = _unread(query) or f"各地{years}报告都没有“{asked}”{_sort(query)}"
    return Missing(asked, MissingKind.TOPIC, f"{why}。可以这样问：{example}")


def in_no_report(query: Query, facts: Sequence[Fact], lexicon: Lexicon) -> list[Missing]:
    """Of several things that were asked for of no place, those that no figure shown is of."""
    wants = wants_of(query, lexicon)
    lost = [want for want in wants if not any(_is_of(fact, want, lexicon) for fact in facts)]
    names = (lexicon.indicator(want.indicator) for want in lost)
    asked = [known.name if known else want.topic for known, want in zip(names, lost, strict=True)]
    return [
        Missing(name, MissingKind.INDICATOR, f"各地报告都没有单独的“{name}”{_sort(query).removeprefix('的')}")
        for name in asked
        if name
    ]


def _is_of(fact: Fact, want: Want, lexicon: Lexicon) -> bool:
    """Whether a figure answers something that was asked for, or says how it changed."""
    if not want.indicator:
        return fact.claim.topic == want.topic
    named = fact.indicator == want.indicator or is_change_of(fact, want.indicator)
    return named or stands_for(fact, want.indicator, lexicon) or fact.indicator == f"{want.indicator}率"


def _unread(query: Query, facts: Sequence[Fact] = ()) -> str:
    """What of a question nothing knows, which says nothing about the reports; a part of a place that has no figures."""
    told = "\n".join(f"{fact.claim.subject}\n{fact.claim.measure}" for fact in facts)
    if part := next((word for word in query.words if names_part(word) and word not in told), ""):
        each = next((word for word in EACH if part.startswith(word)), "")
        if each:
            return f"没有分{part.removeprefix(each)}的数字"
        # Its other figures may be there.
        more = len(query.words) > 1 or query.topics or query.indicators
        return f"没有“{part}”的这一项数字" if more else f"没有“{part}”单独的数字"
    return f"没有认出{''.join(f'“{stretch}”' for stretch in query.unread)}" if query.unread else ""


def _sort(query: Query) -> str:
    """What sort of figure was asked for."""
    kind = query.kinds[0] if query.kinds else Kind.COUNT
    counts = asks_count(query) and not query.indicators
    return _OF_MODALITY.get(query.modality) or _OF_KIND.get(kind, "的数量" if counts else "的数字")


def _label(key: Key, lexicon: Lexicon) -> str:
    indicator = lexicon.indicator(key.indicator)
    return indicator.name if indicator else key.measure


def _named(slot: Slot, reports: Sequence[Report]) -> str:
    # What is told of a place within another stands in the other's report.
    own = not reports or any(report.adcode == slot.region.adcode for report in reports)
    name = slot.region.own if own else reports[0].region
    return f"{name}{_years(reports)}报告" if reports else f"{name}的报告"


def _years(reports: Iterable[Report]) -> str:
    """2024年、2020年."""
    return "、".join(f"{year}年" for year in dict.fromkeys(report.year for report in reports))


def _by_size(catalogue: Catalogue, report: Report) -> list[str]:
    topics = catalogue.topics.get(report.id, {})
    return sorted(topics, key=lambda topic: -topics[topic])


def _listed(names: Iterable[str]) -> str:
    """A few names, and how many there are when there are more."""
    known = list(names)
    return "、".join(known[:_FEW]) + (f"等{len(known)}项" if len(known) > _FEW else "")
