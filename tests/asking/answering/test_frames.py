"""What a message names first and pauses behind says of what it asks then; it asks for no figure of its own."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

CLEARED = "全年开展规范性文件清理5次，宣布废止12件"
CHECKED = "开展危化品和渔船执法专项检查，评查案卷64份，整改到位率97%"
VISITED = "联合9个部门开展货车司机工时普查，走访车队31支，排查用工风险及纠纷隐患14个"
LODGED = "收到行政复议申请930件，同比增长31%"
FIGURES = (
    Told(LODGED, "930件", "行政复议", "收到行政复议申请", 930),
    Told(LODGED, "31%", "行政复议", "收到行政复议申请同比增长", 31, "%", {"kind": Kind.CHANGE}),
    Told("行政复议成功调解和解案件120件", "120件", "行政复议", "行政复议成功调解和解案件", 120),
    Told(VISITED, "9个", "公共法律服务", "开展货车司机工时普查的部门", 9, "个"),
    Told(VISITED, "31支", "公共法律服务", "货车司机工时普查走访车队", 31, "支"),
    Told(VISITED, "14个", "公共法律服务", "排查用工风险及纠纷隐患", 14, "个"),
    Told("排查矛盾纠纷260宗", "260宗", "人民调解", "排查矛盾纠纷", 260, "宗"),
    Told(CHECKED, "64份", "行政执法", "评查执法案卷", 64, "份"),
    Told(CHECKED, "97%", "行政执法", "整改到位率", 97, "%", {"kind": Kind.RATE}),
    Told(CLEARED, "5次", "规范性文件", "开展规范性文件清理", 5, "次"),
    Told(CLEARED, "12件", "规范性文件", "规范性文件宣布废止", 12),
    Told("办结公证案件830件", "830件", "公证", "办结公证案件", 830),
    Told("律师事务所41家", "41家", "律师管理", "律师事务所", 41, "家"),
    Told("执业律师377人", "377人", "律师管理", "执业律师", 377, "人"),
)


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("清理规范性文件，废止的有几件", ["12件"]),
        ("律所和执业律师各有多少", ["41家", "377人"]),
        ("危化品和渔船执法专项检查评查了多少份案卷，整改到位率多少", ["64份", "97%"]),
        ("律所有多少家，执业律师多少人", ["41家", "377人"]),
    ],
)
async def test_only_what_is_asked_is_told(ask: Ask, message: str, texts: list[str]) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert [fact.text for fact in answer.facts][: len(texts)] == texts
    assert len({fact.text for fact in answer.facts} & {"5次", "12件"}) < 2


async def test_what_is_asked_behind_it_is_not_told_of_something_else(ask: Ask) -> None:
    answer = await ask("那次货车司机工时普查，排查出多少个纠纷隐患")
    assert [fact.text for fact in answer.facts] == ["14个"]


async def test_a_topic_alone_frames_no_one_sentence(ask: Ask) -> None:
    answer = await ask("行政复议案件，调解和解成功的有多少件")
    assert answer.facts[0].text == "120件"


async def test_what_frames_still_narrows(ask: Ask) -> None:
    answer = await ask("涉外公证，办了几件")
    assert answer.status is not Status.ANSWER
