"""What a later question of a message asks of the event that the one before it named: 多少人参加考试，优秀率是多少.

Such a question names nothing of its own. The sentence that answered the first tells it, of the same thing:
参加考试的职工 and 职工考试优秀率.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.choosing import once
from bot.asking.answering.weighing.counting import has_unit
from bot.model import Fact, Query
from bot.words.indicators import ANY_UNIT, plain
from bot.words.lexicon import Lexicon

_OPENS = re.compile("^(?:其中|以及|还有|那么?|而|它们?|他们|所|覆盖|涉及|惠及|涵盖|包括|了|到|的)+")
"""How such a question leans on the one before it; that a thing is reached says nothing of which it is."""
_ASKS = re.compile(
    "的?(?:个数|总数|数量|数)?(?:各|分别|一共|总共|共)?(?:是|有|为|达到?)?(?:(?:多少|几|百分之|多高|多大).*)?[呢啊呀吗]*$"
)
_DONE_TO = re.compile(
    "(?:一共|总共|共|又|还)*(?P<deed>服务|惠及|走访|联系|对接|覆盖|帮扶|培训)(?:了|到|过)*(?P<who>[\u3400-\u9fff]{0,6}?)"
    "(?:一共|总共|共)?(?:多少|几)(?P<whom>[\u3400-\u9fff]{0,6}?)[呢啊呀吗]*"
)
_ANY_BODY = frozenset({"单位", "机构", "主体", "对象"})
"""Words for whoever something is done for, as long as only one figure tells of any."""
_HOW_MANY = re.compile("(?:和|与|及|跟)?(?:多少|几)([\u3400-\u9fff]+)")
_RATE = re.compile("[\u3400-\u9fff]{1,4}率")
_OF_ANYTHING = re.compile(
    "(?:优秀|优良|良好|合格|及格|达标|满意|好评|参与|参加|参训|参测|参赛|参会|到课|出勤|通过|完成)率"
)
"""Rates whose names do not say of what they are."""
_COMMUNITIES = "社区"
_SHORTEST = 2
_SHARED = 0.6
"""How much of what else a measure says must be said of the first figure, by its pairs of characters."""


def of_same_event(part: Query, lead: Fact, facts: Sequence[Fact], lexicon: Lexicon) -> Fact | None:
    """The only figure of the first one's sentence that measures, of the same thing, what a later question names."""
    units = [unit for unit in part.units if unit != ANY_UNIT]
    own = [
        fact
        for fact in facts
        if fact.id != lead.id
        and (fact.report, fact.claim.quote, fact.claim.modality) == (lead.report, lead.claim.quote, lead.claim.modality)
        and (not units or has_unit(fact, units))
        and (not part.kinds or fact.claim.kind in part.kinds)
    ]
    phrase, measure = plain("".join(part.said)), lexicon.alike.same
    found: Sequence[Fact]
    if served := _served(phrase, units, own):
        found = served
    elif bare := _bare(_OPENS.sub("", phrase), units):
        told = (fact for fact in own if (units or fact.claim.unit == ANY_UNIT) and _may_count(fact, bare))
        found = once([fact for fact in told if measure(bare) in measure(fact.claim.measure)])
    else:
        noun = noun_of(part)
        first = plain(lead.claim.measure)
        alike = lead.claim.unit
        found = once([f for f in own if _is_of(plain(f.claim.measure), noun, first, f.claim.unit == alike)])
    return found[0] if len(found) == 1 else None


def noun_of(part: Query) -> str:
    """What a question names, without the words around it that lean on another one or only ask."""
    return _ASKS.sub("", _OPENS.sub("", plain("".join(part.said))))


def is_of_other(part: Query, words: Sequence[str], first: Fact, lead: Fact) -> bool:
    """Whether a rate alone is asked for of those that `words` named before, and a figure is said of others.

    退休教师调解多少件，成功率多少 asks for no rate of all that is mediated.
    """
    whose, other = first.claim.subject, lead.claim.subject
    return bool(_RATE.fullmatch(noun_of(part))) and whose != other and any(word in whose for word in words)


def is_of_other_event(part: Query, first: Fact, lead: Fact) -> bool:
    """Whether a rate that anything may have is asked for of what was named before, and a figure is of something else.

    多少人参加测试，优秀率多少 asks for no 优秀率 of case files.
    """
    noun = noun_of(part)
    said, told = plain(first.claim.measure), plain(lead.claim.measure)
    return bool(_OF_ANYTHING.fullmatch(noun)) and not _is_of(told, noun, said, alike=False)


def _may_count(fact: Fact, noun: str) -> bool:
    """Whether a figure may count what a noun names: 村(社区) are 村, as 村规民约 are not; 社区 are not all of them."""
    measure = plain(fact.claim.measure)
    if len(noun) < _SHORTEST:
        return measure.endswith((noun, f"{noun}{_COMMUNITIES}"))
    return noun != _COMMUNITIES or not measure.endswith(f"村{_COMMUNITIES}")


def _bare(phrase: str, units: Sequence[str]) -> str:
    """What is counted by a phrase that says nothing else, so that the deed before it is meant: 多少家律所.

    "" for a phrase that says more.
    """
    asked = _HOW_MANY.fullmatch(phrase)
    unit = next((unit for unit in units or [ANY_UNIT] if asked and asked[1].startswith(unit)), "")
    return asked[1].removeprefix(unit) if asked and unit else ""


def _served(phrase: str, units: Sequence[str], own: Sequence[Fact]) -> tuple[Fact, ...]:
    """The figures whose measure opens with the verb of a phrase and tells of those whom it counts: 服务了多少家单位 of
    服务高校、企业; none for a phrase that names others."""
    asked = _DONE_TO.fullmatch(phrase)
    if asked is None or not units:
        return ()
    who = (asked["who"] or "").removesuffix("的") + asked["whom"].removeprefix(next(iter(units)))
    named = [who[at : at + 2] for at in range(0, len(who), 2)]
    told = (fact for fact in own if plain(fact.claim.measure).startswith(asked["deed"]))
    return once([f for f in told if all(name in _ANY_BODY or name in f.claim.measure for name in named)])


def _is_of(measure: str, noun: str, first: str, alike: bool) -> bool:
    """Whether a measure is a noun and what else it says is said of the first figure as well.

    What is counted `alike` may have the word within: 受理 of 顾问受理纠纷 beside 顾问化解纠纷.
    """
    named = measure.endswith(noun) or (alike and noun in measure)
    if len(noun) < _SHORTEST or not named or first.endswith(noun):
        return False
    pairs = [rest[at : at + 2] for rest in measure.rsplit(noun, 1) for at in range(len(rest) - 1)]
    return bool(pairs) and sum(pair in first for pair in pairs) >= _SHARED * len(pairs)
