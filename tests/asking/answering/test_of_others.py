"""A word that says whose another figure of a sentence is tells nothing of the figures before it."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

SETTLED = "全县各级调委会受理纠纷900件,调解成功880件,其中,老教师工作室调解案件70件"
AIDED = "全年受理法律援助案件500件,其中环卫工人申请的法律援助案件20件"
LASTED = "渔民劳务用工合规普查活动历时4个月"
TAUGHT = "组织法治副校长走进中小学36所"
VISITED = "开展律师行业夜查6次,夜查分所9家"
FIGURES = (
    Told(SETTLED, "900件", "人民调解", "受理纠纷", 900),
    Told(SETTLED, "880件", "人民调解", "人民调解成功", 880),
    Told(SETTLED, "70件", "人民调解", "老教师工作室调解案件", 70, more={"subject": "老教师工作室"}),
    Told(AIDED, "500件", "法律援助", "受理法律援助案件", 500),
    Told(AIDED, "20件", "法律援助", "环卫工人申请的法律援助案件", 20),
    Told(LASTED, "4个月", "公共法律服务", "渔民劳务用工合规普查活动时长", 4, "个月", {"kind": Kind.DURATION}),
    Told(TAUGHT, "36所", "普法宣传", "法治副校长走进中小学", 36, "所"),
    Told(VISITED, "6次", "律师管理", "开展律师行业夜查", 6, "次"),
    Told(VISITED, "9家", "律师管理", "夜查分所", 9, "家"),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("老教师调解案件多少", "70件"),
        ("调解成功多少", "880件"),
        ("夜查律所分所几次", "6次"),
        ("法治副校长走进中小学几所", "36所"),
        ("渔民劳务用工合规普查活动多久", "4个月"),
        ("环卫工人申请法律援助的案件多少", "20件"),
    ],
)
async def test_a_figure_that_has_the_word_or_needs_none_is_the_answer(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == first


@pytest.mark.parametrize(
    "message",
    [
        "老教师调解成功了多少",
        "老教师的调解成功几件",
        "老教师受理纠纷多少件",
        "老教师工作室有多少",
        "小学普法几所",
        "村民劳务用工合规普查活动多久",
        "老教师调解员有几名",
        "环卫工人的法律援助受理后办结多少",
    ],
)
async def test_what_is_said_of_all_is_never_told_as_that_of_some(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
    assert not {"900件", "880件", "500件"} & {fact.text for fact in answer.facts[:1]}
