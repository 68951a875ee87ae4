"""收案 is as much what was received as what was taken up: whichever is told answers, under its own name.

What was received is not what was taken up, which is shown beside it with a remark.
"""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

TAKEN = "受理行政复议案件64件,同比增长8%"
FIGURES = (
    Told(TAKEN, "64件", "行政复议", "受理行政复议案件", 64),
    Told(TAKEN, "8%", "行政复议", "受理行政复议案件同比增长", 8, "%", {"kind": Kind.CHANGE}),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [("复议收案多少", "64件"), ("行政复议收案数", "64件"), ("复议受案几件", "64件"), ("复议收案增长多少", "8%")],
)
async def test_what_was_taken_up_answers(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, first)


@pytest.mark.parametrize("message", ["复议收到多少申请", "复议结案多少", "法律援助收案多少", "复议收案里涉企的几件"])
async def test_other_steps_and_parts_stay_apart(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert answer.status is not Status.ANSWER


async def test_what_was_taken_up_is_shown_where_what_was_received_is_not_told(ask: Ask) -> None:
    answer = await ask("复议收到多少申请")
    assert (answer.status, answer.facts[0].text) == (Status.PARTIAL, "64件")
    assert "相近的是“受理行政复议案件”" in answer.missing[0].why


async def test_a_kind_of_what_was_received_is_not_what_was_taken_up(ask: Ask) -> None:
    answer = await ask("收到的涉企复议申请多少")
    assert (answer.status, answer.facts) == (Status.NONE, ())
