"""What only shares words with a question, or tells how the cases came out, is not near to what was asked for."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

AIDED = "上半年办理法律援助案件410件"
NETWORK = "四级公共法律服务网络整合各方力量，全年答复来电1730人次"
PAID = "县法律援助中心发放办案补贴88万元"
SERVED = "建成外贸合规驿站2个,服务企业出海"
SETTLED = "调撤一审行政诉讼案件41件"
ADDED = "新增个人调解工作室6个"
ARBITRATED = "仲裁受理案件52件"
FIGURES = (
    Told(ADDED, "6个", "人民调解", "新增个人调解工作室", 6, "个"),
    Told(ARBITRATED, "52件", "仲裁", "仲裁受理案件", 52),
    Told(SERVED, "2个", "营商环境", "建成外贸合规驿站", 2, "个"),
    Told(SETTLED, "41件", "行政应诉", "调撤一审行政诉讼案件", 41),
    Told(PAID, "88万元", "法律援助", "法律援助发放办案补贴", 880000, "元", {"kind": Kind.MONEY}),
    Told(NETWORK, "四级", "公共法律服务", "公共法律服务网络整合力量层级", 4, "级"),
    Told(NETWORK, "1730人次", "公共法律服务", "答复来电", 1730, "人次"),
    Told(AIDED, "410件", "法律援助", "办理法律援助案件", 410),
    Told("一审行政诉讼案件败诉3件", "3件", "行政应诉", "一审行政诉讼案件败诉", 3),
)


@pytest.mark.parametrize(
    "message",
    [
        "上半年解除社区矫正多少人",
        "个人调解工作室目前总共有多少个",
        "农地仲裁受理几件",
        "法律援助中心挽回多少经济损失",
        "上半年法律援助给当事人挽回损失多少",
        "一审行政诉讼案件新收多少件",
    ],
)
async def test_nothing_is_near(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing


async def test_only_what_is_counted_so_is_near(ask: Ask) -> None:
    answer = await ask("四级公共法律服务网络咨询多少人次")
    assert "四级" not in [fact.text for fact in answer.facts]


async def test_what_was_added_is_told_as_such(ask: Ask) -> None:
    answer = await ask("新增个人调解工作室几个")
    assert [fact.text for fact in answer.facts[:1]] == ["6个"]
