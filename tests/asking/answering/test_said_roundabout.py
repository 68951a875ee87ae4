"""What people say in a roundabout way of those in a register and of those who are helped costs no figure."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FIGURES = (
    Told("在册社区矫正对象143名", "143名", "社区矫正", "在册社区矫正对象", 143, "名"),
    Told("解除社区矫正88名", "88名", "社区矫正", "解除社区矫正", 88, "名"),
    Told("受理法律援助案件612件", "612件", "法律援助", "受理法律援助案件", 612),
    Told("受理行政复议申请97件", "97件", "行政复议", "受理行政复议申请", 97),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("年底在册的矫正对象还剩几个人", "143名"),
        ("社区矫正在册的剩下多少人", "143名"),
        ("还剩多少人在矫", "143名"),
        ("到年底社矫在管的还剩几名", "143名"),
        ("请不起律师、公家出面帮的案子收了多少件", "612件"),
        ("请不起律师公家帮忙的案子一年多少件", "612件"),
        ("没钱请律师、政府出面帮忙的案子收了几件", "612件"),
    ],
)
async def test_roundabout_words_cost_nothing(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == text


@pytest.mark.parametrize(
    "message",
    [
        "行政复议还剩多少件没办",
        "法律援助案件还剩多少件",
        "在册的矫正对象里女的还剩多少人",
        "请不起律师、政府出面帮的外卖员案子收了多少件",
        "政府出面打官司多少件",
        "政府出面帮企业办了几件复议",
    ],
)
async def test_words_that_narrow_still_do(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
