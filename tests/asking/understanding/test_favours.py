"""Favours asked around a question ask nothing; what they are asked about stays."""

from __future__ import annotations

import pytest

from bot.asking.understanding.talking.favours import favours_in
from bot.asking.understanding.understand import Understander

ASKED = "东莞公证办结了多少件"


@pytest.mark.parametrize(
    "text", ["瞄一眼", "发下", "报个准数", "捋一捋", "瞅瞅", "统计一下", "要个数", "问一嘴", "半小时内要"]
)
def test_a_favour(text: str) -> None:
    assert favours_in(text) == {text}


@pytest.mark.parametrize(
    "text", ["线下", "乡下", "名下", "奶奶", "退休一次", "发个女职工的", "24小时内", "查处", "查几遍"]
)
def test_no_favour(text: str) -> None:
    assert not favours_in(text)


@pytest.mark.parametrize(
    "frame",
    [
        "{}，帮忙扫一眼",
        "{}，有劳报个总数",
        "{} 辛苦传下",
        "麻烦归拢一下，{}",
        "临时要个数，{}",
        "{}，翻一翻",
        "{}，半小时内要",
        "{}，越快越好",
        "{}，一句话说清楚就行",
        "{}，望答复",
        "兄弟，{}",
        "{}？等你回话",
        "帮忙瞧瞧{}",
    ],
)
def test_a_favour_is_not_asked_about(understander: Understander, frame: str) -> None:
    query = understander.understand(frame.format(ASKED))
    assert (query.indicators, query.words, query.missing) == (("公证/办结",), (), ())


@pytest.mark.parametrize("favour", ["报个数", "辛苦报个总数", "给个具体数字"])
def test_a_number_that_is_begged_for_is_no_second_question(understander: Understander, favour: str) -> None:
    assert not understander.understand(f"东莞有多少名公证员，{favour}").parts


NARROWING = [
    "涉外的", "涉外", "女性的", "退休的", "没办结的", "被退回", "只算加急的", "农民工", "跨境", "工伤", "离婚",
    "继承的", "上半年的", "网上办的", "上门的", "外省的", "未成年人", "残疾人的", "免费的", "劳动争议",
    "帮忙看看乡下", "问下线下", "麻烦统计下女性", "劳烦报个涉外数", "给个外地的数", "瞄一眼跨境", "帮忙查查工伤",
    "听说是遗嘱", "麻烦核实一下退休的", "除了遗嘱", "不算遗嘱", "直接送来的", "疼痛", "指点的", "采伐", "晚上的",
]  # fmt: skip


@pytest.mark.parametrize("narrowing", NARROWING)
def test_what_narrows_is_no_talk(understander: Understander, narrowing: str) -> None:
    behind, before = (understander.understand(text) for text in (f"{ASKED}，{narrowing}", f"{narrowing}，{ASKED}"))
    assert behind.words or behind.missing or behind.indicators != ("公证/办结",)
    assert before.words or before.missing or before.indicators != ("公证/办结",)
