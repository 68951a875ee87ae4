"""Which facts of a slot are what was asked for, and which stand close to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.asking.answering.weighing.slots import Pool
from bot.model import Fact, Indicator, Kind, Modality, Region
from bot.words.indicators import ANY_UNIT, Pattern, plain
from bot.words.lexicon import Lexicon
from bot.words.match import NEGATIONS

_LAST = 10_000
_ITSELF = "^(?:{own}|{short})(?:人民政府|政府|司法局)?"
_CLOSE_BY = 8
_EARLIER = re.compile("^.*\\d(?!.*\\d)", re.DOTALL)
_ANY_STEP = "办理"


class Key(NamedTuple):
    """What facts that measure the same have in common: the indicator, or topic and measure where there is none."""

    topic: str
    indicator: str
    measure: str


def key_of(fact: Fact) -> Key:
    """The key under which a fact is lined up with others."""
    claim = fact.claim
    return Key(claim.topic, fact.indicator, "" if fact.indicator else claim.measure)


def order_of(key: Key, lexicon: Lexicon) -> int:
    """Where an indicator stands among the relatives of its topic; measures without one come last."""
    indicator = lexicon.indicator(key.indicator)
    return indicator.order if indicator else _LAST


def once(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts with those left out that only repeat another: the one without a cut-off, else the first, stays."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        claim = fact.claim
        same = (
            fact.report,
            key_of(fact),
            claim.value,
            claim.unit,
            claim.bound,
            claim.period,
            claim.modality,
            claim.kind,
        )
        first = kept.get(same)
        if first is None or (first.claim.asof and not claim.asof and not claim.subject):
            kept[same] = fact
    chosen = {fact.id for fact in kept.values()}
    return tuple(fact for fact in facts if fact.id in chosen)


def near(pool: Pool, wanted: Indicator, lexicon: Lexicon, topics: Sequence[str] = ()) -> tuple[Fact, ...]:
    """The figure that holds all that names an indicator and says more besides, of its kind and units.

    通过年度考核的执业律师 is near 执业律师: it may be shown under its own name, never as the indicator itself. `topics`
    are all that were asked for.
    """
    units = (*wanted.units, "")  # 零败诉 has none
    alike = [f for f in pool.facts if f.claim.kind is wanted.kind and f.claim.unit in units]
    alike += [fact for fact in pool.facts if _is_named_target(fact) and fact.claim.kind is not wanted.kind]
    alike += [fact for fact in pool.facts if wanted.kind is Kind.RATE and _tells_none(fact)]
    facts = [f for f in alike if speaks_of(f, wanted, lexicon) and not _only_says_which(f, wanted, lexicon)]
    facts = [fact for fact in facts if not _only_begins_with(fact, wanted, lexicon)]
    facts = [fact for fact in facts if not _came_out_so(fact, wanted, lexicon)]
    # That there was none of a thing stands for its rate only where no rate is told.
    facts = [fact for fact in facts if fact.claim.kind is wanted.kind] or facts
    facts = [fact for fact in facts if not _names_other(fact, (wanted.topic, *topics), lexicon)] or facts
    same = lexicon.alike.same
    if not facts and _ANY_STEP in same(wanted.name):
        # Who asks what was 办理 or 处理 means no step of the procedure: what was received or closed is near.
        noun = same(wanted.name).replace(_ANY_STEP, "")
        facts = [fact for fact in alike if noun in same(fact.claim.measure) and not fact.claim.subject]
        return tuple(sorted(facts, key=lambda fact: order_of(key_of(fact), lexicon))[:1])
    # What holds the whole name is nearer than what only speaks of it; of several parts of a whole the largest is.
    names = [plain(wanted.name), *(plain(said) for said in _says_of(wanted, lexicon))]
    held = [fact for fact in facts if any(name in plain(fact.claim.measure) for name in names)]
    return tuple(sorted(held or facts, key=lambda fact: -fact.claim.value)[:1])


def _only_begins_with(fact: Fact, wanted: Indicator, lexicon: Lexicon) -> bool:
    """Whether a measure, counted in 个 as anything may be, ends in another thing: 调委会主任大轮训 are no 调委会."""
    pattern, measure = lexicon.pattern(wanted.id), plain(fact.claim.measure)
    words = (plain(wanted.name), *(word for group in (pattern.groups if pattern else ()) for word in group))
    tail = measure[max((measure.rfind(word) + len(word) for word in words if word in measure), default=0) :]
    return fact.claim.unit == ANY_UNIT and bool(tail) and "的" not in tail


def _came_out_so(fact: Fact, wanted: Indicator, lexicon: Lexicon) -> bool:
    """Whether a measure tells how those that it counts came out, which was not asked: 驳回案件 for 案件."""
    measure, name = lexicon.alike.same(fact.claim.measure), lexicon.alike.same(wanted.name)
    # 调撤率 is a rate by its own name, and no cases that came out so.
    told = (outcome for outcome in lexicon.alike.outcomes if not measure.endswith(f"{outcome}率"))
    return any(outcome in measure and outcome not in name for outcome in told)


def _names_other(fact: Fact, topics: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a measure names another topic than those asked for: 法律顾问 办理法律援助案件, 行政复议 成功调解."""
    measure = plain(fact.claim.measure)
    for topic in lexicon.topics:
        for word in (topic.name, *topic.words) if topic.name in topics else ():
            measure = measure.replace(word, "")
    return any(topic.name in measure for topic in lexicon.topics if topic.name not in topics)


