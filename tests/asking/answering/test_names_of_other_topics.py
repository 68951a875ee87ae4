"""What one topic counts by name may be told of by another: 行政许可 among what the business climate lists."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Status
from tests.asking.answering.telling import Told

LISTED = "将行政许可事项96项全部纳入清单动态管理"
SORTS = "对信息公开不服的行政复议申请21件，对行政强制不服的行政复议申请4件"
FIGURES = (
    Told(LISTED, "96项", "营商环境", "行政许可事项全部纳入清单动态管理", 96, "项"),
    Told(SORTS, "21件", "行政复议", "对信息公开不服的行政复议申请", 21),
    Told(SORTS, "4件", "行政复议", "对行政强制不服的行政复议申请", 4),
)


async def test_it_is_near_to_what_was_asked(understander: Understander, told: tuple[Answerer, str]) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(f"{place}许可事项清单几项"))
    assert (answer.status, answer.facts[0].text) == (Status.PARTIAL, "96项")


@pytest.mark.parametrize("message", ["行政许可办了几件", "行政许可多少宗"])
async def test_it_is_none_of_the_other_topics_cases(
    understander: Understander, told: tuple[Answerer, str], message: str
) -> None:
    answerer, place = told
    assert (await answerer.answer(understander.understand(f"{place}{message}"))).status is Status.NONE


@pytest.mark.parametrize(("message", "text"), [("信息公开类复议几件", "21件"), ("复议里行政强制类的几件", "4件")])
async def test_a_sort_that_another_topic_names_is_found(
    understander: Understander, told: tuple[Answerer, str], message: str, text: str
) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(f"{place}{message}"))
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, text)
