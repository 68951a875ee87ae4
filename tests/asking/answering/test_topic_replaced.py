"""A follow-up that puts another topic in the place of the one before: 司法鉴定的呢 behind 公证减免了多少钱."""

from __future__ import annotations

import pytest

from bot.model import Kind
from tests.asking.answering.telling import Ask, Told

NOTARISED = "办理公证3120件,为困难群众减免公证费7.2万元"
EXAMINED = "完成司法鉴定860件,减免鉴定费用4.6万元"
MONEY = {"kind": Kind.MONEY}
FIGURES = (
    Told(NOTARISED, "3120件", "公证", "办理公证", 3120),
    Told(NOTARISED, "7.2万元", "公证", "公证减免费用", 72000, "元", MONEY),
    Told(EXAMINED, "860件", "司法鉴定", "完成司法鉴定", 860),
    Told(EXAMINED, "4.6万元", "司法鉴定", "司法鉴定减免费用", 46000, "元", MONEY),
)


@pytest.mark.parametrize(
    ("first", "message", "text"),
    [
        ("公证减免了多少钱", "司法鉴定的呢", "4.6万元"),
        ("公证减免了多少钱", "那司法鉴定的呢", "4.6万元"),
        ("公证办了多少件", "司法鉴定的呢", "860件"),
    ],
)
async def test_the_same_is_asked_of_another_topic(ask: Ask, first: str, message: str, text: str) -> None:
    answer = await ask(message, after=first)
    assert answer.facts[0].text == text
