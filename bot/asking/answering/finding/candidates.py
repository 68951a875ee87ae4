"""The facts of a place and year that would answer one thing that was asked for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answering.barring.narrower import is_other_bodys, only_lies_in
from bot.asking.answering.barring.of_others import stands_before
from bot.asking.answering.weighing.choosing import (
    is_change_instead,
    is_change_of,
    is_named,
    measures_too,
    named_or_instead,
    near,
    rate_of,
    speaks_of,
    told_beside,
)
from bot.asking.answering.weighing.counting import (
    OF_RATIOS,
    asks_bodies,
    asks_count,
    counts_alike,
    counts_named,
    counts_people,
    has_unit,
    is_counted_by_name,
    is_time,
    may_be_cases,
    of_people_only,
    tells_units,
)
from bot.asking.answering.weighing.slots import Pool, against_last_year
from bot.asking.answering.weighing.wants import Want
from bot.asking.answering.weighing.wording import counted, names_all, part_around
from bot.asking.understanding.continuing.levels import OWNER
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE, names_doer
from bot.model import Fact, Indicator, Kind, Modality, Query
from bot.words.lexicon import Lexicon

_PERSON, _VISITS = "人", "人次"
_RATIOS = (Kind.RATE, Kind.RANK, Kind.MULTIPLE, Kind.CHANGE)


def candidates(want: Want, pool: Pool, query: Query, lexicon: Lexicon) -> Pool:
    """The facts of a slot that would answer a want."""
    indicator = lexicon.indicator(want.indicator)
    if query.words:
        pool = Pool(pool.slot, tuple(fact for fact in pool.facts if not stands_before(fact, query, pool.facts)))
    named = named_or_instead(pool, want.indicator, lexicon) if want.indicator else pool.facts
    if query.modality is Modality.PRIOR:
        chosen = _prior(named, pool)
    elif query.kinds and (_asks_time_saved(query) or not (indicator and indicator.kind in query.kinds)):
        chosen = _of_kinds(want, named, pool, query, lexicon)
    elif narrowed := _narrowed(want, named, pool, query, lexicon):
        chosen = narrowed
    elif named or not indicator:
        together = tuple(fact for fact in named if is_like(fact, want, lexicon))
        chosen = together or tuple(fact for fact in named if names_doer(fact, query, lexicon)) or named
    elif itself := tuple(f for f in pool.facts if is_named(f, want.indicator, pool.slot.region, lexicon)):
        chosen = itself
    else:
        chosen = _instead(indicator, pool, query, lexicon)
    return Pool(pool.slot, _counted_as_asked(chosen, want, indicator, query, lexicon))


def _narrowed(want: Want, named: Sequence[Fact], pool: Pool, query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Figures that measure an indicator of what else the words name, where its own figures say nothing of that.

    退休教师调解案件 are 退休教师调解员调解案件61宗, and not all that is mediated in the same sentence.
    """
    if not (want.indicator and query.words) or any(names_all(fact, query, lexicon) for fact in named):
        return ()
    topical = (fact for fact in pool.facts if fact.claim.topic == want.topic)
    return tuple(f for f in topical if names_all(f, query, lexicon) and measures_too(f, want.indicator, lexicon))


def _prior(named: Sequence[Fact], pool: Pool) -> tuple[Fact, ...]:
    """The earlier figures of what was asked for, else what its sentences compare with the year before."""
    quotes = {fact.claim.quote for fact in named}
    compared = [fact for fact in pool.facts if against_last_year(fact) and fact.claim.quote in quotes]
    return tuple(fact for fact in named if fact.claim.modality is Modality.PRIOR) or tuple(compared)


