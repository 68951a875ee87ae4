"""Choosing the figures of an answer: for each thing that was asked, what every slot has of it and what stands close."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.asking.answering.barring.alternatives import is_of_another
from bot.asking.answering.barring.narrower import is_kind_only, is_of_part, is_other_bodys, is_part_only
from bot.asking.answering.barring.of_others import asks_bodies_there, is_of_deed
from bot.asking.answering.barring.only_some import is_of_some
from bot.asking.answering.barring.only_there import without_only_there
from bot.asking.answering.barring.ruled_out import is_ruled_out
from bot.asking.answering.finding.candidates import candidates, is_like, only_tells_ratio
from bot.asking.answering.finding.filing import about_topic, in_section, tells_topic
from bot.asking.answering.weighing.choosing import (
    Key,
    best_of,
    is_change_of,
    is_named,
    key_of,
    main_key,
    measures_too,
    names_whole,
    newest_report,
    of_report,
    once,
    relatives,
    says_alike,
    stands_for,
)
from bot.asking.answering.weighing.counting import asks_bodies, asks_how_many, has_unit, is_counted_by_name
from bot.asking.answering.weighing.named_so import named_so, of_things_named
from bot.asking.answering.weighing.slots import Pool, Slot
from bot.asking.answering.weighing.wants import Want, wants_of
from bot.asking.answering.weighing.wording import (
    counted,
    counts_only,
    does_further_on,
    holding,
    is_everyday,
    names_all,
    stands_alone,
)
from bot.asking.understanding.measuring.doers import NAMES_OF_PEOPLE, lacks_doer, names_doer
from bot.model import Fact, Intent, Kind, Modality, Query
from bot.store.facts import Wanted
from bot.words.indicators import covered, plain
from bot.words.lexicon import Lexicon

FIGURES = 8
"""How many figures an answer shows, so that it stays readable on a phone."""

_CLOSE = 4
_SUMS = ("涉及", "涉案", "案件", "纠纷", "标的", "金额", "总额", "总金额")
_OTHERS_SUED = re.compile("(?:[镇街局厅委办院校所村]|乡镇|部门|单位|社区|街道|机关)(?:们|自己|都)?为被告")
_GOVERNMENT_SUED = "政府为被告"
_RATIOS = (Kind.RATE, Kind.RANK, Kind.MULTIPLE, Kind.CHANGE)


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


def picks_for(want: Want, pools: Sequence[Pool], query: Query, lexicon: Lexicon) -> dict[Slot, Pick | None]:
    """What each slot has for a want; None where it has nothing."""
    topical = [_topical(want, pool, query, lexicon) for pool in pools]
    answering = [candidates(want, pool, query, lexicon) for pool in topical]
    newest = [of_report(pool, newest_report(pool)) for pool in answering]
    common = main_key(newest, lexicon)
    own = [main_key([pool], lexicon) for pool in newest if pool.facts]
    everywhere = all(common in {key_of(fact) for fact in pool.facts} for pool in newest)
    lined_up = everywhere and query.intent is Intent.COMPARE and not _are_related(own, lexicon)
    if not want.indicator and common not in own and not lined_up:
        # What some slots have, and none first, is not what a topic is asked about: each shows its own.
        common = None
    found: dict[Slot, Pick | None] = {}
    for whole, pool, chosen in zip(pools, topical, newest, strict=True):
        key = common if common in {key_of(fact) for fact in chosen.facts} else main_key([chosen], lexicon)
        found[pool.slot] = _pick(want, key, whole, pool, chosen, query, lexicon) if key else None
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
    return any(is_like(lead, want, lexicon) or names_doer(lead, query, lexicon) for lead, want in leads)


def _pick(want: Want, key: Key, held: Pool, pool: Pool, chosen: Pool, query: Query, lexicon: Lexicon) -> Pick | None:
    """What a slot answers from the chosen facts, and what of its pool stands close; None for a question of how many
    that its figures do not answer. `held` is the slot's pool before it was narrowed to what the question is about."""
    whole = True
    if query.words:
        leads, whole = _worded(chosen.facts, held, query, lexicon)
    elif query.modality is not Modality.ACTUAL:
        leads = once(chosen.facts)[: _CLOSE if want.topic else FIGURES]
    else:
        leads = _of_key(want, key, pool, chosen, query, lexicon)
    if not leads or is_ruled_out(leads[0], query, lexicon):
        return None
    report = leads[0].report
    rest = _rest(of_report(pool, report), leads, query, lexicon)
    exact = (
        not only_tells_ratio(leads[0], query, pool)
        and tells_topic(leads[0], want.topic, lexicon)
        and (
            (
                _is_exact(want, leads[0], pool, whole, query, lexicon)
                and not _is_told_apart(leads[0], held, query, lexicon)
            )
            or _narrows(want, leads[0], pool, query, lexicon)
            or _is_change_of_told(want, leads[0], pool, query, lexicon)
        )
    )
    return Pick(want, pool.slot, report, key_of(leads[0]), leads, rest, exact)


