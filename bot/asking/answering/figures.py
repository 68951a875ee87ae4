"""Choosing the figures of an answer: for each thing that was asked, what every slot has of it and what stands close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.asking.answering.choosing import (
    Key,
    best_of,
    is_change_instead,
    is_change_of,
    is_named,
    key_of,
    main_key,
    measures_too,
    named_or_instead,
    names_whole,
    near,
    newest_report,
    of_report,
    once,
    rate_of,
    relatives,
    says_alike,
    speaks_of,
    stands_for,
)
from bot.asking.answering.slots import Pool, Slot, against_last_year
from bot.asking.answering.wording import (
    about_topic,
    asks_count,
    asks_how_many,
    counted,
    counts_alike,
    counts_only,
    has_unit,
    holding,
    in_section,
    is_everyday,
    is_kind_only,
    is_of_part,
    is_part_only,
    of_people_only,
    stands_alone,
    tells_units,
)
from bot.asking.understanding.doers import NAMES_OF_PEOPLE, lacks_doer, names_doer
from bot.model import Fact, Indicator, Intent, Kind, Modality, Query
from bot.store.facts import Wanted
from bot.words.lexicon import Lexicon

FIGURES = 8
"""How many figures an answer shows, so that it stays readable on a phone."""

_CLOSE = 4
_RATIOS = (Kind.RATE, Kind.RANK, Kind.MULTIPLE, Kind.CHANGE)


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that a question asks for: an indicator, or a whole topic, or ("" both) whatever its words name.

    `like` are indicators of other topics named beside a whole topic: 社区法律顾问 调解成功 wants what is both.
    """

    topic: str
    indicator: str = ""
    like: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    """What one slot has for a want: the report used, the figures that answer, and their close relatives in order.

    `exact` says whether the figures are those of the indicator that was asked for, if one was.
    """

    want: Want
    slot: Slot
    report: str
    key: Key
    leads: tuple[Fact, ...]
    rest: tuple[Fact, ...]
    exact: bool


def wants_of(query: Query, lexicon: Lexicon) -> tuple[Want, ...]:
    """What a question asks for, in its order: its lexicon, then the topics that none of them belongs to."""
    named = [Want(id_.partition("/")[0], id_) for id_ in query.indicators]
    covered = {want.topic for want in named}
    whole = [Want(topic, like=query.indicators) for topic in query.topics if topic not in covered]
    return tuple(dict.fromkeys((*named, *whole))) or (Want(""),)


def picks_for(want: Want, pools: Sequence[Pool], query: Query, lexicon: Lexicon) -> dict[Slot, Pick | None]:
    """What each slot has for a want; None where it has nothing."""
    topical = [_topical(want, pool, query, lexicon) for pool in pools]
    candidates = [_candidates(want, pool, query, lexicon) for pool in topical]
    newest = [of_report(pool, newest_report(pool)) for pool in candidates]
    common = main_key(newest, lexicon)
    own = [main_key([pool], lexicon) for pool in newest if pool.facts]
    everywhere = all(common in {key_of(fact) for fact in pool.facts} for pool in newest)
    lined_up = everywhere and query.intent is Intent.COMPARE and not _are_related(own, lexicon)
    if not want.indicator and common not in own and not lined_up:
        # What some slots have, and none first, is not what a topic is asked about: each shows its own.
        common = None
    found: dict[Slot, Pick | None] = {}
    for pool, chosen in zip(topical, newest, strict=True):
        key = common if common in {key_of(fact) for fact in chosen.facts} else main_key([chosen], lexicon)
        found[pool.slot] = _pick(want, key, pool, chosen, query, lexicon) if key else None
    return found


def _are_related(keys: Sequence[Key | None], lexicon: Lexicon) -> bool:
    """Whether what is first in one slot stands for what is first in another: cases taken up and cases handled."""
    named = {key.indicator for key in keys if key}
    return any(set(pattern.instead) & named for name in named if (pattern := lexicon.pattern(name)))


def facts_wanted(query: Query, lexicon: Lexicon) -> Wanted:
    """What to read of the places of a question."""
    # The question's own words may stand with a figure that is filed under another topic.
    topics = dict.fromkeys(want.topic for want in wants_of(query, lexicon) if want.topic and not query.words)
    return Wanted(places=tuple(region.adcode for region in query.regions), topics=tuple(topics))


def answered_alike(
    want: Want, slot: Slot, wants: Mapping[Want, Mapping[Slot, Pick | None]], query: Query, lexicon: Lexicon
) -> bool:
    """Whether a slot has another figure that the same words ask for: courses, where 培训 may mean those who came."""
    others = (other for other, picks in wants.items() if other != want and (p := picks[slot]) and p.exact)
    return len(query.said) < 2 and any(says_alike(want.indicator, other.indicator, lexicon) for other in others)


