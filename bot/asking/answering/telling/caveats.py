"""What a careful reader must know before setting figures side by side, in few short Chinese sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.asking.answering.weighing.choosing import Key
from bot.asking.answering.weighing.named_so import is_place_itself
from bot.asking.answering.weighing.slots import Slot
from bot.model import Bound, Fact, Group, Level, Modality, Region, Report

_LEVELS = {Level.PROVINCE: "省级", Level.CITY: "地市级", Level.COUNTY: "区县级"}
_BOUNDED = {Bound.GT: "下限", Bound.LT: "上限"}
# 收到的案件 and 收到的申请 are counted at different moments: whoever compares them should know which is which.
_NOUNS = ("案件", "申请")
_UNTIL = re.compile("^(?:截[至止]到?|到)")


def own_names(regions: Iterable[Region]) -> dict[str, str]:
    """The places' own names by code."""
    return {region.adcode: region.own for region in regions}


def name_of(fact: Fact, reports: Mapping[str, Report], names: Mapping[str, str]) -> str:
    """The name of the place that a fact is about."""
    report = reports[fact.report]
    return names.get(report.adcode, report.region)


def side_by_side(groups: Sequence[Group], reports: Mapping[str, Report], names: Mapping[str, str]) -> list[str]:
    """Where the figures of groups are not like for like: years, units, cut-offs, words, bounds."""
    several = [group for group in groups if len(group.facts) > 1]
    facts = [fact for group in several for fact in group.facts]
    places = len({reports[fact.report].adcode for fact in facts}) > 1
    said = {fact.id: name_of(fact, reports, names) if places else f"{fact.claim.period}年" for fact in facts}
    found = []
    if places and any(_differ(group, lambda fact: fact.claim.period) for group in several):
        found.append(
            "年份不同：" + "、".join(dict.fromkeys(f"{fact.claim.period}年" for fact in facts)) + "，不计算差额和倍数"
        )
    mixed = [fact for group in several if _differ(group, lambda fact: fact.claim.unit) for fact in group.facts]
    if mixed:
        found.append("单位不同：" + _by_value(mixed, said, lambda fact: fact.claim.unit or "无单位"))
    dated = [fact for group in several if _differ(group, _cutoff) for fact in group.facts]
    if dated:
        with_date = [fact for fact in dated if fact.claim.asof]
        found.append("截止时间不同：" + _by_value(with_date, said, lambda fact: f"“{fact.claim.asof}”"))
    found += [_worded(group, said) for group in several[:1] if _differ(group, _noun)]
    return found + [sentence for group in several for sentence in _inexact(group.facts, said)]


def _differ(group: Group, what: Callable[[Fact], object]) -> bool:
    return len({what(fact) for fact in group.facts}) > 1


def _cutoff(fact: Fact) -> str:
    """目前 and 截至目前 say the same."""
    return _UNTIL.sub("", fact.claim.asof)


def _noun(fact: Fact) -> str:
    return next((noun for noun in _NOUNS if noun in fact.claim.measure), "")


def _worded(group: Group, said: Mapping[str, str]) -> str:
    return "用语不同：" + "，".join(f"{said[fact.id]}为“{fact.claim.measure}”" for fact in group.facts)


def _inexact(facts: Sequence[Fact], said: Mapping[str, str]) -> list[str]:
    """A lower or upper bound does not allow a difference."""
    rough = [fact for fact in facts if fact.claim.bound in _BOUNDED]
    if len(facts) != 2 or not rough:
        return []
    return ["、".join(f"{said[fact.id]}{fact.text}是{_BOUNDED[fact.claim.bound]}" for fact in rough) + "，不计算差额"]


def _by_value(facts: Sequence[Fact], said: Mapping[str, str], what: Callable[[Fact], str]) -> str:
    """Who has which: 2022年（东莞市），2024年（光明区、廉江市）."""
    held: dict[str, list[str]] = {}
    for fact in facts:
        held.setdefault(what(fact), []).append(said[fact.id])
    return "，".join(f"{value}（{'、'.join(dict.fromkeys(who))}）" for value, who in held.items())


def of_facts(facts: Sequence[Fact], reports: Mapping[str, Report], names: Mapping[str, str]) -> list[str]:
    """What single figures have about them: oddities, another period than the report's, whose they are."""
    found: list[str] = []
    for fact in facts:
        claim, place = fact.claim, name_of(fact, reports, names)
        found.extend(f"{place}{claim.measure}{fact.text}存疑：{oddity}" for oddity in fact.oddities)
        year = reports[fact.report].year
        if claim.modality is Modality.PRIOR:
            found.append(f"{fact.text}是{place}{year}年报告引用的{claim.period}年数")
        elif claim.modality is Modality.ACTUAL and claim.period != year:
            found.append(f"{place}{fact.text}是{claim.period}年的数，见{year}年报告")
    subjects = dict.fromkeys(
        fact.claim.subject
        for fact in facts
        if fact.claim.subject and not is_place_itself(fact.claim.subject, name_of(fact, reports, names))
    )
    if subjects:
        found.append(f"{'、'.join(subjects)}的数不等于当地总数")
    return list(dict.fromkeys(found))


def of_levels(regions: Sequence[Region]) -> list[str]:
    """A city against a district."""
    if len({region.level for region in regions}) < 2:
        return []
    held = {level: [region.own for region in regions if region.level is level] for level in Level}
    return ["行政级别不同：" + "，".join(f"{_LEVELS[level]}（{'、'.join(who)}）" for level, who in held.items() if who)]


def of_older_reports(used: Iterable[tuple[Slot, Report, str]]) -> list[str]:
    """The newest report of a place has no such figure (named by the last item), so an older one was used."""
    lacking: dict[tuple[str, int, int], list[str]] = {}
    for slot, report, label in used:
        newest = slot.reports[0]
        if slot.year is None and newest.year != report.year:
            lacking.setdefault((slot.region.own, newest.year, report.year), []).append(f"“{label}”")
    return [
        f"{place}{newest}年报告没有{''.join(dict.fromkeys(labels))}的数字，用的是{older}年报告"
        for (place, newest, older), labels in lacking.items()
    ]


def of_unaligned(keys: Iterable[Key], labels: Mapping[Key, str]) -> list[str]:
    """Places that do not report the same thing stand side by side all the same."""
    known = list(dict.fromkeys(keys))
    if len(known) < 2:
        return []
    return ["口径不同：" + "".join(f"“{labels[key]}”" for key in known) + "不是同一指标，只并列，不比大小"]
