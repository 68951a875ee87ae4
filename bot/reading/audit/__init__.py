"""A report checked against itself: figures that do not fit each other, as questions for a person.

Every check works on what the facts say (kind, unit, measure) and on the words that join them (其中, 包括, 率); none
knows a report. A finding is a question, not a verdict, so where a report may be right in a way that the text does not
tell, the checks keep silent: the base of 出庭应诉率 is no total of cases, a plan can be fulfilled by more than 100 %,
people are counted under several heads at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.model import Fact
from bot.reading.audit.changes import changes_that_do_not_fit, implied_by_changes
from bot.reading.audit.findings import Finding, FindingKind, Passages
from bot.reading.audit.numbering import numbering_gaps
from bot.reading.audit.parts import parts_above_wholes, sums_that_differ
from bot.reading.audit.rates import rates_above_100, rates_that_differ
from bot.reading.audit.repeats import amounts_without_unit, told_twice

_CHECKS = (
    rates_above_100,
    rates_that_differ,
    parts_above_wholes,
    sums_that_differ,
    told_twice,
    changes_that_do_not_fit,
    implied_by_changes,
    amounts_without_unit,
)

__all__ = ["Finding", "FindingKind", "audit", "oddities_of", "with_oddities"]


def audit(facts: Sequence[Fact], text: str) -> tuple[Finding, ...]:
    """Everything in a report that a person should look at, in the order of its text."""
    passages = Passages(text, facts)
    return tuple(sorted(_findings(passages, text), key=lambda finding: (finding.start, finding.kind)))


def _findings(passages: Passages, text: str) -> Iterator[Finding]:
    for check in _CHECKS:
        yield from check(passages)
    yield from numbering_gaps(text)


def oddities_of(findings: Sequence[Finding]) -> Mapping[str, tuple[str, ...]]:
    """For each fact that a doubt concerns, the remarks to show with it; what is merely implied is no doubt."""
    remarks: dict[str, dict[str, None]] = {}
    for finding in findings:
        for fact in finding.facts if finding.is_doubt else ():
            remarks.setdefault(fact, {})[finding.remark] = None
    return {fact: tuple(told) for fact, told in remarks.items()}


def with_oddities(facts: Sequence[Fact], text: str) -> tuple[Fact, ...]:
    """The facts, those that a doubt concerns with its remarks."""
    remarks = oddities_of(audit(facts, text))
    return tuple(replace(fact, oddities=remarks[fact.id]) if fact.id in remarks else fact for fact in facts)
