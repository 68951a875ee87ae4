"""Figures of a sentence that are said of others than those whom a question is about, or of what these did."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.asking.answering.weighing.counting import has_unit
from bot.asking.answering.weighing.wording import part_around
from bot.asking.understanding.measuring.doers import COUNTABLE
from bot.model import Fact, Query

_ITEM_END = re.compile("[\\s和与跟及]|的?(?:一共|总共|共|各)?(?:有|是)?(?:多少|几)|$")
_EMPTY_END = re.compile("(?:案件|数量|人数|数)$")
_BODIES = (*COUNTABLE, "工作室", "中心", "委员会", "调委会", "小组", "机构", "单位", "部门")
_BODIES_ASKED = re.compile(
    f"(?<!增)(?:{'|'.join(_BODIES)})的?(?:一共|总共|共|现在|目前)?有?(?:多少|几)[个名位家人]?[啊呀呢吗]?$"
)
"""How a question ends that asks how many people or bodies there are."""
_OF_BODIES = frozenset("个家所名人位间处座")


def stands_before(fact: Fact, query: Query, facts: Iterable[Fact]) -> bool:
    """Whether a word in front of what was asked for is said behind a figure only, and of another of its sentence.

    调委会调解成功3766宗，退休教师调解161宗: who asks what 退休教师 mediated means none of the first.
    """
    own = f"{_named(fact)}\n{part_around(fact)}"
    before, _, behind = fact.claim.quote.partition(fact.text)
    narrowing = (word for word in query.words if any(_runs_on(word, said) for said in query.said))
    words = [word for word in narrowing if word in behind and word not in before and word not in own]
    beside = (other for other in facts if (other.report, other.claim.quote) == (fact.report, fact.claim.quote))
    of_others = [_EMPTY_END.sub("", _named(other)) for other in beside] if words else []
    return any(word in named and not named.endswith(word) for named in of_others for word in words)


def asks_bodies_there(query: Query) -> bool:
    """Whether a question asks how many people or bodies there are: 调解员有多少; not what they did."""
    return any(_BODIES_ASKED.search(phrase) for phrase in query.said)


def is_of_deed(fact: Fact) -> bool:
    """Whether a figure counts neither people nor bodies, but what these did."""
    return fact.claim.unit not in _OF_BODIES and not has_unit(fact, ("人",))


def _runs_on(word: str, said: str) -> bool:
    """Whether more than a word that asks or ends an item stands behind a word."""
    _, there, behind = said.partition(word)
    return bool(there) and _ITEM_END.match(behind) is None


def _named(fact: Fact) -> str:
    return f"{fact.claim.subject}\n{fact.claim.measure}"
