"""Figures of a sample that was drawn to look at: no number of all there are where the report tells that too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.slots import Pool
from bot.model import Fact, Kind, Query

_DRAWN = re.compile("抽[样查取检评选]|评查|评估|(?:质量|案卷)检查")
_SAMPLE_ASKED = re.compile("抽|评[查估]|检查")


def without_samples(pool: Pool, query: Query) -> Pool:
    """The pool without the figures of a sample whose whole stands beside them, unless the sample was asked for.

    共抽取11件案件评估（含6件民事案件） leaves 受理民事案件631件 the only number of these.
    """
    if any(map(_SAMPLE_ASKED.search, query.said)):
        return pool
    return Pool(pool.slot, tuple(fact for fact in pool.facts if not _has_whole(fact, pool.facts)))


def _has_whole(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure is of a sample, and another of its report counts more of the same without being so."""
    return _is_drawn(fact) and any(_is_whole_of(other, fact) and not _is_drawn(other) for other in facts)


def _is_drawn(fact: Fact) -> bool:
    """Whether the sentence says before a figure that a sample was drawn, and its measure does not."""
    before = fact.claim.quote.partition(fact.text)[0]
    return bool(_DRAWN.search(before)) and not _DRAWN.search(fact.claim.measure)


def _is_whole_of(other: Fact, fact: Fact) -> bool:
    """Whether a figure counts more of what another counts: its measure says all that the other's does."""
    claim, own = other.claim, fact.claim
    alike = (other.report, claim.topic, claim.unit, claim.period, claim.modality) == (
        *(fact.report, own.topic, own.unit, own.period, own.modality),
    )
    return (
        alike
        and own.kind is claim.kind is Kind.COUNT
        and claim.value > own.value
        and set(own.measure) <= set(claim.measure)
    )
