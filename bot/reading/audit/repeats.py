"""One thing told twice with different figures, and amounts that name no unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.model import Bound, Fact, Kind, Modality
from bot.reading.audit.findings import Finding, FindingKind, Passages, finding, shown

# A figure of a part of the year or of the whole is another figure, as these words close before it tell.
_PART_OF_IT = re.compile("上半年|下半年|季度|[0-9]月|首次|第[一二三四]|分别|另|还|新增|各")
_CLOSE = 2
"""How many pieces between commas count as close: the figure's own and the one before."""

SHORTEST_MEASURE = 5
"""Measures shorter than this (律师, 开展活动) are too general to be the same thing for sure."""

ALIKE = 0.8
"""Share of characters that two measures of one indicator have in common when they are the same thing."""

_SLIP = 12
"""A digit more or less makes a figure about ten times as large; what is further apart counts something else."""

_UNIT_OF_A_COLUMN = "元）"
"""How a measure ends whose unit the head of a column says: 罚款金额（万元）."""


def told_twice(passages: Passages) -> Iterator[Finding]:
    """收到复议案件583宗 in one section, 收到复议案件538宗 in another."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in passages.facts:
        claim = fact.claim
        comparable = claim.kind in (Kind.COUNT, Kind.MONEY, Kind.RATE) and claim.bound is Bound.EQ
        if not comparable or claim.modality is not Modality.ACTUAL or _is_partial(passages.before(fact)):
            continue
        thing = (claim.topic, claim.kind, claim.unit, claim.subject, claim.period)
        for name in dict.fromkeys((claim.measure, fact.indicator or claim.measure)):
            earlier = first.setdefault((*thing, name), fact)
            if earlier.claim.value != claim.value and _same_thing(passages, earlier, fact):
                arithmetic = f"{shown(earlier.claim.value)} ≠ {shown(claim.value)}"
                remark = f"前面写{earlier.text}，后面写{fact.text}，以哪个为准？"
                yield finding(FindingKind.TWICE, [earlier, fact], arithmetic, remark)
                break


def _is_partial(before: str) -> bool:
    return "其中" in before or _PART_OF_IT.search(",".join(before.split(",")[-_CLOSE:])) is not None


def _same_thing(passages: Passages, one: Fact, other: Fact) -> bool:
    a, b = one.claim, other.claim
    if passages.same_sentence(one, other):
        return False
    low, high = sorted((a.value, b.value))
    if high > _SLIP * low:
        return False
    if a.asof != b.asof and a.asof and b.asof:
        return False
    if min(len(a.measure), len(b.measure)) < SHORTEST_MEASURE:
        return False
    if a.measure == b.measure:
        return True
    common = sum((Counter(a.measure) & Counter(b.measure)).values())
    same_indicator = bool(one.indicator) and one.indicator == other.indicator
    return same_indicator and 2 * common >= ALIKE * (len(a.measure) + len(b.measure))


def amounts_without_unit(passages: Passages) -> Iterator[Finding]:
    """涉及标的金额约15.2亿."""
    for fact in passages.facts:
        unit_follows = passages.text.startswith(("元", "美元", "港元"), fact.end)
        said = unit_follows or "元" in fact.text or fact.claim.measure.endswith(_UNIT_OF_A_COLUMN)
        if fact.claim.kind is Kind.MONEY and not said:
            remark = f"金额“{fact.text}”没有写单位，按元理解，是否正确？"
            yield finding(FindingKind.NO_UNIT, [fact], f"{fact.text} = {shown(fact.claim.value)}元", remark)
