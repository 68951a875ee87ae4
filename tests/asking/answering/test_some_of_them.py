"""What came of some, when, or what others did: no figure of all, and none of what excludes it, is shown for that."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

YEARS = {"kind": Kind.DURATION}
IN_COURT = "县领导出庭应诉17件"
CLEAN = "社区矫正对象在矫期间再犯罪率连续4年为零"
SAT = "192名执法人员参加执法考试"
CHECKED = "检查发现存在违规收费行为的律师9名"
FIGURES = (
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
        "因为违规收费被吊销执照的律师有几名",
        "因为违规收费被停止执业的律师有几名",
        "因为违规收费被处分的律师有几名",
        "秋季参加执法考试的执法人员有几名",
        "第一批参加执法考试的执法人员有几名",
        "矫正对象连续多少年再犯罪",
        "矫正对象有多少年又犯案",
        "镇领导出庭应诉几件",
        "省领导出庭应诉几件",
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
    ],
)
async def test_who_asks_for_all_is_told(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, told_first)
