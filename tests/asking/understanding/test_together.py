"""Topics that words of one clause tell together, in any order."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    "message",
    [
        "廉江请律师不要钱的有多少宗",
        "廉江穷人打官司不花钱的案子有多少宗",
        "廉江没钱请律师的案子有几宗",
        "廉江打官司公家买单的有多少宗",
        "廉江不花钱找律师的案件几宗",
    ],
)
def test_who_needs_not_pay_for_a_suit_asks_for_legal_aid(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.topics, query.words, query.kinds) == (("法律援助",), (), ())


@pytest.mark.parametrize(
    ("message", "topics"),
    [
        ("东莞打了多少宗官司", ("行政应诉",)),
        ("廉江律师办的免费讲座几场", ("律师管理",)),
        ("东莞打官司多少宗，免费的公证多少件", ("行政应诉", "公证")),
    ],
)
def test_one_of_them_alone_or_in_another_clause_tells_it_not(
    understander: Understander, message: str, topics: tuple[str, ...]
) -> None:
    assert understander.understand(message).topics == topics


def test_who_it_is_done_for_is_not_who_does_it(understander: Understander) -> None:
    assert understander.understand("帮没钱的人打官司的东莞有多少人").words