def _only_says_which(fact: Fact, wanted: Indicator, lexicon: Lexicon) -> bool:
    """行政处罚案卷 counts files: there 行政处罚 only says which."""
    pattern, measure = lexicon.pattern(wanted.id), plain(fact.claim.measure)
    others = pattern.none if pattern else ()
    return any(f"{name}{other}" in measure for name in (wanted.name, *_says_of(wanted, lexicon)) for other in others)


def _says_of(wanted: Indicator, lexicon: Lexicon) -> tuple[str, ...]:
    pattern = lexicon.pattern(wanted.id)
    return pattern.says if pattern else ()


def speaks_of(fact: Fact, wanted: Indicator, lexicon: Lexicon) -> bool:
    """Whether the words up to a figure hold all that names an indicator, some of it in or beside what is measured.

    What stands behind the figure belongs to the next one, what stands before an earlier number to that.
    """
    pattern = lexicon.pattern(wanted.id)
    measure = plain(fact.claim.measure)
    if pattern is None or any(word in measure for word in pattern.none if word[0] in NEGATIONS):
        return False
    before = plain(_EARLIER.sub("", fact.claim.quote.partition(fact.text)[0]))
    close = f"{measure}\n{before[-_CLOSE_BY:]}"
    if wanted.kind is Kind.COUNT and _is_part_of_other(measure, pattern, lexicon):
        return False
    rateless = _is_named_target(fact) or _tells_none(fact)
    groups = [_without_rate(group) if rateless else group for group in pattern.groups]
    return any(word in close for group in groups for word in group) and all(
        any(word in measure or word in before for word in group) for group in groups
    )


def _is_part_of_other(measure: str, pattern: Pattern, lexicon: Lexicon) -> bool:
    """Whether what names an indicator is only the end of what names another there: 应诉 in 负责人出庭应诉."""
    others = lexicon.patterns[pattern.indicator.topic]
    names = {name for other in others for group in other.groups for name in group}
    longer = [word + end for word in pattern.none for group in pattern.groups for end in group if word + end in names]
    rest = measure
    for name in longer:
        rest = rest.replace(name, "")
    return rest != measure and not any(word in rest for group in pattern.groups for word in group)


def _is_named_target(fact: Fact) -> bool:
    """Whether a measure calls itself a target where others say 率: 败诉纠错考核指标."""
    named = fact.claim.measure.endswith(("指标", "目标", "目标值"))
    return named and fact.claim.kind is Kind.RATE and fact.claim.modality is Modality.TARGET


def _tells_none(fact: Fact) -> bool:
    """Whether a figure says that there was none of a thing at all, so that its rate is nought too: 零败诉."""
    return fact.claim.kind is Kind.COUNT and not fact.claim.unit and not fact.claim.value


def _without_rate(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.removesuffix("率") for word in words)


def measures_too(fact: Fact, identity: str, lexicon: Lexicon) -> bool:
    """Whether a figure of another topic measures what an indicator does: 社区法律顾问化解成功 and 人民调解成功."""
    pattern = lexicon.pattern(identity)
    if pattern is None or fact.claim.kind is not pattern.indicator.kind:
        return False
    measure = plain(fact.claim.measure)
    told = all(any(word in measure for word in group) for group in pattern.groups)
    return told and fact.claim.unit in pattern.indicator.units


def names_whole(fact: Fact, identity: str, lexicon: Lexicon) -> bool:
    """Whether a figure's measure holds what people call an indicator without naming its topic: 走访企业."""
    pattern = lexicon.pattern(identity)
    if pattern is None or pattern.indicator.kind is not Kind.COUNT:
        return False
    measure = plain(fact.claim.measure)
    return any(plain(said) in measure for said in pattern.says) and fact.claim.unit in pattern.indicator.units


