"""What only shares words with a question, or tells how the cases came out, is not near to what was asked for."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Status
from tests.asking.answering.telling import Told

AIDED = "上半年办理法律援助案件410件"
FIGURES = (
    Told(AIDED, "410件", "法律援助", "办理法律援助案件", 410),
    Told("一审行政诉讼案件败诉3件", "3件", "行政应诉", "一审行政诉讼案件败诉", 3),
)


@pytest.mark.parametrize(
    "message",
    ["上半年法律援助给当事人挽回损失多少", "一审行政诉讼案件新收多少件"],
)
async def test_nothing_is_near(understander: Understander, told: tuple[Answerer, str], message: str) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(f"{place}{message}"))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing
