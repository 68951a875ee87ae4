"""What a body did is told where the report tells it, and not what all did, nor of whom it may have been done."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

QUOTE = "全市调解矛盾纠纷7100件，其中公证处调解130件，基层法律服务所调解960件"
FIGURES = (
    Told(QUOTE, "7100件", "人民调解", "调解矛盾纠纷", 7100),
    Told(QUOTE, "130件", "公证", "公证处调解", 130),
    Told(QUOTE, "960件", "公共法律服务", "法律服务所调解", 960),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("法律服务所调解的纠纷有多少件", "960件"),
        ("公证处调解多少件纠纷", "130件"),
        ("调解的矛盾纠纷有多少件", "7100件"),
    ],
)
async def test_what_a_body_did_is_told_and_not_what_all_did(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == text


@pytest.mark.parametrize("message", ["女性法律服务所调解多少件", "涉外公证处调解多少件", "校园公证处调解多少件"])
async def test_what_stands_in_front_of_a_body_narrows_what_it_did(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
