"""How far somebody goes who was named before, and a deed that a sentence tells of something else."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

ADVISED = "全县选聘村(社区)法律顾问64名,法律顾问覆盖村(社区)210个"
RAISED = "新建“无讼村(社区)”9个,实现乡镇法律服务站全覆盖"
BOUGHT = "为全县33家单位统一采购法律顾问服务"
FIGURES = (
    Told(BOUGHT, "33家", "法律顾问", "采购法律顾问服务的单位", 33, "家"),
    Told(ADVISED, "64名", "法律顾问", "村(社区)法律顾问", 64, "名"),
    Told(ADVISED, "210个", "法律顾问", "法律顾问覆盖村(社区)", 210, "个"),
    Told(RAISED, "9个", "依法治理统筹", "新建“无讼村(社区)”", 9, "个"),
)


@pytest.mark.parametrize("message", ["覆盖多少个村社区", "一共覆盖了多少个村社区", "都覆盖几个村社区"])
async def test_who_was_named_before_reaches_so_far(ask: Ask, message: str) -> None:
    answer = await ask(message, after="村社区法律顾问有多少名")
    assert answer.facts[0].text == "210个"


async def test_a_deed_of_a_later_clause_is_no_deed_of_the_figure(ask: Ask) -> None:
    answer = await ask("无讼村社区覆盖多少个")
    assert answer.status is not Status.ANSWER


async def test_what_was_reached_weighs_nothing(ask: Ask) -> None:
    answer = await ask("统一买法律顾问服务覆盖了多少单位")
    assert (answer.status, [fact.text for fact in answer.facts]) == (Status.PARTIAL, ["33家"])
