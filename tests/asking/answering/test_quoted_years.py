"""A trend takes in the year before as far as a report quotes it."""

from __future__ import annotations

import pytest

from bot.model import Modality
from bot.replying import reply
from tests.asking.answering.telling import Ask, Told

CLOSED = "办结公证案件 | 610 | 742"
FIGURES = (
    Told(CLOSED, "610", "公证", "办结公证案件", 610, "件", {"modality": Modality.PRIOR, "period": 2022}),
    Told(CLOSED, "742", "公证", "办结公证案件", 742, "件"),
    Told("律师事务所19家", "19家", "律师管理", "律师事务所", 19, "家"),
)


async def test_both_years_are_told_in_their_order(ask: Ask) -> None:
    answer = await ask("近几年办结公证案件的变化趋势")
    assert [fact.text for fact in answer.groups[0].facts] == ["610", "742"]
    assert not answer.missing
    assert not any("看不出变化" in caveat for caveat in answer.caveats)
    assert any("132件" in derived.text for derived in answer.derived)


async def test_a_unit_that_stands_elsewhere_is_told_with_the_figure(ask: Ask) -> None:
    assert "742（单位：件）" in reply(await ask("办结公证案件多少"), "").text


@pytest.mark.parametrize("message", ["近几年律师事务所的变化趋势", "近几年律所数量趋势"])
async def test_a_year_that_nothing_is_told_of_is_not_missed(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts] == ["19家"]
    assert not answer.missing
    assert any("看不出变化" in caveat for caveat in answer.caveats)
