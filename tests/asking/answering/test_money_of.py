"""A sum of money that a sentence tells at its end is of all that it counts, not of one outcome."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

SETTLED = "各调委会共受理矛盾纠纷640件,成功调解620件,涉及金额810万元"
FIGURES = (
    Told(SETTLED, "640件", "人民调解", "人民调解受理矛盾纠纷", 640),
    Told(SETTLED, "620件", "人民调解", "人民调解成功", 620),
    Told(SETTLED, "810万元", "人民调解", "人民调解涉及金额", 8_100_000, "元", {"kind": Kind.MONEY}),
)


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("人民调解受理的矛盾纠纷涉及多少钱", Status.ANSWER),
        ("人民调解涉及多少钱", Status.ANSWER),
        ("人民调解成功的涉及多少钱", Status.PARTIAL),
    ],
)
async def test_money_is_of_all_that_is_counted(ask: Ask, message: str, status: Status) -> None:
    answer = await ask(message)
    assert (answer.facts[0].text, answer.status) == ("810万元", status)
