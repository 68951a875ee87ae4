"""Who asks how many more there are, or how many there are to be, is told no share as if it were that."""

from __future__ import annotations

import pytest

from bot.model import Direction, Kind, Modality, Status
from tests.asking.answering.telling import Ask, Told

DOWN = {"kind": Kind.CHANGE, "direction": Direction.DOWN}
UP = {"kind": Kind.CHANGE, "direction": Direction.UP}
PLANNED = {"kind": Kind.RATE, "modality": Modality.TARGET, "period": 2024}
GROWN = "收到行政复议申请390件,同比增长30%"
FIGURES = (
    Told("入企检查频次下降37%", "37%", "行政执法", "入企检查频次下降", 37, "%", DOWN),
    Told(GROWN, "390件", "行政复议", "收到行政复议申请", 390),
    Told(GROWN, "30%", "行政复议", "收到行政复议申请同比增长", 30, "%", UP),
    Told("2024年力争调解成功率达到97%", "97%", "人民调解", "调解成功率", 97, "%", PLANNED),
)


@pytest.mark.parametrize(
    ("message", "first", "status"),
    [
        ("入企检查频次下降多少", "37%", Status.ANSWER),
        ("入企检查频次少了多少次", "37%", Status.PARTIAL),
        ("入企检查频次减少几次", "37%", Status.PARTIAL),
        ("复议申请多了几件", "30%", Status.ANSWER),
        ("复议申请多收了几件", "30%", Status.ANSWER),
        ("调解成功率目标多少", "97%", Status.ANSWER),
    ],
)
async def test_a_share_is_the_answer_where_one_is_asked_for_or_its_whole_is_told(
    ask: Ask, message: str, first: str, status: Status
) -> None:
    answer = await ask(message)
    assert (answer.facts[0].text, answer.status) == (first, status)


@pytest.mark.parametrize("message", ["明年调解要到几个", "2024年调解目标多少件"])
async def test_the_target_of_a_rate_is_no_number(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not answer.facts
