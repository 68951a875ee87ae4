"""How much several places have together: worked out where that makes sense, else said why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing import derived
from bot.asking.answering.weighing.choosing import key_of
from bot.asking.answering.weighing.wording import part_around
from bot.model import Answer, Bound, Fact, Kind, Missing, MissingKind, Query, Region, Status
from bot.words.lexicon import Lexicon
from bot.words.places import Places

_ASKED = "合计"
_MOST = 10
_NOT_ALIKE = "不是同一指标"
_SUM = re.compile("共|合计|总计|总额|总数")


def totalled(answer: Answer, lexicon: Lexicon, places: Places) -> Answer:
    """The answer to a question for a total over places, with the sum of what it lists first or why there is none."""
    lead = answer.groups[0].facts if answer.groups else ()
    named = [_region(fact, answer, places) for fact in lead]
    if len({answer.reports[fact.report].adcode for fact in answer.facts}) < 2:
        return answer
    one_place = len({region.adcode for region in named}) < 2
    why = _NOT_ALIKE if one_place else _hindrance(lead, named, lexicon, places)
    if not why:
        return replace(answer, derived=(derived.total(lead),))
    missing = Missing(_ASKED, MissingKind.INDICATOR, f"各地数字没有相加：{why}")
    return replace(answer, status=Status.PARTIAL, missing=(*answer.missing, missing))


def whole_first(pick: Pick, query: Query) -> Pick:
    """A pick whose sentence adds up what it leads with, with that sum first where all of it may be meant.

    Of 发放办案补贴30万元、值班补贴5万元，合计35万元 who asks for 补贴 means the last.
    """
    lead = pick.leads[0]
    if query.indicators or not query.words or not (query.total or not pick.exact):
        return pick
    sums = [fact for fact in (*pick.leads, *pick.rest) if _is_sum(fact, lead, query.words)]
    if not sums:
        return pick
    whole = max(sums, key=lambda fact: fact.claim.value)
    leads, rest = (tuple(fact for fact in facts if fact.id != whole.id) for facts in (pick.leads, pick.rest))
    return replace(pick, leads=(whole, *leads), rest=rest, key=key_of(whole), exact=True)


def _is_sum(fact: Fact, part: Fact, words: Sequence[str]) -> bool:
    """Whether a figure is said to be a sum right before its number, in the sentence and unit of a smaller one."""
    claim, own = fact.claim, part.claim
    if (fact.report, claim.quote, claim.unit, claim.kind, claim.period) != (
        *(part.report, own.quote, own.unit, own.kind, own.period),
    ):
        return False
    said = part_around(fact).partition(fact.text)[0]
    named = all(word in claim.measure for word in words)
    return claim.value > own.value and named and _SUM.search(said) is not None


def _region(fact: Fact, answer: Answer, places: Places) -> Region:
    report = answer.reports[fact.report]
    known = {region.adcode: region for region in answer.query.regions}
    return known[report.adcode] if report.adcode in known else places.by_code[report.adcode]


def _hindrance(facts: Sequence[Fact], named: Sequence[Region], lexicon: Lexicon, places: Places) -> str:
    """Why figures must not be added up; "" where they may be: like with like, of one year, exact, each place once."""
    indicator = lexicon.indicator(facts[0].indicator)
    units = {fact.claim.unit for fact in facts}
    codes = [region.adcode for region in named]
    inside = any(one != other and places.contains(one, other) for one in named for other in named)
    if len({fact.claim.period for fact in facts}) > 1:
        years = "、".join(f"{region.own}{fact.claim.period}年" for fact, region in zip(facts, named, strict=True))
        return f"年份不同（{years}）"
    if indicator is None or any(fact.indicator != facts[0].indicator for fact in facts):
        return _NOT_ALIKE
    if facts[0].claim.kind not in (Kind.COUNT, Kind.MONEY):
        return "比率、名次和增减不能相加"
    if len(units) > 1 and not units <= set(indicator.units):
        return "单位不同"
    if any(fact.claim.bound is not Bound.EQ or derived.spread(fact) for fact in facts):
        return "不都是准数"
    if inside or len(set(codes)) < len(codes) or len(codes) > _MOST:
        return "各地的数字有重叠" if inside else "有的地方不止一个数字"
    return ""
