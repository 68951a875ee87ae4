"""Verbs of one character right before what asks how many."""

from __future__ import annotations

import pytest

from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    ("message", "in_full"),
    [
        ("廉江宣传资料发多少份", "廉江宣传资料发了多少份"),
        ("光明公证办几件", "光明公证办了几件"),
        ("东莞纠纷调多少宗", "东莞纠纷调了多少宗"),
        ("巴南合同审几份", "巴南合同审了几份"),
        ("廉江党课讲几次", "廉江党课讲了几次"),
    ],
)
def test_they_say_what_was_done(understander: Understander, message: str, in_full: str) -> None:
    short, full = understander.understand(message), understander.understand(in_full)
    assert (short.topics, short.indicators, short.words) == (full.topics, full.indicators, full.words)


@pytest.mark.parametrize(
    "message", ["廉江抽查几次", "东莞要发多少宣传资料", "光明转发几条", "巴南能调多少纠纷", "光明行政处发几宗"]
)
def test_what_ends_a_word_or_is_to_come_was_not_done(understander: Understander, message: str) -> None:
    assert "了" not in "".join(understander.understand(message).said)


@pytest.mark.parametrize(
    ("message", "word"),
    [
        ("廉江市政府被复议几件", "市政府作为被申请人"),
        ("光明区政府被人复议的多少件", "区政府作为被申请人"),
        ("东莞市政府作为被申请人的复议多少宗", "市政府作为被申请人"),
    ],
)
def test_who_is_complained_of_is_kept(understander: Understander, message: str, word: str) -> None:
    query = understander.understand(message)
    assert (query.topics, query.words) == (("行政复议",), (word,))