def is_named(fact: Fact, indicator: str, region: Region, lexicon: Lexicon) -> bool:
    """Whether a figure is an indicator's once the place itself is left out of what it measures: 光明区政府受理…."""
    if fact.indicator:
        return fact.indicator == indicator
    claim = fact.claim
    own = _ITSELF.format(own=re.escape(region.own), short=re.escape(region.short))
    measure = re.sub(own, "", claim.measure)
    return measure != claim.measure and lexicon.indicator_of(claim.topic, measure, claim.kind, claim.unit) == indicator


def stands_for(fact: Fact, identity: str, lexicon: Lexicon) -> bool:
    """Whether a figure answers for an indicator under its own name: lawyers that passed the year's check."""
    pattern = lexicon.pattern(identity)
    return pattern is not None and fact.indicator in pattern.instead


def named_or_instead(pool: Pool, identity: str, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The figures of an indicator; before those of older reports, the newest report's that stands for it."""
    named = tuple(fact for fact in pool.facts if fact.indicator == identity)
    instead = tuple(fact for fact in pool.facts if stands_for(fact, identity, lexicon))
    order = list(dict.fromkeys(fact.report for fact in pool.facts))
    newer = instead and (not named or order.index(instead[0].report) < order.index(named[0].report))
    return (*instead, *named) if newer else named


def says_alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether the same words ask for two indicators: 执法培训 for the courses and for those who attended them."""
    first, second = lexicon.pattern(one), lexicon.pattern(other)
    if first is None or second is None or first.indicator.topic != second.indicator.topic:
        return False
    fewer, more = sorted((first.groups, second.groups), key=len)
    return all(any(set(group) & set(words) for words in more) for group in fewer) and len(fewer) == len(more)


def rate_of(facts: Sequence[Fact], indicator: str) -> tuple[Fact, ...]:
    """The rates of what is counted, for reports that only give these: 实质化解率 for 实质化解."""
    return tuple(fact for fact in facts if fact.indicator == f"{indicator}率")


def told_beside(pool: Pool, wanted: Indicator, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The figures of a whole place that stand beside an indicator and are none of it: 受理 where 收到 is not told."""
    pattern = lexicon.pattern(wanted.id)
    beside = pattern.beside if pattern else ()
    return tuple(fact for fact in pool.facts if fact.indicator in beside and not fact.claim.subject)


def is_change_of(fact: Fact, indicator: str) -> bool:
    """Whether a figure says how an indicator changed: 行政复议/收到申请·倍数."""
    return fact.indicator.partition("·")[0] == indicator != fact.indicator


def is_change_instead(fact: Fact, identity: str, lexicon: Lexicon) -> bool:
    """Whether a figure says how something changed that stands for an indicator: 执法案件总量 for 执法案件."""
    pattern = lexicon.pattern(identity)
    return pattern is not None and any(is_change_of(fact, other) for other in pattern.instead)


def newest_report(pool: Pool, wanted: Sequence[Key] = ()) -> str:
    """The report that answers a slot: its newest one that has one of the wanted keys (any fact when none is given)."""
    for fact in pool.facts:
        if not wanted or key_of(fact) in wanted:
            return fact.report
    return ""


def of_report(pool: Pool, report: str) -> Pool:
    """The pool with the facts of one report only."""
    return Pool(pool.slot, tuple(fact for fact in pool.facts if fact.report == report))


def main_key(pools: Sequence[Pool], lexicon: Lexicon) -> Key | None:
    """What a question for a whole topic is answered with first: what most slots have, the topic's first indicator."""
    held: dict[Key, int] = {}
    for pool in pools:
        for key in dict.fromkeys(key_of(fact) for fact in pool.facts):
            held[key] = held.get(key, 0) + 1
    if not held:
        return None
    return min(held, key=lambda key: (not key.indicator, -held[key], order_of(key, lexicon)))


def best_of(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Of one slot's facts with the same key: those about the place as a whole, of the report's own period first.

    Two at most: when a report gives two different figures for the same, both are shown.
    """
    ranked = sorted(facts, key=lambda f: (bool(f.claim.subject), bool(f.claim.asof), f.start))
    whole = [fact for fact in ranked if not fact.claim.subject]
    return tuple(sorted((whole or ranked)[:2], key=lambda fact: fact.start))


def relatives(pool: Pool, leads: Sequence[Fact], lexicon: Lexicon) -> list[Fact]:
    """The other facts of a slot, the closest first: of the same clause, then in the order of the topic's indicators."""
    quotes = {fact.claim.quote for fact in leads}
    led = {fact.id for fact in leads}
    rest = [fact for fact in pool.facts if fact.id not in led]
    return sorted(
        rest,
        key=lambda fact: (fact.claim.quote not in quotes, order_of(key_of(fact), lexicon), fact.start),
    )