def _of_kinds(want: Want, named: Sequence[Fact], pool: Pool, query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The figures of the kinds that were asked for (增长多少, 涉及多少钱) about what was asked for."""
    indicator = lexicon.indicator(want.indicator)
    quotes = {fact.claim.quote for fact in named}
    of_kind = [fact for fact in pool.facts if fact.claim.kind in query.kinds]
    if _asks_time_saved(query):
        of_kind = [fact for fact in of_kind if fact.claim.kind is Kind.CHANGE and is_time(fact.claim.unit)]
    changes = [fact for fact in of_kind if is_change_of(fact, want.indicator)]
    changes = changes or [fact for fact in of_kind if is_change_instead(fact, want.indicator, lexicon)]
    beside_it = [fact for fact in of_kind if fact.claim.quote in quotes]
    speaking = [fact for fact in of_kind if indicator and speaks_of(fact, indicator, lexicon)]
    # Money that a topic is about is near to what it is asked of: 调解纠纷涉及多少钱.
    return tuple(changes or beside_it or speaking or (of_kind if query.kinds == (Kind.MONEY,) else ()))


def _instead(wanted: Indicator, pool: Pool, query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """What is shown under its own measure, never as the indicator: it holds all the words, or all that names it."""
    pool = Pool(pool.slot, tuple(fact for fact in pool.facts if not is_other_bodys(fact, query)))
    changed = tuple(fact for fact in pool.facts if is_change_of(fact, wanted.id))
    # Words that are part of the indicator's own name, or that any figure has, say nothing more about a figure.
    told = (word for word in query.words if len(word) > 1 and word not in lexicon.alike.light)
    # Nor does whose figures are meant: 市本级 of all that its report tells.
    told = (word for word in told if not OWNER.fullmatch(word))
    worded = tuple(fact for fact in pool.facts if fact.claim.kind is not Kind.RANK or wanted.kind is Kind.RANK)
    worded = tuple(fact for fact in worded if not only_lies_in(fact, query.words))
    worded = tuple(fact for fact in worded if _tells_some_of(fact, wanted, lexicon))
    # What is counted in other units than were named, or is no amount where one is asked for, only shares words.
    worded = tuple(f for f in worded if counts_alike(f, query.units, lexicon))
    worded = tuple(f for f in worded if f.claim.kind is wanted.kind or wanted.kind is not Kind.MONEY)
    if _PERSON in wanted.units:
        worded = tuple(fact for fact in worded if counts_people(fact))
    worded = worded if any(word not in wanted.name for word in told) else ()
    nearest = near(pool, wanted, lexicon, query.topics) or worded or changed or rate_of(pool.facts, wanted.id)
    return nearest or (() if query.words else told_beside(pool, wanted, lexicon))


def _tells_some_of(fact: Fact, wanted: Indicator, lexicon: Lexicon) -> bool:
    """Whether the clause of a figure has a word by which an indicator is known, beside those of its topic."""
    pattern, topic = lexicon.pattern(wanted.id), lexicon.topic(wanted.topic)
    own = {word for group in (pattern.groups if pattern else ()) for word in group} - set(topic.names if topic else ())
    same = lexicon.alike.same
    clause = same(f"{fact.claim.measure}{part_around(fact)}")
    return not own or any(same(word) in clause for word in own)


def _asks_time_saved(query: Query) -> bool:
    """Whether the change of a time is asked for: 快几天, which no growth in per cent answers."""
    return Kind.CHANGE in query.kinds and Kind.DURATION in query.kinds


def _counted_as_asked(
    chosen: tuple[Fact, ...], want: Want, indicator: Indicator | None, query: Query, lexicon: Lexicon
) -> tuple[Fact, ...]:
    """The figures in the units that were asked for; where there are none, those that may be meant all the same."""
    if not (indicator or query.kinds) and (people := _people(chosen, want.topic, query)) is not None:
        return people
    in_units = tuple(f for f in chosen if has_unit(f, query.units) and (indicator or may_be_cases(f, query)))
    in_units = (() if indicator else tuple(f for f in chosen if is_counted_by_name(f, query))) or in_units
    if in_units or query.modality is not Modality.ACTUAL:
        # The target of a rate is no number of cases: 明年要调解几件.
        counts = query.modality is Modality.TARGET and query.units and not query.kinds
        ratios = _RATIOS if counts and not (indicator and indicator.kind in _RATIOS) else ()
        return in_units or tuple(fact for fact in chosen if fact.claim.kind not in ratios)
    counts = tells_units(query.units) or (asks_count(query) and (indicator is None or indicator.kind is Kind.COUNT))
    if not query.kinds and counts and not _is_rate_beside(indicator, query, lexicon):
        # No rate, rank or change says how many there are.
        chosen = tuple(fact for fact in chosen if fact.claim.kind not in _RATIOS)
    if counts_named(query):
        chosen = tuple(fact for fact in chosen if fact.claim.kind not in (*_RATIOS, Kind.DURATION))
    counted_so = indicator is not None and set(query.units) & set(indicator.units)
    if of_people_only(query.units) and not counted_so:
        # Meetings and cases are no people.
        chosen = tuple(fact for fact in chosen if counts_people(fact))
    if want.topic and not (indicator or query.kinds):
        # A topic has many figures: who asks how many people there are wants no number of cases.
        chosen = tuple(f for f in chosen if counts_alike(f, query.units, lexicon) and may_be_cases(f, query))
        if asks_bodies(query):
            # 社区的有几个 of 法律顾问 wants no texts that these looked at.
            names = topic.names if (topic := lexicon.topic(want.topic)) else ()
            chosen = tuple(f for f in chosen if counted(f, query) or f.claim.measure.endswith(tuple(names)))
    return chosen


def _people(chosen: Sequence[Fact], topic: str, query: Query) -> tuple[Fact, ...] | None:
    """Of people that a topic is named after, those called so, the most of them in a report; None where not asked for.

    法律顾问有多少人 are 整合社区、学校法律顾问111人, not the 301 experts who serve nor the 62 who mediate besides. In
    人次 those are counted who came to them.
    """
    people = of_people_only(query.units) and _VISITS not in query.units
    asked = people or any(phrase.endswith((f"多少{topic}", f"几{topic}")) for phrase in query.said)
    if not (topic.endswith(NAMES_OF_PEOPLE) and asked) or query.modality is not Modality.ACTUAL:
        return None
    all_people = tuple(fact for fact in chosen if counts_people(fact))
    named = [fact for fact in all_people if fact.claim.measure.endswith(topic)]
    most = {name: max(f.claim.value for f in named if f.report == name) for name in {fact.report for fact in named}}
    return tuple(fact for fact in named if fact.claim.value == most[fact.report]) or all_people


def _is_rate_beside(wanted: Indicator | None, query: Query, lexicon: Lexicon) -> bool:
    """Whether a rate is asked for beside what is counted, whose unit says nothing of it: 成功了几件，成功率多少."""
    kinds = {known.kind for identity in query.indicators if (known := lexicon.indicator(identity))}
    return wanted is not None and wanted.kind in _RATIOS and not kinds <= set(_RATIOS)


def only_tells_ratio(fact: Fact, query: Query, pool: Pool) -> bool:
    """Whether a figure says by what share something changed, of which its sentence gives no number, while 多少件 more
    or less there are is asked for."""
    if Kind.CHANGE not in query.kinds or not tells_units(query.units) or fact.claim.unit not in OF_RATIOS:
        return False
    beside = (f for f in pool.facts if (f.report, f.claim.quote) == (fact.report, fact.claim.quote))
    return not any(f.claim.kind is Kind.COUNT for f in beside)


def is_like(fact: Fact, want: Want, lexicon: Lexicon) -> bool:
    """Whether a figure measures one of the indicators that were named beside a whole topic."""
    return any(measures_too(fact, identity, lexicon) for identity in want.like)