def filed_elsewhere(want: Want, pool: Pool, lexicon: Lexicon) -> Pool:
    """The facts of other topics that stand in an item of the outline about this one, or name the indicator whole."""
    others = [fact for fact in pool.facts if fact.claim.topic != want.topic]
    # 行政复议成功调解 is none of 人民调解.
    named = [f for f in others if names_whole(f, want.indicator, lexicon) and _may_name(f)]
    return Pool(pool.slot, tuple(named or (fact for fact in others if in_section(fact, want.topic, lexicon))))


def _may_name(fact: Fact) -> bool:
    """Whether a measure that names its own topic may be another one's: that of people who did it, 法律顾问走访企业."""
    topic = fact.claim.topic
    return topic not in fact.claim.measure or topic.endswith(NAMES_OF_PEOPLE)


def said_together(part: Sequence[Pick], query: Query, lexicon: Lexicon) -> bool:
    """Whether picks are about both a topic and the indicator, or the people who do it, named beside it."""
    leads = [(pick.leads[0], pick.want) for pick in part]
    return any(_is_like(lead, want, lexicon) or names_doer(lead, query, lexicon) for lead, want in leads)


def _is_like(fact: Fact, want: Want, lexicon: Lexicon) -> bool:
    return any(measures_too(fact, identity, lexicon) for identity in want.like)


def _pick(want: Want, key: Key, pool: Pool, chosen: Pool, query: Query, lexicon: Lexicon) -> Pick | None:
    """What a slot answers from the chosen facts, and what of its pool stands close; None for a question of how many
    that its figures do not answer."""
    whole = True
    if query.words:
        held = holding(chosen.facts, query, lexicon)
        leads = once([fact for distance, fact in held if distance == held[0][0]])[:_CLOSE]
        whole = not held[0][0].lacking
        if stands_alone(query):
            alone = _of_one_word([fact for _, fact in held], query, lexicon)
            if not alone:
                return None
            leads = once(alone)[:_CLOSE]
            whole = counts_only(leads[0], query.words[0], lexicon) or has_unit(leads[0], query.units)
    elif query.modality is not Modality.ACTUAL:
        leads = once(chosen.facts)[: _CLOSE if want.topic else FIGURES]
    else:
        leads = best_of(once([fact for fact in chosen.facts if key_of(fact) == key]))
        if stands_for(leads[0], want.indicator, lexicon):
            # Several figures may stand for one: the government's documents and those of its departments.
            others = {key_of(fact) for fact in chosen.facts if stands_for(fact, want.indicator, lexicon)} - {key}
            leads += tuple(f for o in others for f in best_of(once([f for f in chosen.facts if key_of(f) == o])))
            leads = tuple(sorted(leads, key=lambda fact: fact.start))
            older = [fact for fact in pool.facts if fact.indicator == want.indicator]
            leads += best_of(once([fact for fact in older if fact.report == older[0].report]))
    report = leads[0].report
    rest = _rest(of_report(pool, report), leads, query, lexicon)
    doers_lack = bool(want.indicator) and lacks_doer(leads[0], want.topic, query, lexicon)
    wants_change = bool(query.kinds) or query.modality is Modality.PRIOR
    whole_topic = not (want.indicator or query.words or query.kinds)
    part = whole_topic and (is_kind_only(leads[0], query) or is_part_only(leads[0], want.topic, query, lexicon))
    part = part or is_of_part(leads[0], query)
    exact = not (doers_lack or part) and (
        (not want.indicator and whole and (bool(want.topic) or not query.words or counted(leads[0], query)))
        or is_named(leads[0], want.indicator, pool.slot.region, lexicon)
        or stands_for(leads[0], want.indicator, lexicon)
        or (wants_change and is_change_of(leads[0], want.indicator))
        or (query.kinds == (Kind.DURATION,) and leads[0].claim.kind is Kind.DURATION)
    )
    return Pick(want, pool.slot, report, key_of(leads[0]), leads, rest, exact)


def _of_one_word(facts: Sequence[Fact], query: Query, lexicon: Lexicon) -> list[Fact]:
    """The facts that a question of one word may be shown: those that count it, else some that it is part of.

    Nothing where all of it was asked for, or where so short a word only describes what is counted.
    """
    word = query.words[0]
    if only := [fact for fact in facts if counts_only(fact, word, lexicon)]:
        return only
    if asks_how_many(query):
        return []
    return [fact for fact in facts if counted(fact, query)] or ([] if is_everyday(word) else list(facts))


