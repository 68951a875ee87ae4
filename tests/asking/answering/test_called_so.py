"""Of figures of one indicator those come first that a question calls by their name, and none by its opposite."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

BUILT = "建成乡镇公共法律服务工作站9个、村居公共法律服务工作室140个"
ACTED = "律师承办非诉讼业务3100件"
FIGURES = (
    Told(BUILT, "9个", "公共法律服务", "建成公共法律服务工作站", 9, "个"),
    Told(BUILT, "140个", "公共法律服务", "建成公共法律服务工作室", 140, "个"),
    Told(ACTED, "3100件", "律师管理", "律师承办非诉讼业务", 3100),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("公共法律服务工作室几个", "140个"),
        ("公共法律服务工作站几个", "9个"),
        ("律师非诉讼业务几件", "3100件"),
    ],
)
async def test_what_is_called_so_comes_first(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == first


@pytest.mark.parametrize("message", ["律师承办诉讼业务几件", "律师代理诉讼几件"])
async def test_the_opposite_is_no_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
