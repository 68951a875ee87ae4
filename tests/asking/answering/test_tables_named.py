"""A table that somebody filled in is named by its last word, and whose papers were looked at by whoever is named."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

FILLED, PATROLLED = "填写《岗位巡防登记表》44份", "审查山林巡防值守文件52份"
VETTED = "审核把关和协助出台17份县政府专项文件和8份科室专项文件"
FIGURES = (
    Told(PATROLLED, "52份", "合法性审查", "审查山林巡防值守文件", 52, "份"),
    Told(FILLED, "44份", "党的建设", "填写《岗位巡防登记表》", 44, "份"),
    Told(VETTED, "17份", "规范性文件", "审核把关和协助出台县政府专项文件", 17, "份"),
    Told(VETTED, "8份", "规范性文件", "审核把关和协助出台科室专项文件", 8, "份"),
)


@pytest.mark.parametrize(("message", "text"), [("登记表填了多少份", "44份"), ("把关出台了几份县政府专项文件", "17份")])
async def test_what_is_named_comes_first(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts[:1]] == [text]


async def test_a_table_of_something_else_is_not_told(ask: Ask) -> None:
    answer = await ask("值守表填了多少份")
    assert answer.status is not Status.ANSWER
