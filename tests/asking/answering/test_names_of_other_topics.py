"""What one topic counts by name may be told of by another: 行政许可 among what the business climate lists."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

LISTED = "将行政许可事项96项全部纳入清单动态管理"
SORTS = "对信息公开不服的行政复议申请21件，对行政强制不服的行政复议申请4件"
PIECES = "行政复议确认违法3件，对行政确认不服的行政复议申请8件"
SUED = "县级政府作为被申请人的17件"
TOLD_ALL = "组织述法58人"
FIGURES = (
    Told(LISTED, "96项", "营商环境", "行政许可事项全部纳入清单动态管理", 96, "项"),
    Told(SORTS, "21件", "行政复议", "对信息公开不服的行政复议申请", 21),
    Told(SORTS, "4件", "行政复议", "对行政强制不服的行政复议申请", 4),
    Told(PIECES, "3件", "行政复议", "行政复议确认违法", 3),
    Told(PIECES, "8件", "行政复议", "对行政确认不服的行政复议申请", 8),
    Told(SUED, "17件", "行政复议", "县级政府作为被申请人的行政复议案件", 17),
    Told(TOLD_ALL, "58人", "依法治理统筹", "述法", 58, "人"),
)


async def test_it_is_near_to_what_was_asked(ask: Ask) -> None:
    answer = await ask("许可事项清单几项")
    assert (answer.status, answer.facts[0].text) == (Status.PARTIAL, "96项")


@pytest.mark.parametrize("message", ["行政许可办了几件", "行政许可多少宗"])
async def test_it_is_none_of_the_other_topics_cases(ask: Ask, message: str) -> None:
    assert (await ask(message)).status is Status.NONE


@pytest.mark.parametrize(
    ("message", "text"),
    [("信息公开类复议几件", "21件"), ("复议里行政强制类的几件", "4件"), ("行政确认类复议几件", "8件")],
)
async def test_a_sort_that_another_topic_names_is_found(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, text)


async def test_the_cases_of_another_government_are_none_of_those_asked_for(ask: Ask) -> None:
    assert (await ask("县级政府被复议几件")).facts[0].text == "17件"
    for government in ("省政府", "市政府"):
        other = await ask(f"{government}被复议几件")
        assert other.status is not Status.ANSWER


async def test_all_are_not_those_of_a_narrower_sort(ask: Ask) -> None:
    assert (await ask("述法几人")).status is Status.ANSWER
    assert (await ask("现场述法几人")).status is not Status.ANSWER
