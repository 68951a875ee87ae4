"""A verb that is only said again costs a question nothing; one that says another thing stays."""

from __future__ import annotations

import pytest

from bot.asking.understanding.talking.echoes import without_echoes

WORDS = frozenset({"走访", "排查", "评议", "办结", "结案", "抽查", "收到", "退回", "回访", "打官司", "办案"})


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("廉江走访农户走了几家", "廉江走访农户几家"),
        ("隐患排查一共排了多少处", "隐患排查一共多少处"),
        ("替县政府打官司打了几件", "替县政府打官司几件"),
        ("打牌打了几件", "打牌打了几件"),
        ("抽查工地查过一共多少个", "抽查工地一共多少个"),
        ("评议会上评了几个单位", "评议会上几个单位"),
        ("结案的办结了多少", "结案的办结了多少"),  # no 结了
        ("走访，走了多少人", "走访，走了多少人"),  # another clause
        ("东莞走了几家", "东莞走了几家"),
        ("收到的案子办了几件", "收到的案子办了几件"),
        ("排查出来排了队的几家", "排查出来排了队的几家"),
    ],
)
def test_a_verb_said_again_is_left_out(text: str, left: str) -> None:
    assert without_echoes(text, WORDS.__contains__) == left
