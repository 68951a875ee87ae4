"""What came of some, when, or what others did: no figure of all, and none of what excludes it, is shown for that."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

YEARS = {"kind": Kind.DURATION}
IN_COURT = "县领导出庭应诉17件"
CLEAN = "社区矫正对象在矫期间再犯罪率连续4年为零"
SAT = "192名执法人员参加执法考试"
CHECKED = "检查发现存在违规收费行为的律师9名"
REGAINED = "法律援助挽回经济损失96万元"
FIGURES = (
    Told(REGAINED, "96万元", "法律援助", "法律援助挽回经济损失", 960000, "元", {"kind": Kind.MONEY}),
    Told(IN_COURT, "17件", "行政应诉", "县领导出庭应诉", 17),
    Told(CLEAN, "4年", "社区矫正", "社区矫正对象在矫期间再犯罪率为零的年限", 4, "年", YEARS),
    Told(SAT, "192名", "行政执法", "执法人员参加执法考试", 192, "名"),
    Told(CHECKED, "9名", "律师管理", "存在违规收费行为的律师", 9, "名"),
)


@pytest.mark.parametrize(
    "message",
    [
        "参加执法考试的人有多少名考过了",
        "参加执法考试的人有多少名通过",
        "执法人员参加执法考试有几名没过关",
        "秋季参加执法考试的执法人员有几名",
        "第一批参加执法考试的执法人员有几名",
        "矫正对象连续多少年再犯罪",
        "矫正对象有多少年又犯案",
        "镇领导出庭应诉几件",
        "省领导出庭应诉几件",
        "法律援助没要回多少钱",
    ],
)
async def test_who_asks_for_some_or_others_is_told_none_of_all(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.facts == ()


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("执法人员参加执法考试有几名", "192名"),
        ("有几名律师存在违规收费行为", "9名"),
        ("矫正对象连续多少年没有再犯罪", "4年"),
        ("矫正对象多少年没人再犯罪", "4年"),
        ("县领导出庭应诉几件", "17件"),
        ("法律援助追回了多少钱", "96万元"),
    ],
)
async def test_who_asks_for_all_is_told(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, told_first)


@pytest.mark.parametrize(
    "message",
    [
        "光明2020年违规兼职后被停业的律师有多少名",
        "光明2020年违规兼职后被开除的律师有多少名",
        "光明2020年违规兼职后被除名的律师有多少名",
        "光明2020年违规兼职后被拘留的律师有多少名",
        "光明2020年违规兼职后被处分的律师有多少名",
        "光明2020年由于违规兼职被吊销证书的律师有几名",
        "光明2020年除了训诫批准收监的社区矫正对象几人",
    ],
)
async def test_who_did_wrong_are_not_those_who_were_punished_for_it(
    understander: Understander, answerer: Answerer, message: str
) -> None:
    assert (await answerer.answer(understander.understand(message))).facts == ()
