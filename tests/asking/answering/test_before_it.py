"""Who asks for the year before is told that year's figure, what it follows from, or that there is none."""

from __future__ import annotations

import pytest

from bot.model import Direction, Kind, Modality, Status
from tests.asking.answering.telling import YEAR, Ask, Told

CLOSED = "审结行政复议案件76件,上年为59件"
MEDIATED = "调解矛盾纠纷840件,同比增长5%"
FIGURES = (
    Told(CLOSED, "76件", "行政复议", "审结行政复议案件", 76),
    Told(CLOSED, "59件", "行政复议", "审结行政复议案件", 59, "件", {"modality": Modality.PRIOR, "period": YEAR - 1}),
    Told(MEDIATED, "840件", "人民调解", "调解矛盾纠纷", 840),
    Told(
        MEDIATED,
        "5%",
        "人民调解",
        "调解矛盾纠纷同比增长",
        5,
        "%",
        {"kind": Kind.CHANGE, "direction": Direction.UP},
    ),
    Told("办理公证2300件", "2300件", "公证", "办理公证", 2300),
)


@pytest.mark.parametrize("message", ["复议审结上年同期多少", "去年同期复议审结多少件"])
async def test_the_figure_before_comes_first(ask: Ask, message: str) -> None:
    assert (await ask(message)).facts[0].text == "59件"


async def test_the_year_before_of_a_follow_up(ask: Ask) -> None:
    answer = await ask("上一年是多少", after="复议审结多少件")
    assert [fact.text for fact in answer.facts[:1]] == ["59件"]


async def test_what_follows_from_a_change(ask: Ask) -> None:
    answer = await ask("调解纠纷去年同期多少件")
    assert "去年同期" in "".join(figure.text for figure in answer.derived)


@pytest.mark.parametrize(
    ("message", "after"),
    [
        ("办理公证去年同期多少件", ""),
        ("公证去年同期", ""),
        ("上年呢", "办理公证多少件"),
        ("前一年是多少", "公证办了几件"),
    ],
)
async def test_this_years_figure_is_none_of_the_year_before(ask: Ask, message: str, after: str) -> None:
    answer = await ask(message, after=after)
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert "上年数" in answer.missing[0].why
