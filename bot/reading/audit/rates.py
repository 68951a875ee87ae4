"""Rates: above 100 %, or other than the counts beside them give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.model import Bound, Fact, Kind
from bot.reading.audit.findings import (
    Finding,
    FindingKind,
    Passages,
    finding,
    is_exact_count,
    last_digit,
    shown,
)

# Rates against a plan may exceed 100 %: 完成年度任务的120%.
_AGAINST_A_PLAN = re.compile("完成|计划|目标|任务|指标|预算|增长|增幅")

# 成功率约为98%: what the rate is of, in front of the figure.
_RATE_NAME = re.compile(r"([\u4e00-\u9fff]{1,12})率[^\d,、率]{0,6}$")

# Rates of an outcome, whose base is the total told with it. (The base of 出庭应诉率 is the cases that need an
# appearance, that of 及时率 or 按期办结率 the cases due: neither is a total of the sentence.)
_OUTCOME = re.compile("成功|合格|及格|优秀|通过|办结|审结|结案|化解|整改")


# What was taken in bounds what came out of it, even where it is written as less.
_TAKEN_IN = re.compile("受理|收到|接到|立案|参加|参考")

_ABOUT = 1.5
"""How many steps of its last digit a rate with 约 may be off."""


def rates_above_100(passages: Passages) -> Iterator[Finding]:
    """出庭应诉率达105%."""
    for fact in passages.facts:
        claim = fact.claim
        if claim.kind is Kind.RATE and claim.unit == "%" and claim.value > 100:
            if _AGAINST_A_PLAN.search(claim.measure) or _AGAINST_A_PLAN.search(passages.before(fact)[-20:]):
                continue
            remark = f"{fact.text}超过了100%，是否有误？"
            yield finding(FindingKind.OVER_100, [fact], f"{shown(claim.value)}% > 100%", remark)


def rates_that_differ(passages: Passages) -> Iterator[Finding]:
    """受理200件，调解成功150件，成功率98%."""
    for facts in passages.sentences():
        for at, rate in enumerate(facts):
            if rate.claim.kind is Kind.RATE and rate.claim.unit == "%" and rate.claim.value <= 100:
                yield from _against_counts(passages, rate, facts[:at])


def _against_counts(passages: Passages, rate: Fact, before: Sequence[Fact]) -> Iterator[Finding]:
    named = _RATE_NAME.search(passages.text[max(0, rate.start - 20) : rate.start])
    if not named or not _OUTCOME.search(named[1]):
        return
    outcome = _last_words(named[1])
    counts = [fact for fact in before if is_exact_count(fact)]
    pairs = [
        (part, whole)
        for part in reversed(counts)
        if not Counter(outcome) - Counter(passages.own_words(part))
        for whole in reversed(counts)
        if _may_be_whole(whole, part)
    ]
    if not pairs or any(_fits(part, whole, rate) for part, whole in pairs):
        return
    part, whole = pairs[0]
    percent = 100 * part.claim.value / whole.claim.value
    arithmetic = f"{shown(part.claim.value)} ÷ {shown(whole.claim.value)} = {percent:.2f}%，文中写{rate.text}"
    remark = f"按{part.text} ÷ {whole.text}算是{percent:.2f}%，文中写{rate.text}，口径是否不同？"
    yield finding(FindingKind.RATE, [part, whole, rate], arithmetic, remark)


def _may_be_whole(whole: Fact, part: Fact) -> bool:
    """Whether a count stands before another of its unit and holds it, or should."""
    if whole.start >= part.start or whole.claim.unit != part.claim.unit:
        return False
    return whole.claim.value >= part.claim.value or _TAKEN_IN.search(whole.claim.measure) is not None


def _last_words(name: str) -> str:
    """The outcome within a rate's name with the words close before it: 人民调解组织调解成功 → 调解成功."""
    found = list(_OUTCOME.finditer(name))[-1]
    return name[max(0, found.start() - 2) :]


def _fits(part: Fact, whole: Fact, rate: Fact) -> bool:
    """Whether a stated rate can be the rounding, or the truncation, of the quotient."""
    quotient = 100 * part.claim.value / whole.claim.value
    step = last_digit(rate)
    if rate.claim.bound is Bound.GT:
        return quotient >= rate.claim.value - step
    if rate.claim.bound is Bound.LT:
        return quotient <= rate.claim.value + step
    return abs(quotient - rate.claim.value) <= (_ABOUT * step if rate.claim.bound is Bound.APPROX else step)
