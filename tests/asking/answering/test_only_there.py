"""How many there are is no number of those to whom something was done, nor are those of one level those of another."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

HAS = "组织法律服务进园区，现有律师事务所41家、执业律师377人"
FIGURES = (
    Told(HAS, "41家", "律师管理", "律师事务所", 41, "家"),
    Told(HAS, "377人", "律师管理", "执业律师", 377, "人"),
    Told("检查律师事务所9家", "9家", "律师管理", "检查律师事务所", 9, "家"),
    Told("17名司法所干部担任乡镇首席法律顾问", "17名", "法律顾问", "司法所干部担任乡镇首席法律顾问", 17, "名"),
    Told("村（社区）法律顾问88名", "88名", "法律顾问", "村（社区）法律顾问", 88, "名"),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("律所有多少家", "41家"),
        ("检查了多少家律所", "9家"),
        ("被检查的律所有几家", "9家"),
        ("司法所干部担任乡镇法律顾问的有几名", "17名"),
        ("村社区法律顾问有几名", "88名"),
    ],
)
async def test_what_is_asked_is_told(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, text)


@pytest.mark.parametrize(
    "message",
    [
        "服务了多少家律所",
        "服务了几家律师事务所",
        "被处罚的律所有几家",
        "被处罚的执业律师几人",
        "司法所干部担任村法律顾问的有几名",
    ],
)
async def test_no_other_figure_stands_for_it(ask: Ask, message: str) -> None:
    assert (await ask(message)).status is not Status.ANSWER


async def test_all_there_are_are_not_even_near_to_those_to_whom_it_was_done(ask: Ask) -> None:
    assert not {fact.text for fact in (await ask("有几家律所被行政处罚")).facts} & {"41家", "377人"}
