"""What a careful reader must know before setting figures side by side, in short Chinese sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.asking.choosing import Key, key_of
from bot.asking.slots import Slot
from bot.model import Bound, Fact, Group, Level, Modality, Region, Report

_LEVELS = {Level.PROVINCE: "省级", Level.CITY: "地市级", Level.COUNTY: "区县级"}
_INEXACT = {Bound.APPROX: "约数", Bound.GT: "下限（超、余、以上）", Bound.LT: "上限（不足、以下）"}


def own_names(regions: Iterable[Region]) -> dict[str, str]:
    """The places' own names by code."""
    return {region.adcode: region.own for region in regions}


def name_of(fact: Fact, reports: Mapping[str, Report], names: Mapping[str, str]) -> str:
    """The name of the place that a fact is about."""
    report = reports[fact.report]
    return names.get(report.adcode, report.region)


def group_caveats(group: Group, reports: Mapping[str, Report], names: Mapping[str, str]) -> list[str]:
    """Where the figures of one group are not like for like: years, units, cut-offs, subjects, bounds."""
    facts = group.facts
    several = len({reports[fact.report].adcode for fact in facts}) > 1
    said = {fact.id: name_of(fact, reports, names) if several else f"{fact.claim.period}年" for fact in facts}
    found = []
    if several and len({fact.claim.period for fact in facts}) > 1:
        found.append("年份不同：" + _each(facts, said, lambda fact: f"{fact.claim.period}年"))
    if len({fact.claim.unit for fact in facts}) > 1:
        found.append("单位不同：" + _each(facts, said, lambda fact: fact.claim.unit or "无单位"))
    if len({fact.claim.asof for fact in facts}) > 1:
        found.append(
            "截止时间不同：" + _each(facts, said, lambda fact: f"“{fact.claim.asof}”" if fact.claim.asof else "未注明")
        )
    return found + _inexact(facts, said)


def _inexact(facts: Sequence[Fact], said: Mapping[str, str]) -> list[str]:
    """Bounds matter when figures stand side by side: they do not allow a difference."""
    rough = [fact for fact in facts if fact.claim.bound in (Bound.GT, Bound.LT)]
    if len(facts) < 2 or not rough:
        return []
    return ["、".join(f"{said[fact.id]}{fact.text}是{_INEXACT[fact.claim.bound]}" for fact in rough) + "，不计算差额"]


def _each(facts: Sequence[Fact], said: Mapping[str, str], what: Callable[[Fact], str]) -> str:
    return "，".join(dict.fromkeys(f"{said[fact.id]}为{what(fact)}" for fact in facts))


def fact_caveats(facts: Sequence[Fact], reports: Mapping[str, Report], names: Mapping[str, str]) -> list[str]:
    """What single figures have about them: whose they are, which period, targets, oddities."""
    found: list[str] = []
    for fact in facts:
        claim, place = fact.claim, name_of(fact, reports, names)
        found.extend(f"{place}{claim.measure}{fact.text}：{oddity}" for oddity in fact.oddities)
        year = reports[fact.report].year
        if claim.modality is Modality.PRIOR:
            found.append(f"{fact.text}是{place}{year}年报告引用的{claim.period}年数")
        elif claim.modality is Modality.ACTUAL and claim.period != year:
            found.append(f"{place}{fact.text}是{claim.period}年的数，见{year}年报告")
    subjects = dict.fromkeys(
        (fact.claim.subject, name_of(fact, reports, names)) for fact in facts if fact.claim.subject
    )
    by_subject = "、".join(subject for subject, place in subjects if not _is_place_itself(subject, place))
    if by_subject:
        found.append(f"{by_subject}的数不等于全区（市）总数")
    return list(dict.fromkeys(found))


def _is_place_itself(subject: str, place: str) -> bool:
    """Whether a subject only names the place or all of it: 全市各级…, 廉江市法律援助处."""
    return subject.startswith(("全市", "全区", "全县", "全省", place))


def level_caveat(regions: Sequence[Region]) -> list[str]:
    """A city against a district."""
    levels = {region.level for region in regions}
    if len(levels) < 2:
        return []
    return ["行政级别不同：" + "，".join(f"{region.own}为{_LEVELS[region.level]}" for region in regions)]


def older_caveat(slot: Slot, report: Report, label: str) -> list[str]:
    """The newest report has no such figure, so an older one was used."""
    newest = slot.reports[0]
    if slot.year is not None or newest.year == report.year:
        return []
    return [f"{slot.region.own}{newest.year}年报告没有{label}的数字，用的是{report.year}年报告"]


def unaligned_caveat(keys: Sequence[Key | None], labels: Mapping[Key, str]) -> list[str]:
    """Places that do not report the same thing stand side by side all the same."""
    known = list(dict.fromkeys(key for key in keys if key is not None))
    if len(known) < 2:
        return []
    return ["口径不同：" + "、".join(f"“{labels[key]}”" for key in known) + "不是同一指标，只并列，不比大小"]


def keys_of(facts: Sequence[Fact]) -> list[Key]:
    """The keys of some facts, each once, in order."""
    return list(dict.fromkeys(key_of(fact) for fact in facts))
