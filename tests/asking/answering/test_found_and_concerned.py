"""Whom it concerned, asked behind what was found: those of the same finding, and never all there are."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

_FOUND = "检查发现4家律师事务所9名律师存在违规兼职行为"
_ISSUED = "为推进整改，编发提示单8份、质询函15份"
FIGURES = (
    Told(_ISSUED, "8份", "依法治理统筹", "编发提示单", 8, "份"),
    Told(_ISSUED, "15份", "依法治理统筹", "编发质询函", 15, "份"),
    Told("全区有律师事务所31家", "31家", "律师管理", "律师事务所", 31, "家"),
    Told(_FOUND, "4家", "律师管理", "存在律师违规兼职行为的律师事务所", 4, "家"),
    Told(_FOUND, "9名", "律师管理", "存在违规兼职行为的律师", 9, "名"),
)


@pytest.mark.parametrize(
    "message",
    [
        "查出多少名律师违规兼职，涉及几家律所",
        "查出几名律师违规兼职，牵涉到多少家律师事务所",
        "检查发现多少名律师违规兼职、涉及几家律所",
        "律师违规兼职的几家律所几名律师",
    ],
)
async def test_both_are_told(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is Status.ANSWER
    assert {fact.text for fact in answer.facts} == {"9名", "4家"}


async def test_other_finding_is_not_told(ask: Ask) -> None:
    answer = await ask("查出多少名律师违规收费，涉及几家律所")
    assert answer.status is not Status.ANSWER


async def test_what_was_found_is_said_of_both(ask: Ask) -> None:
    answer = await ask("律师违规收费的几家律所几名律师")
    assert answer.status is not Status.ANSWER
    assert "31家" not in {fact.text for fact in answer.facts}


async def test_how_many_is_asked_of_both(ask: Ask) -> None:
    answer = await ask("发了多少份提示单和质询函")
    assert answer.status is Status.ANSWER
    assert {fact.text for fact in answer.facts} == {"8份", "15份"}
