"""What is required, ranks, meetings attended and free help in the words of people who do not write reports."""

from __future__ import annotations

import pytest

from bot.model import Kind, Modality, Status
from tests.asking.answering.telling import Ask, Told

REACHED = "村级调解室规范率为91.5%,超过惠民实事规定的85%"
RATE = {"kind": Kind.RATE}
FIGURES = (
    Told(REACHED, "91.5%", "人民调解", "村级调解室规范率", 91.5, "%", RATE),
    Told(REACHED, "85%", "人民调解", "村级调解室规范率", 85, "%", {**RATE, "modality": Modality.TARGET}),
    Told("法治宣传栏覆盖率居全省第四", "第四", "普法宣传", "法治宣传栏覆盖率全省位次", 4, "名", {"kind": Kind.RANK}),
    Told("列席区政府常务会议38次", "38次", "法律顾问", "列席区政府常务会议", 38, "次"),
    Told("召开区委全面依法治区委员会3次", "3次", "依法治理统筹", "召开区委全面依法治区委员会", 3, "次"),
    Told("办理法律援助案件730件", "730件", "法律援助", "办理法律援助案件", 730),
    Told("调解医疗纠纷46件", "46件", "人民调解", "调解医疗纠纷", 46),
    Told("每年平均受理行政复议申请310件", "310件", "行政复议", "每年平均受理的行政复议申请", 310),
    Told("白沙街道 | 14", "14", "行政应诉", "行政诉讼案件", 14, "件", {"subject": "白沙街道"}),
    Told("接受群众投诉12件", "12件", "政务公开与监督", "接受群众投诉", 12),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("惠民实事要求村级调解室规范率达到百分之多少", "85%"),
        ("村级调解室规范率至少达到多少", "85%"),
        ("村级调解室规范率达到了百分之多少", "91.5%"),
        ("按要求村级调解室规范率达到了多少", "91.5%"),
        ("法治宣传栏覆盖率在省里排老几", "第四"),
        ("列席区政府的会有几次", "38次"),
        ("列席区政府的会一共多少次", "38次"),
        ("依法治区委员会开了几回会", "3次"),
        ("不用自己花钱请律师的案子办了多少件", "730件"),
        ("请律师自己不掏钱的案子办了几件", "730件"),
        ("这几年平均下来一年要接多少复议申请", "310件"),
        ("涉白沙街道的行政诉讼有几件", "14"),
        ("看病闹出来的医疗纠纷调解了几件", "46件"),
    ],
)
async def test_it_is_told(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == first, message


@pytest.mark.parametrize(
    "message",
    [
        "惠民实事要求镇级调解室规范率达到百分之多少",
        "惠民实事要求村级调解室覆盖率达到百分之多少",
        "法治宣传栏覆盖率在市里排老几",
        "法治宣传栏更换率在省里排老几",
        "列席区委的会有几次",
        "列席区人大的会有几次",
        "组织区政府的会有几次",
        "依法治区委员会发了几回文",
        "自己花钱请律师的案子办了多少件",
        "不用自己花钱请鉴定的案子办了多少件",
        "看病花了多少钱",
        "今年要接多少复议申请",
        "平均每月要接多少复议申请",
        "涉黑沙街道的行政诉讼有几件",
        "涉外的行政诉讼有几件",
        "涉企的行政诉讼有几件",
        "看病的群众有多少人",
        "就医投诉几件",
    ],
)
async def test_another_thing_is_not(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not (answer.facts and answer.status is Status.ANSWER), (message, [fact.text for fact in answer.facts])
