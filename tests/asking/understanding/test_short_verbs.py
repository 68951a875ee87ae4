"""Verbs that are said by one of their characters."""

from __future__ import annotations

import pytest

from bot.asking.understanding.continuing.short_verbs import says_in_short
from bot.asking.understanding.understand import Context, Understander


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("派了", "选派驻村律师"),
        ("戴了", "佩戴标识的人员"),
        ("编了", "编发简报"),
        ("罚过", "处罚商户"),
        ("评了", "评议事项"),
        ("发了", "发现线索的平台发放手册"),
    ],
)
def test_what_is_said_in_short(word: str, text: str) -> None:
    assert says_in_short(word, text)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("立了", "立案调查"),
        ("告了", "以县政府为被告的案件"),
        ("开了", "开庭审理"),
        ("派的", "选派律师"),
        ("选派", "选派律师"),
        ("戴了", "接收对象"),
    ],
)
def test_what_is_no_short_form(word: str, text: str) -> None:
    assert not says_in_short(word, text)


def test_it_asks_the_same_again(understander: Understander) -> None:
    before = understander.understand("光明2024年佩戴电子手环多少人")
    again = understander.understand("20年给几个人戴了", Context(previous=before))
    assert (again.topics, again.indicators, again.words) == (before.topics, before.indicators, ())
    assert again.years == (2020,)
