"""Everyday verbs and people's own words for things find the figure; what narrows or denies does not."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

YEARS = {"kind": Kind.DURATION}
TAKEN = "全年受理法律援助案件412件,受援人530人,挽回经济损失96万元"
FILED = "行政复议立案受理73件"
EQUIPPED = "为调解室配备远程调解终端28套"
SETTLED = "调解矛盾纠纷641件"
LISTED = "重大行政决策目录列入决策事项6项"
IN_COURT = "县领导出庭应诉17件"
CLEAN = "社区矫正对象在矫期间再犯罪率连续4年为零"
COUNSEL = "村(社区)法律顾问84名,出具法律意见310份"
CAMPAIGN = "开展农资合同普查专项活动,为期3个月"
FIGURES = (
    Told(TAKEN, "412件", "法律援助", "受理法律援助案件", 412),
    Told(TAKEN, "530人", "法律援助", "法律援助受援人", 530, "人"),
    Told(TAKEN, "96万元", "法律援助", "法律援助挽回经济损失", 960000, "元", {"kind": Kind.MONEY}),
    Told(FILED, "73件", "行政复议", "行政复议立案受理", 73),
    Told(EQUIPPED, "28套", "人民调解", "配备远程调解终端", 28, "套"),
    Told(SETTLED, "641件", "人民调解", "调解矛盾纠纷", 641),
    Told(LISTED, "6项", "重大行政决策", "重大行政决策事项", 6, "项"),
    Told(IN_COURT, "17件", "行政应诉", "县领导出庭应诉", 17),
    Told(CLEAN, "4年", "社区矫正", "社区矫正对象在矫期间再犯罪率为零的年限", 4, "年", YEARS),
    Told(COUNSEL, "84名", "法律顾问", "村(社区)法律顾问", 84, "名"),
    Told(COUNSEL, "310份", "法律顾问", "村(社区)法律顾问出具法律意见", 310, "份"),
    Told(CAMPAIGN, "3个月", "公共法律服务", "农资合同普查专项活动时长", 3, "个月", YEARS),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("法律援助接下了多少件案子", "412件"),
        ("法援揽下多少件案子", "412件"),
        ("法律援助惠及的老百姓有多少个", "530人"),
        ("通过法律援助替当事人减少了多少损失", "96万元"),
        ("复议真立上案的有多少", "73件"),
        ("添置了多少套远程调解终端", "28套"),
        ("调解员出面劝了多少件扯皮的事", "641件"),
        ("重大行政决策目录里收进了几桩事", "6项"),
        ("县领导亲自上法庭应诉了几件", "17件"),
        ("矫正对象有多少年没有发生过再犯罪", "4年"),
        ("派到村里和社区的律师一共有几位", "84名"),
        ("各村社区的法律顾问写了多少份法律意见", "310份"),
        ("农资合同普查那次,前后持续了几个月", "3个月"),
        ("法律援助替老百姓讨回多少钱", "96万元"),
        ("村里的律师给村民写了多少份法律意见", "310份"),
    ],
)
async def test_everyday_words_find_the_figure(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "法律援助没接下多少件案子",
        "法律援助接下了多少件刑事案子",
        "仲裁揽下了多少件案子",
        "法律援助惠及的残疾人有多少个",
        "法律援助讲座惠及的老百姓有多少个",
        "法律援助损失减少了多少",
        "法律援助替企业减少了多少损失",
        "复议没立上案的有多少",
        "诉讼真立上案的有多少",
        "报废了多少套远程调解终端",
        "添置了多少套远程会见终端",
        "调解员没出面劝的扯皮的事有多少件",
        "重大行政决策目录里删了几桩事",
        "县领导没亲自上法庭应诉的有几件",
        "镇领导亲自上法庭应诉了几件",
        "矫正对象有多少年发生过再犯罪",
        "矫正对象有多少年没有发生过脱管",
        "派到学校的律师一共有几位",
        "各村社区的法律顾问各写了多少份法律意见",
        "各街道的法律顾问写了多少份法律意见",
        "农资合同普查那次,中断了几个月",
        "普法那次,前后持续了几个月",
        "法律援助没替老百姓讨回多少钱",
        "法律援助替企业讨回多少钱",
        "村里的律师给企业写了多少份法律意见",
    ],
)
async def test_what_narrows_or_denies_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
