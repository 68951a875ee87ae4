"""A figure that is what was asked for is told without a remark; one that is wider or narrower keeps it."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

USED = "32家行政执法单位应用“云执法”平台开展检查"
KEPT = "组织山前村等6个村开展复核并获保留“全国民主法治示范村(社区)”称号"
LOST = "全年县政府一审行政复议诉讼案件败诉0件"
GIVEN = "对县委县政府重大决策、重大政府合同等提出合法性审查意见410件次"
PART_TIME = "34名村居法律顾问担任兼职调解员"
FASTER = "行政复议平均每宗案件结案时间减少9天"
PLANNED = "推进法治建设实事八件"
JUDGED = "组织14家普法责任单位参与国家机关“谁执法谁普法”履职报告评议活动"
EQUIPPED = "为各调解室配备远程调解设备21套"
FIGURES = (
    Told(EQUIPPED, "21套", "人民调解", "配备远程调解设备", 21, "套"),
    Told(JUDGED, "14家", "普法宣传", "参与履职报告评议活动的普法责任单位", 14, "家"),
    Told(USED, "32家", "行政执法", "应用“云执法”平台的行政执法单位", 32, "家"),
    Told(KEPT, "6个", "普法宣传", "复核获保留“全国民主法治示范村(社区)”称号的村", 6, "个"),
    Told(LOST, "0件", "行政应诉", "县政府一审行政复议诉讼案件败诉", 0, "件", {"subject": "县政府"}),
    Told(GIVEN, "410件次", "合法性审查", "提出合法性审查意见", 410, "件次"),
    Told(PART_TIME, "34名", "法律顾问", "担任兼职调解员的村居法律顾问", 34, "名"),
    Told(FASTER, "9天", "行政复议", "行政复议平均每宗案件结案时间减少", 9, "天", {"kind": Kind.CHANGE}),
    Told(PLANNED, "八件", "依法治理统筹", "法治建设实事", 8, "件"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("有多少个执法单位在用云执法", "32家"),
        ("用云执法平台的行政执法单位有多少家", "32家"),
        ("有几个村复核后保住了全国民主法治示范村的称号", "6个"),
        ("县政府自己当被告的一审复议诉讼案件败诉了几件", "0件"),
        ("给县委县政府的重大决策、合同提了多少次合法性审查意见", "410件次"),
        ("有多少村居法律顾问兼任调解员", "34名"),
        ("有多少名村居法律顾问兼职当调解员", "34名"),
        ("复议案件平均每宗结案缩短了几天", "9天"),
        ("法治建设实事安排了几件", "八件"),
        ("远程调解设备配了几套", "21套"),
        ("有几家普法责任单位参加了谁执法谁普法的评议", "14家"),
    ],
)
async def test_what_was_asked_for_is_told_without_a_remark(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text, answer.missing) == (Status.ANSWER, told_first, ())


@pytest.mark.parametrize(
    "message",
    [
        "有多少个执法单位",
        "有多少个执法单位没用云执法",
        "有多少个执法单位用了云执法移动端",
        "有多少个执法单位负责人在用云执法平台",
        "有多少家企业在用云执法",
        "有几个村复核后保住了民主法治示范村的牌子",
        "有几个村复核后保住了省级民主法治示范村的称号",
        "有几个村没保住全国民主法治示范村的称号",
        "有几个社区复核后保住了全国民主法治示范村的称号",
        "县政府当被告的复议官司二审输了几件",
        "乡镇当被告的一审复议诉讼案件败诉了几件",
        "给县委县政府的重大决策提了多少次合法性审查意见",
        "给县委县政府的重大决策、规范性文件提了多少次合法性审查意见",
        "给县委县政府的重大决策、合同提的合法性审查意见被采纳多少次",
        "有多少律师兼任调解员",
        "有多少村居法律顾问兼任人大代表",
        "有几家企业参加了谁执法谁普法的评议",
        "有几家普法责任单位在谁执法谁普法的评议里评为优秀",
        "有多少女村居法律顾问兼任调解员",
        "复议案件平均每宗立案缩短了几天",
        "复议案件平均每宗结案要几天",
        "法治建设实事完成了几件",
    ],
)
async def test_what_is_wider_or_narrower_is_no_plain_answer(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER
