"""One thing that is asked of each place in words of its own."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("行政复议，光明2024收到多少件，廉江2024审结几宗", [("guangming-2024", 583), ("lianjiang-2024", 121)]),
        ("行政复议，光明2024收到的比廉江2024审结的多几件", [("guangming-2024", 583), ("lianjiang-2024", 121)]),
    ],
)
async def test_each_place_tells_what_it_was_asked_and_no_more(
    understander: Understander, answerer: Answerer, message: str, told: list[tuple[str, int]]
) -> None:
    answer = await answerer.answer(understander.understand(message))
    assert [(fact.report, fact.claim.value) for fact in answer.facts] == told
    assert answer.derived == ()


async def test_what_one_place_lacks_is_said(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("行政复议，光明2024收到多少件，廉江2024听证几次"))
    assert [fact.report for fact in answer.facts] == ["guangming-2024"]
    assert answer.missing
