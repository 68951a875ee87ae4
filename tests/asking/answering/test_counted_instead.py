"""A follow-up that names another noun of the same sentence asks for it as the first was asked for, planned or done."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Context, Understander
from bot.model import Modality, Status
from tests.asking.answering.telling import Ask, Told

PLANNED = "编制《法治规划》,提出培育9名讲解员,完善14个阵地,梳理6个配套环节"
BUILT = "打造法治公园4个、法治长廊3个"
TARGET = {"modality": Modality.TARGET}
FIGURES = (
    Told(PLANNED, "14个", "依法治理统筹", "完善阵地", 14, "个", TARGET),
    Told(PLANNED, "6个", "依法治理统筹", "梳理配套环节", 6, "个", TARGET),
    Told(BUILT, "4个", "普法宣传", "打造法治公园", 4, "个"),
    Told(BUILT, "3个", "普法宣传", "打造法治长廊", 3, "个"),
    Told("制定政府规章2部,起草村规6部", "2部", "立法", "制定政府规章", 2, "部"),
)


@pytest.mark.parametrize(
    ("first", "message", "text"),
    [
        ("法治规划计划完善几个工作阵地", "配套环节几个", "6个"),
        ("法治规划计划完善几个阵地", "配套环节呢", "6个"),
    ],
)
async def test_what_was_planned_of_the_one_is_asked_of_the_other(
    understander: Understander, told: tuple[Answerer, str], first: str, message: str, text: str
) -> None:
    answerer, place = told
    before = understander.understand(f"{place}{first}")
    assert before.modality is Modality.TARGET
    answer = await answerer.answer(understander.understand(message, Context(previous=before)))
    assert text in [fact.text for fact in answer.facts], [fact.text for fact in answer.facts]


@pytest.mark.parametrize("message", ["考核环节几个", "宣讲长廊呢", "法治公园几个", "法治长廊呢"])
async def test_what_was_not_planned_is_not_told(ask: Ask, message: str) -> None:
    answer = await ask(message, after="法治规划计划完善几个阵地")
    planned = all(fact.claim.modality is Modality.TARGET for fact in answer.facts)
    assert not (answer.status is Status.ANSWER and answer.facts and planned), [fact.text for fact in answer.facts]


@pytest.mark.parametrize(
    ("message", "text"), [("出了几部新规章", "2部"), ("制定了几部新规章", "2部"), ("出了几部规章", "2部")]
)
async def test_what_is_made_is_new(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, text)


@pytest.mark.parametrize(
    "message", ["出了几部旧规章", "废了几部规章", "修改了几部新规章", "出了几部法规", "出了几个新村", "出了几期新闻"]
)
async def test_nothing_else_was_made(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not (answer.status is Status.ANSWER and answer.facts), [fact.text for fact in answer.facts]