def _topical(want: Want, pool: Pool, query: Query, lexicon: Lexicon) -> Pool:
    """The facts of a slot that a want is about: of its topic; with words, those that hold them, wherever filed."""
    own = [fact for fact in pool.facts if want.topic in ("", fact.claim.topic)]
    if not query.words:
        return Pool(pool.slot, tuple(own))
    others = [f for f in pool.facts if f.claim.topic != want.topic and about_topic(f, want.topic, lexicon)]
    held = holding(own, query, lexicon)
    elsewhere = [(distance, fact) for distance, fact in holding(others, query, lexicon) if not distance.unnamed]
    if elsewhere and (not held or elsewhere[0][0] < held[0][0]):
        held = elsewhere + held
    return Pool(pool.slot, tuple(fact for _, fact in held))


def _candidates(want: Want, pool: Pool, query: Query, lexicon: Lexicon) -> Pool:
    """The facts of a slot that would answer a want."""
    facts = pool.facts
    named = named_or_instead(pool, want.indicator, lexicon) if want.indicator else facts
    indicator = lexicon.indicator(want.indicator)
    if query.modality is Modality.PRIOR:
        quotes = {fact.claim.quote for fact in named}
        compared = [f for f in facts if against_last_year(f) and f.claim.quote in quotes]
        chosen = tuple(fact for fact in named if fact.claim.modality is Modality.PRIOR) or tuple(compared)
    elif query.kinds and not (indicator and indicator.kind in query.kinds):
        quotes = {fact.claim.quote for fact in named}
        of_kind = [fact for fact in facts if fact.claim.kind in query.kinds]
        changes = [fact for fact in of_kind if is_change_of(fact, want.indicator)]
        changes = changes or [fact for fact in of_kind if is_change_instead(fact, want.indicator, lexicon)]
        beside_it = [fact for fact in of_kind if fact.claim.quote in quotes]
        speaking = [f for f in of_kind if indicator and speaks_of(f, indicator, lexicon)]
        # Money that a topic is about is near to what it is asked of: 调解纠纷涉及多少钱.
        chosen = tuple(changes or beside_it or speaking or (of_kind if query.kinds == (Kind.MONEY,) else ()))
    elif named or not indicator:
        together = tuple(fact for fact in named if _is_like(fact, want, lexicon))
        chosen = together or tuple(fact for fact in named if names_doer(fact, query, lexicon)) or named
    elif itself := tuple(f for f in facts if is_named(f, want.indicator, pool.slot.region, lexicon)):
        chosen = itself
    else:
        # Shown under its own measure, never as the indicator: it holds all the words, or all that names the indicator.
        changed = tuple(fact for fact in facts if is_change_of(fact, want.indicator))
        # Words that are part of the indicator's own name, or that any figure has, say nothing more about a figure.
        light = lexicon.alike.light
        told = (word for word in query.words if len(word) > 1 and word not in light)
        worded = facts if any(word not in indicator.name for word in told) else ()
        rates = rate_of(facts, want.indicator)
        chosen = near(pool, indicator, lexicon, query.topics) or worded or changed or rates
    in_units = tuple(fact for fact in chosen if has_unit(fact, query.units))
    results = query.modality is Modality.ACTUAL
    counts = tells_units(query.units) or (asks_count(query) and (indicator is None or indicator.kind is Kind.COUNT))
    if results and not query.kinds and counts and not _is_rate_beside(indicator, query, lexicon):
        # No rate, rank or change says how many there are.
        chosen = tuple(fact for fact in chosen if fact.claim.kind not in _RATIOS)
    counted_so = indicator is not None and set(query.units) & set(indicator.units)
    if results and not in_units and of_people_only(query.units) and not counted_so:
        # Meetings and cases are no people.
        chosen = tuple(fact for fact in chosen if of_people_only((fact.claim.unit,)))
    if want.topic and results and not (indicator or query.kinds or in_units):
        # A topic has many figures: who asks how many people there are wants no number of cases.
        chosen = tuple(fact for fact in chosen if counts_alike(fact, query.units, lexicon))
    return Pool(pool.slot, in_units or chosen)


def _is_rate_beside(wanted: Indicator | None, query: Query, lexicon: Lexicon) -> bool:
    """Whether a rate is asked for beside what is counted, whose unit says nothing of it: 成功了几件，成功率多少."""
    kinds = {known.kind for identity in query.indicators if (known := lexicon.indicator(identity))}
    return wanted is not None and wanted.kind in _RATIOS and not kinds <= set(_RATIOS)


def _rest(pool: Pool, leads: Sequence[Fact], query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The relatives worth showing: of the same topic, or, with words, those that hold them too."""
    # With words, the pool has their order of nearness already.
    led = {fact.id for fact in leads}
    others = [f for f in pool.facts if f.id not in led] if query.words else relatives(pool, leads, lexicon)
    if query.modality is Modality.PRIOR:
        quotes = {fact.claim.quote for fact in leads}
        others = [fact for fact in others if fact.claim.quote in quotes]
    shown = {(key_of(fact), fact.claim.value, fact.claim.unit) for fact in leads}
    return tuple(f for f in once(others) if (key_of(f), f.claim.value, f.claim.unit) not in shown)