def _worded(facts: Sequence[Fact], pool: Pool, query: Query, lexicon: Lexicon) -> tuple[tuple[Fact, ...], bool]:
    """The figures that hold the words of a question best, and whether they are all that it asks for.

    Where a short word alone is asked for, those of its report that count it in another unit must be none: 会议几次.
    """
    held = holding(facts, query, lexicon)
    if not stands_alone(query):
        nearest = held[0][0]
        found = once(of_things_named([fact for distance, fact in held if distance == nearest], query))[:_CLOSE]
        loose = not (query.topics or query.indicators)
        strays = loose and (does_further_on(found[0], query) or is_counted_by_name(found[0], query))
        return found, not (nearest.lacking or strays)
    alone = once(_of_one_word([fact for _, fact in held], query, lexicon))[:_CLOSE]
    word, own = query.words[0], {fact.id for fact in alone}
    ending = (f for f in pool.facts if f.report == alone[0].report and f.claim.measure.endswith(word)) if alone else ()
    several = is_everyday(word) and any(fact.id not in own for fact in ending)
    in_unit = bool(alone) and has_unit(alone[0], query.units) and not (several or asks_how_many(query))
    return alone, in_unit or any(counts_only(fact, word, lexicon) for fact in alone[:1])


def _of_key(want: Want, key: Key, pool: Pool, chosen: Pool, query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The figures of a key, and where these only stand for what was asked for, all that do and, of a single place, its
    own of before: beside another place's figures those of two years mislead."""
    leads = best_of(once(named_so([fact for fact in chosen.facts if key_of(fact) == key], query)))
    if not stands_for(leads[0], want.indicator, lexicon):
        return leads
    # Several figures may stand for one: the government's documents and those of its departments.
    others = {key_of(fact) for fact in chosen.facts if stands_for(fact, want.indicator, lexicon)} - {key}
    leads += tuple(f for o in others for f in best_of(once([f for f in chosen.facts if key_of(f) == o])))
    leads = tuple(sorted(leads, key=lambda fact: fact.start))
    if len(query.regions) > 1:
        return leads
    older = [fact for fact in pool.facts if fact.indicator == want.indicator]
    return (*leads, *best_of(once([fact for fact in older if fact.report == older[0].report])))


def _is_exact(want: Want, lead: Fact, pool: Pool, whole: bool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is what was asked for; `whole`: it holds all the words of the question."""
    if not whole or lacks_doer(lead, want.topic, query, lexicon) or _is_of_government(lead, query, lexicon):
        return False
    of_topic = not (want.indicator or query.words or query.kinds)
    if of_topic and (is_kind_only(lead, query) or is_part_only(lead, want.topic, query, lexicon)):
        return False
    if is_of_part(lead, query) or (asks_bodies_there(query) and is_of_deed(lead)):
        return False
    if not want.indicator and (want.topic or not query.words or counted(lead, query)):
        return True
    wants_change = bool(query.kinds) or query.modality is Modality.PRIOR
    return (
        is_named(lead, want.indicator, pool.slot.region, lexicon)
        or stands_for(lead, want.indicator, lexicon)
        or (wants_change and is_change_of(lead, want.indicator))
        or (query.kinds == (Kind.DURATION,) and lead.claim.kind is Kind.DURATION)
        or (query.kinds == (Kind.MONEY,) and _is_money_of(want, lead, pool, lexicon))
    )


def _is_told_apart(lead: Fact, held: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is of some only of what was asked for, or of something beside it."""
    return is_of_some(lead, held, query, lexicon) or is_of_another(lead, query, held)


def _is_money_of(want: Want, lead: Fact, pool: Pool, lexicon: Lexicon) -> bool:
    """Whether a sum of money is told of the most that a sentence counts: 涉及金额 of 受理9件, and not of 成功8件."""
    topic, measure = lexicon.topic(lead.claim.topic), plain(lead.claim.measure)
    said = frozenset({*_SUMS, *(topic.names if topic else ())})
    if lead.claim.topic != want.topic or not covered(measure, said, max(map(len, said))):
        return False
    beside = [fact for fact in pool.facts if (fact.report, fact.claim.quote) == (lead.report, lead.claim.quote)]
    counted_so = next((fact for fact in beside if fact.indicator == want.indicator != ""), None)
    alike = (fact for fact in beside if counted_so and fact.claim.unit == counted_so.claim.unit)
    return counted_so is not None and all(fact.claim.value <= counted_so.claim.value for fact in alike)


def _is_of_government(lead: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is of cases against the government while others are named: 部门当被告的案子."""
    others = any(_OTHERS_SUED.search(lexicon.alike.same(phrase)) for phrase in query.said)
    return others and _GOVERNMENT_SUED in lexicon.alike.same(lead.claim.measure)


def _narrows(want: Want, lead: Fact, pool: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is the part that a question names of an indicator which the report tells beside it."""
    if not (want.indicator and query.words and names_all(lead, query, lexicon)):
        return False
    told = any(f.indicator == want.indicator or stands_for(f, want.indicator, lexicon) for f in pool.facts)
    return told and measures_too(lead, want.indicator, lexicon)


def _is_change_of_told(want: Want, lead: Fact, pool: Pool, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure says how that changed which answers for an indicator and is told itself: 收到 for 收案."""
    told = any(stands_for(fact, want.indicator, lexicon) and is_change_of(lead, fact.indicator) for fact in pool.facts)
    return bool(query.kinds) and not query.words and told


def _of_one_word(facts: Sequence[Fact], query: Query, lexicon: Lexicon) -> list[Fact]:
    """The facts that a question of one word may be shown: those that count it, else some that it is part of.

    Nothing where all of it was asked for, or where so short a word only describes what is counted.
    """
    word = query.words[0]
    if only := [fact for fact in facts if counts_only(fact, word, lexicon)]:
        return only
    if asks_how_many(query):
        # 预备党员有几名 is near to 发展预备党员2名 where nothing else counts any.
        ending = [fact for fact in facts if fact.claim.measure.endswith(word) and not is_everyday(word)]
        return ending if len({key_of(fact) for fact in ending}) == 1 else []
    return [fact for fact in facts if counted(fact, query)] or ([] if is_everyday(word) else list(facts))


def _topical(want: Want, pool: Pool, query: Query, lexicon: Lexicon) -> Pool:
    """The facts of a slot that a want is about: of its topic; with words, those that hold them, wherever filed."""
    meant = without_only_there(pool.facts, query, lexicon)
    own = [fact for fact in meant if want.topic in ("", fact.claim.topic)]
    if not query.words:
        return Pool(pool.slot, tuple(own))
    others = [f for f in meant if f.claim.topic != want.topic and about_topic(f, want.topic, lexicon, query)]
    held = holding(own, query, lexicon)
    elsewhere = [(distance, fact) for distance, fact in holding(others, query, lexicon) if not distance.unnamed]
    if elsewhere and (not held or elsewhere[0][0] < held[0][0]):
        held = elsewhere + held
    return Pool(pool.slot, tuple(fact for _, fact in held))


def _rest(pool: Pool, leads: Sequence[Fact], query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The relatives worth showing: of the same topic, or, with words, those that hold them too."""
    # With words, the pool has their order of nearness already.
    led = {fact.id for fact in leads}
    others = [f for f in pool.facts if f.id not in led] if query.words else relatives(pool, leads, lexicon)
    others = [fact for fact in others if not is_other_bodys(fact, query)]
    if asks_bodies(query):
        others = [fact for fact in others if counted(fact, query)]
    if query.modality is Modality.PRIOR:
        quotes = {fact.claim.quote for fact in leads}
        others = [fact for fact in others if fact.claim.quote in quotes]
    shown = {(key_of(fact), fact.claim.value, fact.claim.unit) for fact in leads}
    return tuple(f for f in once(others) if (key_of(f), f.claim.value, f.claim.unit) not in shown)
