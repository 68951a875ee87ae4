"""What people put in beside a question."""

from __future__ import annotations

import pytest

from bot.asking.understanding.talking.asides import without_asides
from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("廉江公证,说是办了几件", "廉江公证,办了几件"),
        ("廉江成功率多少(比例就行)", "廉江成功率多少(比例)"),
        ("东莞部门一级的和镇街这一级的有几个", "东莞部门的和镇街的有几个"),
        ("在园区那一层,调解了几件", "在园区,调解了几件"),
        ("巴南排了几台戏,又是快板又是小品的", "快板和小品,巴南排了几台戏"),
    ],
)
def test_asides_are_left_out(typed: str, meant: str) -> None:
    assert without_asides(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "一级律师有几名",
        "廉江写的小说是几本",
        "说是这样说,廉江公证有多少",
        "东莞部门一级预警几次",
        "街道又是第一吗",
        "合格率就行",
    ],
)
def test_what_asks_or_narrows_stays(text: str) -> None:
    assert without_asides(text) == text


def test_an_aside_is_no_word_that_must_be_told(understander: Understander) -> None:
    assert understander.understand("廉江公证，说是办了几件来着").words == ()
    assert understander.understand("查非法集资那一回，廉江抓了几个").parts[0].words == ("非法集资",)
