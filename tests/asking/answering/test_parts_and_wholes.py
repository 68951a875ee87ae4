"""Who asks for all of a thing is told the sum, who asks for a part that part, and nobody another thing's figure."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

MONEY = "共发放法律援助办案经费30.5万元，讲座经费4.5万元，合计35万元"
COMMITTEES = "全区共有360个调解委员会，其中一类占70%，二类占30%"
MEDIATED = "全区人民调解组织受理矛盾纠纷4200宗，其中退休教师调解员调解案件96宗"
SUITS = "其中区政府作为共同被告的案件72件，单独被告的案件31件"
ARBITRATED = "打造“仲裁+调解”品牌，调解、和解结案率达55%"
FIGURES = (
    Told(MONEY, "30.5万元", "法律援助", "法律援助办案经费", 305000, "元", {"kind": Kind.MONEY}),
    Told(MONEY, "4.5万元", "法律援助", "法律援助讲座经费", 45000, "元", {"kind": Kind.MONEY}),
    Told(MONEY, "35万元", "法律援助", "法律援助办案经费、讲座经费", 350000, "元", {"kind": Kind.MONEY}),
    Told(COMMITTEES, "360个", "人民调解", "人民调解委员会", 360, "个"),
    Told(COMMITTEES, "70%", "人民调解", "人民调解一类占比", 70, "%", {"kind": Kind.RATE}),
    Told(COMMITTEES, "30%", "人民调解", "人民调解二类占比", 30, "%", {"kind": Kind.RATE}),
    Told(MEDIATED, "4200宗", "人民调解", "受理矛盾纠纷", 4200, "宗"),
    Told(MEDIATED, "96宗", "人民调解", "退休教师调解员调解案件", 96, "宗", {"subject": "退休教师调解员"}),
    Told(SUITS, "72件", "行政应诉", "区政府作为共同被告的行政诉讼案件", 72),
    Told(SUITS, "31件", "行政应诉", "区政府作单独被告的行政诉讼案件", 31),
    Told(ARBITRATED, "55%", "仲裁", "仲裁调解、和解结案率", 55, "%", {"kind": Kind.RATE}),
    Told(
        "行政复议中45%的行政争议通过调解化解", "45%", "行政复议", "行政复议通过调解化解率", 45, "%", {"kind": Kind.RATE}
    ),
    Told("公职律师审查执法案件640宗", "640宗", "公职律师", "审查执法案件", 640, "宗"),
    Told("建成法律援助工作站44个", "44个", "法律援助", "法律援助工作站", 44, "个"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("经费一共多少", "35万元"),
        ("办案经费多少", "30.5万元"),
        ("调解案件总共多少宗", "4200宗"),
        ("退休教师调解案件多少宗", "96宗"),
        ("调解委员会多少个", "360个"),
        ("二类调委会占比多少", "30%"),
        ("区政府单独被告多少件", "31件"),
        ("工作站多少个", "44个"),
        ("有百分之多少的行政争议是通过调解化解的", "45%"),
    ],
)
async def test_the_whole_and_the_part_are_told_apart(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == told_first


@pytest.mark.parametrize(
    ("message", "never"),
    [("二类调委会多少个", "360个"), ("人民调解和解率", "55%"), ("仲裁调解案件多少宗", "4200宗")],
)
async def test_the_figure_of_another_thing_is_not_told(ask: Ask, message: str, never: str) -> None:
    answer = await ask(message)
    assert never not in {fact.text for fact in answer.facts}
    assert answer.status is not Status.ANSWER


async def test_files_that_were_looked_at_are_called_so(ask: Ask) -> None:
    answer = await ask("执法案件多少宗")
    assert answer.status is Status.PARTIAL
    assert "相近的是“审查执法案件”" in answer.missing[0].why
