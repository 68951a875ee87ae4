"""How two figures of one place relate: worked out where they are like for like, else said why not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.asking.answering.telling import several
from bot.asking.answering.telling.comparing import group_of, label_of
from bot.asking.answering.weighing import derived
from bot.asking.answering.weighing.choosing import key_of
from bot.asking.answering.weighing.named_so import is_place_itself
from bot.model import Answer, Derived, Fact, Kind, Missing, MissingKind, Query, Relation, Status
from bot.words.indicators import ANY_UNIT, plain
from bot.words.lexicon import Lexicon

_SHARES = (Relation.SHARE, Relation.PROPORTION)
_OF_SHARE = re.compile("(?:案件|总数|总量|数|的)*(?:比例|比重|比)$")
_ASKED = {
    Relation.MULTIPLE: "倍数",
    Relation.SHARE: "占比",
    Relation.DIFFERENCE: "差额",
    Relation.PROPORTION: "比例",
}


def related(query: Query, whole: Answer, answers: Sequence[Answer], lexicon: Lexicon) -> Answer:
    """The answer to a question for the relation of two figures: both, with what they make or why they make nothing.

    `whole` is the answer to the question taken as one, `answers` those to its two parts. A rate that a report states
    itself is the answer; where a part has no figure there is nothing to relate.
    """
    if query.relation is None or _is_stated(query, whole):
        return whole
    lacking = [missing for answer in answers if answer.status is not Status.ANSWER for missing in answer.missing]
    if lacking or not all(answer.facts for answer in answers):
        return whole if whole.facts else replace(whole, missing=tuple(dict.fromkeys(lacking)) or whole.missing)
    joined = several.together(query, answers)
    if why := _hindrance(query.relation, answers, joined, lexicon):
        asked = _ASKED[query.relation]
        missing = Missing(asked, MissingKind.INDICATOR, f"没有推算{asked}：{why}")
        return replace(joined, status=Status.PARTIAL, missing=(*joined.missing, missing))
    one, other = (answer.facts[0] for answer in answers)
    worked = _worked(query.relation, one, other, _names(one, other, lexicon))
    return replace(joined, derived=tuple(dict.fromkeys((*([worked] if worked else ()), *joined.derived))))


def with_stated(answer: Answer, facts: Sequence[Fact], lexicon: Lexicon) -> Answer:
    """The answer with the share that a report states itself of its two first figures, `facts` being that report's, in
    front of them and of what was worked out: 占审结案件的6.5%."""
    if answer.query.relation not in _SHARES or len(answer.facts) < 2:
        return answer
    one, other = answer.facts[:2]
    stated = next((fact for fact in facts if _states_share(fact, one, other, lexicon)), None)
    if stated is None:
        return answer
    lacks = tuple(missing for missing in answer.missing if missing.asked != _ASKED[answer.query.relation])
    return replace(
        answer,
        status=Status.PARTIAL if lacks else Status.ANSWER,
        groups=(group_of([stated], lexicon, with_topic=False), *answer.groups),
        derived=(),
        missing=lacks,
    )


def _states_share(fact: Fact, one: Fact, other: Fact, lexicon: Lexicon) -> bool:
    """Whether a figure tells which share one of two makes of the other: 听证案件占审结案件比例 of 听证案件 and 审结."""
    of, _, whole = plain(fact.claim.measure).partition("占")
    alike = fact.claim.kind is Kind.RATE and all(
        (fact.report, fact.claim.period, fact.claim.subject) == (part.report, part.claim.period, part.claim.subject)
        for part in (one, other)
    )
    same = lexicon.alike.same
    whole = _OF_SHARE.sub("", whole)
    named = len(whole) > 1 and same(whole) in same(other.claim.measure)
    return alike and named and of == plain(one.claim.measure)


def _is_stated(query: Query, whole: Answer) -> bool:
    """Whether a report states a rate that answers the question as a whole: 调解成功率 of 调解成功的占受理的几成."""
    if query.relation not in _SHARES or not whole.facts or whole.facts[0].claim.kind is not Kind.RATE:
        return False
    rates = {f"{identity}率" for identity in query.parts[0].indicators}
    return whole.status is Status.ANSWER or whole.facts[0].indicator in rates


def _worked(relation: Relation, one: Fact, other: Fact, names: Sequence[str]) -> Derived | None:
    match relation:
        case Relation.SHARE:
            return derived.share(one, other, names)
        case Relation.DIFFERENCE:
            return derived.difference(one, other)
        case _:
            return derived.ratio(one, other, names)


def _names(one: Fact, other: Fact, lexicon: Lexicon) -> tuple[str, str]:
    """What each of the two measures, in words that tell them apart."""
    first, second = (label_of(key_of(fact), lexicon) for fact in (one, other))
    return (first, second) if first != second else (one.claim.measure, other.claim.measure)


def _hindrance(relation: Relation, answers: Sequence[Answer], joined: Answer, lexicon: Lexicon) -> str:
    """Why two figures must not be related; "" where they may be: one each, of one report, kind, unit and scope."""
    if any(len(answer.facts) > 1 for answer in answers):
        return "有的不止一个数字"
    one, other = (answer.facts[0] for answer in answers)
    if one.id == other.id:
        return "两项在报告里是同一个数字"
    a, b = one.claim, other.claim
    if one.report != other.report or a.period != b.period:
        years = sorted({joined.reports[one.report].year, joined.reports[other.report].year, a.period, b.period})
        return f"年份不同（{'、'.join(f'{year}年' for year in years)}）"
    if a.modality is not b.modality or a.kind is not b.kind or a.kind not in (Kind.COUNT, Kind.MONEY):
        return "不是同一类数字"
    if not _alike(a.unit, b.unit, lexicon):
        return f"单位不同（{a.unit or '无单位'}、{b.unit or '无单位'}）"
    if not derived.comparable(one, other, (a.unit, b.unit)):
        return "不都是准数"
    if why := _scopes(relation, one, other, joined):
        return why
    if not other.claim.value:
        return "其中一个是零"
    if relation is Relation.SHARE and a.value > b.value:
        first, second = _names(one, other, lexicon)
        return f"“{first}”比“{second}”还多，不是其中的一部分"
    return ""


def _alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """Whether two units count the same: 件 and 宗. In 个 anything may be counted."""
    return one == other or any({one, other} <= family - {ANY_UNIT} for family in lexicon.families)


def _scopes(relation: Relation, one: Fact, other: Fact, joined: Answer) -> str:
    """How far what two figures are about differs: topic, and whose they are; "" for no difference that matters."""
    names = [region.own for region in joined.query.regions]
    whose = [fact.claim.subject for fact in (one, other)]
    own = ["" if any(is_place_itself(subject, name) for name in names) else subject for subject in whose]
    if bool(own[0]) != bool(own[1]) or (relation is Relation.SHARE and own[0] != own[1]):
        return f"统计范围不同（{'、'.join(subject or '当地' for subject in whose)}）"
    if relation is Relation.SHARE and one.claim.topic != other.claim.topic:
        return f"不是同一主题的数字（{one.claim.topic}、{other.claim.topic}）"
    return ""
