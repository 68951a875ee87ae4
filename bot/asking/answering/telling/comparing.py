"""Lining figures up: groups, what can be worked out from them, and what must be said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.finding.filing import in_section
from bot.asking.answering.telling import caveats
from bot.asking.answering.weighing import derived
from bot.asking.answering.weighing.choosing import Key, key_of, stands_for
from bot.asking.answering.weighing.slots import Slot, against_last_year
from bot.model import Answer, Derived, Fact, Group, Intent, MissingKind, Query, Report, Status
from bot.words.lexicon import Lexicon


def label_of(key: Key, lexicon: Lexicon) -> str:
    """What a key measures, as a heading says it."""
    indicator = lexicon.indicator(key.indicator)
    return indicator.name if indicator else key.measure


def group_of(facts: Sequence[Fact], lexicon: Lexicon, with_topic: bool, key: Key | None = None) -> Group:
    """Facts as a group, named by `key` or else by the first one; `with_topic` where an answer holds several topics."""
    key = key or key_of(facts[0])
    label = label_of(key, lexicon)
    title = f"{key.topic}·{label}" if with_topic and key.topic not in label else label
    return Group(title, key.indicator, tuple(facts))


def lead_groups(parts: Sequence[Sequence[Pick]], lexicon: Lexicon, with_topic: bool) -> list[Group]:
    """What answers the question, lined up by key across slots."""
    groups: list[Group] = []
    for part in parts:
        held: dict[Key, list[Fact]] = {}
        # The first figure of each place, then the second: no place waits behind all that another has.
        rows = zip_longest(*(pick.leads for pick in part))
        for pick, fact in ((pick, fact) for row in rows for pick, fact in zip(part, row, strict=True) if fact):
            held.setdefault(_headed_by(fact, pick, lexicon), []).append(fact)
        groups.extend(group_of(facts, lexicon, with_topic, key) for key, facts in held.items())
    return groups


def _headed_by(fact: Fact, pick: Pick, lexicon: Lexicon) -> Key:
    """What a figure is lined up under: the indicator that it stands for, else its own."""
    wanted = pick.want.indicator
    return Key(pick.want.topic, wanted, "") if stands_for(fact, wanted, lexicon) else key_of(fact)


def in_rows(said: Mapping[Slot, Sequence[Pick]]) -> list[list[Pick]]:
    """The first thing that each slot has, then the second."""
    most = max(map(len, said.values()), default=0)
    return [[picks[at] for picks in said.values() if at < len(picks)] for at in range(most)]


def beside_target(answer: Answer, target: Answer) -> Answer:
    """Results with the targets that were asked for beside them; what either lacks is said.

    Of several years, one that only a target is for lacks no report: 2023年结果和2024年目标.
    """
    held = {fact.id for fact in answer.facts}
    groups = (*answer.groups, *(group for group in target.groups if not held & {fact.id for fact in group.facts}))
    planned = {str(fact.claim.period) for fact in target.facts} if answer.facts else set()
    told = (lack for lack in answer.missing if lack.kind is not MissingKind.YEAR or lack.asked not in planned)
    lacks = tuple(dict.fromkeys((*told, *target.missing)))
    return replace(
        answer,
        status=Status.NONE if not groups else Status.PARTIAL if lacks else Status.ANSWER,
        groups=groups,
        missing=lacks,
        caveats=tuple(dict.fromkeys((*answer.caveats, *target.caveats))),
        reports={**answer.reports, **target.reports},
    )


def apart(
    groups: Sequence[Group],
    reports: Mapping[str, Report],
    names: Mapping[str, str],
    lexicon: Lexicon,
) -> list[Derived]:
    """Difference and ratio of two figures that are like for like: one each of two places, or of two years of one."""
    found: list[Derived] = []
    for group in groups:
        if len(group.facts) != 2:
            continue
        one, other = group.facts
        same_place = reports[one.report].adcode == reports[other.report].adcode
        same_year = one.claim.period == other.claim.period
        indicator = lexicon.indicator(group.indicator)
        if (
            one.indicator != other.indicator
            or same_place == same_year
            or (one.claim.subject != other.claim.subject and same_place)
        ):
            continue
        if not derived.comparable(one, other, indicator.units if indicator else ()):
            continue
        if same_place:
            earlier, later = sorted(group.facts, key=lambda fact: fact.claim.period)
            worked = [derived.growth(earlier, later)]
        else:
            said = [caveats.name_of(fact, reports, names) for fact in group.facts]
            worked = [derived.difference(one, other), derived.ratio(one, other, said)]
        found.extend(each for each in worked if each)
    return found


def last_years(shown: Sequence[Fact]) -> list[Derived]:
    """Earlier figures behind the changes that an answer from one report shows."""
    if len({fact.report for fact in shown}) > 1:
        return []
    return [found for fact in shown if against_last_year(fact) and (found := derived.implied(fact, shown))]


def caveats_of(
    groups: Sequence[Group],
    parts: Sequence[Sequence[Pick]],
    reports: Mapping[str, Report],
    lexicon: Lexicon,
) -> list[str]:
    """Everything that must be said about the figures shown, the weightiest first, each once."""
    picks = [pick for part in parts for pick in part]
    regions = list(dict.fromkeys(pick.slot.region for pick in picks))
    names = caveats.own_names(regions)
    labels = {pick.key: label_of(pick.key, lexicon) for pick in picks}
    used = ((pick.slot, reports[pick.report], _asked(pick, lexicon) or labels[pick.key]) for pick in picks)
    found = caveats.of_older_reports(used)
    elsewhere = dict.fromkeys(
        (p.want.topic, "" if in_section(p.leads[0], p.want.topic, lexicon) else p.leads[0].claim.topic)
        for p in picks
        if p.want.topic and p.leads[0].claim.topic != p.want.topic
    )
    found += [
        f"以上有的数字归在{own}，不单是{topic}的" if own else f"以上有的数字不单是{topic}的，出自报告讲{topic}的段落"
        for topic, own in elsewhere
    ]
    found += dict.fromkeys(
        f"“{labels[pick.key]}”不一定等于“{_asked(pick, lexicon)}”"
        for pick in picks
        if stands_for(pick.leads[0], pick.want.indicator, lexicon)
    )
    for part in parts:
        if len({pick.slot for pick in part}) > 1:
            found += caveats.of_unaligned((pick.key for pick in part), labels)
    found += caveats.side_by_side(groups, reports, names)
    found += caveats.of_levels(regions)
    found += caveats.of_facts([fact for group in groups for fact in group.facts], reports, names)
    return list(dict.fromkeys(found))


def no_trend(query: Query, groups: Sequence[Group], reports: Mapping[str, Report]) -> list[str]:
    """A trend of one place that has figures of one year only."""
    years = {reports[fact.report].year for group in groups for fact in group.facts}
    quoted = any(len({fact.claim.period for fact in group.facts}) > 1 for group in groups)
    if query.intent is not Intent.TREND or len(query.regions) != 1 or len(years) != 1 or quoted:
        return []
    return [f"只有{years.pop()}年的报告有数字，看不出变化"]


def _asked(pick: Pick, lexicon: Lexicon) -> str:
    """The name of the indicator that was asked for; "" for a whole topic."""
    indicator = lexicon.indicator(pick.want.indicator)
    return indicator.name if indicator else ""
