"""Targets where a result was asked for and there is none: that there is a target is said, its figure is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.answering.finding.figures import Pick, picks_for
from bot.asking.answering.weighing.slots import Slot, by_report, pool_of
from bot.asking.answering.weighing.wants import wants_of
from bot.model import Answer, Choice, Fact, Missing, MissingKind, Modality, Query, Report
from bot.store.facts import Found
from bot.words.lexicon import Lexicon

_MEANT_TO = re.compile(
    "准备(?!金|工作|情况|程序|会议)|要求|预备|安排|拟(?!定了)|将要?|(?<![不需主重紧必首])要(?![求件素案点闻害领])|至少|最少|起码|不少于|不低于"
)
"""What a question says of a year to come."""


def as_planned(query: Query, slots: Sequence[Slot]) -> Query:
    """A question about a year that has no report yet put as one for its target, where it speaks of that year as one to
    come and the report before is there: 2025年准备建几个, 2025年要求每人学多少学时."""
    said = "".join(query.said)
    ahead = bool(slots) and all(_lies_ahead(slot) for slot in slots) and _MEANT_TO.search(said) is not None
    if query.modality is not Modality.ACTUAL or not ahead:
        return query
    words = tuple(word for word in query.words if not _MEANT_TO.fullmatch(word))
    return replace(query, modality=Modality.TARGET, words=words)


def _lies_ahead(slot: Slot) -> bool:
    newest = slot.reports[0].year if slot.reports else None
    return newest is not None and slot.year == newest + 1


def with_targets(answer: Answer, slots: Sequence[Slot], found: Found, lexicon: Lexicon) -> Answer:
    """An answer without figures, with the targets that its places have of what was asked for named and offered."""
    query = answer.query
    if answer.facts or query.modality is not Modality.ACTUAL or query.kinds or query.missing:
        return answer
    picks = [pick for pick in _targets(query, slots, found, lexicon) if pick.exact]
    told = [_only_target(pick, found.catalogue.reports[pick.report], lexicon) for pick in picks]
    offered = [_offer(pick, lexicon) for pick in picks]
    return replace(
        answer,
        missing=tuple(dict.fromkeys((*answer.missing, *told))),
        choices=tuple(dict.fromkeys((*offered, *answer.choices))),
    )


def other_years(query: Query, parts: Sequence[Sequence[Pick]]) -> Iterator[str]:
    """That a target which is shown is for another year than the one that was asked for."""
    if query.modality is not Modality.TARGET:
        return
    for pick in (pick for part in parts for pick in part):
        years = dict.fromkeys(fact.claim.period for fact in pick.leads)
        if pick.slot.year and pick.slot.year not in years:
            others = "、".join(f"{year}年" for year in years)
            yield f"没有{pick.slot.region.own}{pick.slot.year}年的目标，列出的是{others}的目标"


def _targets(query: Query, slots: Sequence[Slot], found: Found, lexicon: Lexicon) -> Iterator[Pick]:
    planned = replace(query, modality=Modality.TARGET)
    facts = by_report(found.facts)
    pools = [pool_of(slot, facts, Modality.TARGET) for slot in slots if slot.reports]
    for want in wants_of(query, lexicon) if pools else ():
        for pick in picks_for(want, pools, planned, lexicon).values():
            if pick and pick.slot.year in (None, pick.leads[0].claim.period):
                yield pick


def _only_target(pick: Pick, report: Report, lexicon: Lexicon) -> Missing:
    lead = pick.leads[0]
    name = _name(lead, lexicon)
    why = f"{pick.slot.region.own}{report.year}年报告只有“{name}”{lead.claim.period}年的目标，没有结果"
    return Missing(name, MissingKind.INDICATOR, why)


def _offer(pick: Pick, lexicon: Lexicon) -> Choice:
    lead = pick.leads[0]
    label = f"{pick.slot.region.own}{lead.claim.period}年的目标"
    return Choice(label, f"{pick.slot.region.own}{lead.claim.period}年 {_name(lead, lexicon)} 目标")


def _name(fact: Fact, lexicon: Lexicon) -> str:
    indicator = lexicon.indicator(fact.indicator)
    return indicator.name if indicator else fact.claim.measure
