"""Whose figures a conversation is about: those of the government or of a level, until a message names another."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.asking.answering.telling import Ask, Told

ALL, OWN = "全区共新收行政复议申请640件,受理512件", "其中,区本级新收行政复议申请71件,受理58件,驳回5件"
FIGURES = (
    Told(ALL, "640件", "行政复议", "新收行政复议申请", 640),
    Told(ALL, "512件", "行政复议", "受理行政复议案件", 512),
    Told(OWN, "71件", "行政复议", "区本级新收行政复议申请", 71, more={"subject": "区本级"}),
    Told(OWN, "58件", "行政复议", "区本级行政复议受理", 58, more={"subject": "区本级"}),
    Told(OWN, "5件", "行政复议", "行政复议驳回", 5, more={"subject": "区本级"}),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [("本级行政复议受理多少件", "58件"), ("区本级复议受理几件", "58件"), ("行政复议受理多少件", "512件")],
)
async def test_a_level_is_told_its_own_figure(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == first


async def test_a_level_that_no_figure_is_of_is_told_none(ask: Ask) -> None:
    answer = await ask("省本级行政复议受理多少件")
    assert answer.status is not Status.ANSWER


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("受理了多少", "58件"),
        ("那受理几件", "58件"),
        ("全区呢", "640件"),
        ("全区受理了多少", "512件"),
        ("全区一共受理多少件", "512件"),
    ],
)
async def test_whose_figures_are_meant_goes_on(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message, after="区本级新收多少行政复议申请")
    assert answer.facts[0].text == first


async def test_all_of_another_place_is_no_all_of_this(ask: Ask) -> None:
    answer = await ask("全省呢", after="区本级新收多少行政复议申请")
    assert not answer.facts
