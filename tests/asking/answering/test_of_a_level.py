"""Whose figures a question asks for tells nothing of what is counted: 市本级调解几件 is near to nothing of 市本级."""

from __future__ import annotations

import pytest

from tests.asking.answering.telling import Ask, Told

HEARD = "区本级新收行政复议申请64件,受理58件,其中驳回5件,维持21件"
CLOSED = "区本级行政复议结案40件(含上年结转6件)"
OWN = {"subject": "区本级"}
FIGURES = (
    Told(HEARD, "64件", "行政复议", "区本级新收行政复议申请", 64, more=OWN),
    Told(HEARD, "58件", "行政复议", "区本级行政复议受理", 58, more=OWN),
    Told(HEARD, "5件", "行政复议", "行政复议驳回", 5, more=OWN),
    Told(HEARD, "21件", "行政复议", "行政复议维持", 21, more=OWN),
    Told(CLOSED, "40件", "行政复议", "区本级行政复议结案", 40, more=OWN),
    Told(CLOSED, "6件", "行政复议", "复议结转案件", 6, more=OWN),
)


@pytest.mark.parametrize("message", ["区本级复议调解几件", "区本级复议听证几件", "区本级行政复议撤回多少件"])
async def test_nothing_else_of_those_is_near(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not answer.facts, message


@pytest.mark.parametrize(
    ("message", "text"),
    [("区本级行政复议受理多少件", "58件"), ("区本级复议驳回几件", "5件"), ("区本级维持几件复议", "21件")],
)
async def test_their_own_figure_is_told(ask: Ask, message: str, text: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts[:1]] == [text], message


async def test_what_is_missing_is_said_with_whose_it_is(ask: Ask) -> None:
    answer = await ask("区本级行政复议撤回多少件")
    assert "区本级的" in answer.missing[0].why
