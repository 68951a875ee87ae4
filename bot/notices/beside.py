"""The figures of a new report beside those of the same place's last one: like with like only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher

from bot.model import Bound, Fact, Kind, Modality

FIGURES = 3
"""Figures shown of one topic."""

_SUMS = {Kind.COUNT, Kind.MONEY}
"""Kinds of which a difference is a figure of the same kind."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with its counterpart in the last report: of the same measure (`alike`), or the closest of its topic."""

    fact: Fact
    earlier: Fact | None = None
    alike: bool = False


def rows_of(topic: str, new: Sequence[Fact], last: Sequence[Fact]) -> list[Row]:
    """A topic's figures as they stand in a report, the comparable ones first, each with its counterpart.

    Where nothing is comparable, one figure names what comes closest to it in the last report.
    """
    before = [fact for fact in last if _counts(fact, topic)]
    rows: dict[tuple[str, str, str], Row] = {}
    for fact in (fact for fact in new if _counts(fact, topic)):
        earlier = next((other for other in before if _alike(fact, other)), None)
        key = (fact.indicator or fact.claim.measure, fact.claim.subject, fact.claim.unit)
        rows.setdefault(key, Row(fact, earlier, earlier is not None))
    if not any(row.alike for row in rows.values()):
        pairs = [(key, other) for key, row in rows.items() for other in before if _akin(row.fact, other)]
        if pairs:
            key, other = max(pairs, key=lambda pair: _closeness(rows[pair[0]].fact, pair[1]))
            rows[key] = Row(rows[key].fact, other)
    ranked = sorted(rows.values(), key=lambda row: (row.earlier is None, not row.fact.indicator, _part(row.fact)))
    return sorted(ranked[:FIGURES], key=lambda row: row.fact.start)


def difference(row: Row) -> str:
    """How much more or less it is, marked as worked out; "" where that cannot be said exactly."""
    if row.earlier is None or not row.alike or row.fact.claim.kind not in _SUMS:
        return ""
    if row.fact.claim.bound is not Bound.EQ or row.earlier.claim.bound is not Bound.EQ:
        return ""
    now, then = (Decimal(repr(fact.claim.value)) for fact in (row.fact, row.earlier))
    if now == then:
        return "持平"
    more = "增" if now > then else "减"
    unit = row.fact.claim.unit
    return f"{more}{_plain(abs(now - then))}{unit}（推算：{_plain(now)}－{_plain(then)}）"


def _counts(fact: Fact, topic: str) -> bool:
    claim = fact.claim
    return claim.topic == topic and claim.modality is Modality.ACTUAL and claim.kind is not Kind.CHANGE


def _part(fact: Fact) -> bool:
    """Whether a figure is of a part of the place only: a street, one office."""
    return bool(fact.claim.subject)


def _alike(fact: Fact, other: Fact) -> bool:
    one, two = fact.claim, other.claim
    measured = fact.indicator == other.indicator if fact.indicator else one.measure == two.measure
    return measured and (one.unit, one.kind, one.subject, one.asof) == (two.unit, two.kind, two.subject, two.asof)


def _akin(fact: Fact, other: Fact) -> bool:
    """Whether two figures measure something in the same unit, for the same part of the place."""
    one, two = fact.claim, other.claim
    return (one.unit, one.kind, one.subject) == (two.unit, two.kind, two.subject)


def _closeness(fact: Fact, other: Fact) -> float:
    return SequenceMatcher(None, fact.claim.measure, other.claim.measure, autojunk=False).ratio()


def _plain(value: Decimal) -> str:
    """A number without a trailing .0 and without an exponent."""
    return f"{value.normalize():f}"
