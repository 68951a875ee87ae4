"""Of figures whose measures share the name of a list those are told that count what a question names behind them."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

LISTED = "编印镇级党规和公约选编,收录36篇党规、12篇公约、4篇解读文章"
SAVED = "推行办税免填单,为商户减少填报表格8.5万张,节约等候时间41万小时"
FIGURES = (
    Told(LISTED, "36篇", "普法宣传", "镇级党规和公约选编收录党规", 36, "篇"),
    Told(LISTED, "12篇", "普法宣传", "镇级党规和公约选编收录公约", 12, "篇"),
    Told(LISTED, "4篇", "普法宣传", "镇级党规和公约选编收录解读文章", 4, "篇"),
    Told(SAVED, "8.5万张", "营商环境", "商户减少填报表格", 85000, "张"),
    Told(SAVED, "41万小时", "营商环境", "节约等候时间", 410000, "小时", {"kind": Kind.DURATION}),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("镇级选编里收录了几篇党规", "36篇"),
        ("镇级选编里收录了几篇公约", "12篇"),
        ("镇级选编收录的公约几篇", "12篇"),
        ("镇级选编收录解读文章几篇", "4篇"),
        ("办税免填单给商户省了多少小时", "41万小时"),
        ("商户等候时间省了几个小时", "41万小时"),
    ],
)
async def test_the_thing_that_is_named_is_told(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, text), message


@pytest.mark.parametrize(
    "message",
    [
        "镇级选编里收录了几篇案例",
        "村级选编里收录了几篇公约",
        "镇级选编里废止了几篇党规",
        "外商等候时间省了几个小时",
        "商户等候时间省了多少分钟",
        "商户等候时间省了几天",
        "上半年商户等候时间省了几个小时",
        "办税免填单给农户省了多少小时",
        "商户填报时间用了多少小时",
        "办税免填单给商户省了多少钱",
        "夜间办税给商户省了多少小时",
    ],
)
async def test_nothing_else_is(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER, (message, [fact.text for fact in answer.facts])
