"""Changes against an earlier period: whether they fit the figures told with them, and what they imply."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.model import Bound, Direction, Fact, Kind, Modality
from bot.reading.audit.findings import Finding, FindingKind, Passages, finding, is_exact_count, last_digit, shown

_YEAR_BEFORE = re.compile("去年|上年|同比|上一年|前一年")

# What may stand between a figure and its change when nothing else comes between: ",是去年同期的", ",同比增长".
_RIGHT_AFTER = re.compile(
    "(?:[,、(]|是|为|相当于|同比|比|较|与|上一?年|去年|前一年|同期|年度|的|相比|增长|增加|上升|提高|下降|减少|降低|增幅|降幅|达到?|了|大幅)*"
)


def changes_that_do_not_fit(passages: Passages) -> Iterator[Finding]:
    """由200件下降至150件，下降30%."""
    for facts in passages.clauses():
        for at, change in enumerate(facts):
            now, prior = _pair(facts[:at])
            if now is None or prior is None or not _is_percent(change):
                continue
            percent = 100 * abs(now.claim.value - prior.claim.value) / prior.claim.value
            if abs(percent - change.claim.value) > max(last_digit(change), 0.01 * percent):
                sign = "-" if now.claim.value < prior.claim.value else "+"
                arithmetic = (
                    f"({shown(now.claim.value)} - {shown(prior.claim.value)}) ÷ {shown(prior.claim.value)}"
                    f" = {sign}{percent:.2f}%，文中写{change.text}"
                )
                remark = f"由{prior.text}到{now.text}，变化是{percent:.2f}%，文中写{change.text}，是否有误？"
                yield finding(FindingKind.CHANGE, [prior, now, change], arithmetic, remark)


def _pair(facts: Sequence[Fact]) -> tuple[Fact | None, Fact | None]:
    """The last two counts of one unit, one of this period and one of an earlier."""
    for now, prior in ((facts[-1:], facts[-2:-1]), (facts[-2:-1], facts[-1:])):
        if now and prior and is_exact_count(now[0]) and prior[0].claim.modality is Modality.PRIOR:
            exact = prior[0].claim.bound is Bound.EQ and prior[0].claim.kind is Kind.COUNT and prior[0].claim.value > 0
            if exact and now[0].claim.unit == prior[0].claim.unit:
                return now[0], prior[0]
    return None, None


def _is_percent(fact: Fact) -> bool:
    return fact.claim.kind is Kind.CHANGE and fact.claim.unit == "%" and fact.claim.bound is Bound.EQ


def implied_by_changes(passages: Passages) -> Iterator[Finding]:
    """收到583宗，是去年同期的3.38倍: 583 ÷ 3.38 ≈ 172. Told once, however often the report repeats it."""
    told: set[str] = set()
    for facts in passages.clauses():
        for now, change in pairwise(facts):
            between = passages.text[now.end : change.start]
            if not is_exact_count(now) or not _RIGHT_AFTER.fullmatch(between) or not _YEAR_BEFORE.search(between):
                continue
            factors = _factors(change)
            if factors is None or _pair(facts)[1] is not None:
                continue
            implied = _implied(now, change, factors)
            if implied.arithmetic not in told:
                told.add(implied.arithmetic)
                yield implied


@dataclass(frozen=True, slots=True)
class _Factor:
    """How many times the earlier figure this one is: as in a formula, its value, what its last digit leaves open."""

    term: str
    value: float
    low: float
    high: float


def _factors(change: Fact) -> _Factor | None:
    """The factor that a change states; rounded or cut off after its last digit."""
    claim, step = change.claim, last_digit(change)
    if claim.bound is not Bound.EQ or claim.direction is Direction.NONE:
        return None
    if claim.kind is Kind.MULTIPLE and claim.direction is Direction.UP and claim.value > 1:
        return _Factor(shown(claim.value), claim.value, claim.value - step / 2, claim.value + step)
    if claim.kind is Kind.CHANGE and claim.unit == "%" and (claim.direction is Direction.UP or claim.value < 100):
        sign = 1 if claim.direction is Direction.UP else -1
        low, high = sorted((1 + sign * (claim.value - step / 2) / 100, 1 + sign * (claim.value + step) / 100))
        term = f"(1 {'+' if sign > 0 else '-'} {shown(claim.value)}%)"
        return _Factor(term, 1 + sign * claim.value / 100, low, high) if low > 0 else None
    return None


def _implied(now: Fact, change: Fact, factor: _Factor) -> Finding:
    value, unit = now.claim.value, now.claim.unit
    least, most = value / factor.high, value / factor.low
    nearest = min(max(round(value / factor.value), math.ceil(least)), math.floor(most))
    about = f"约{nearest}{unit}" if nearest >= least else f"在{least:.2f}～{most:.2f}{unit}之间（没有整数）"
    arithmetic = f"{shown(value)} ÷ {factor.term} = {value / factor.value:.1f}，{about}"
    question = f"按{now.text}和{change.text}推算，上一年{about}，与上一年的报告是否一致？"
    return finding(FindingKind.IMPLIED, [now, change], arithmetic, question)
