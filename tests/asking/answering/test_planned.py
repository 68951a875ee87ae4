"""A target where no result is: it is said and offered, never shown as the result."""

from __future__ import annotations

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Bound, Kind, Modality, Status
from tests.asking.answering.telling import YEAR, Ask, Told

RATE = {"kind": Kind.RATE, "bound": Bound.GT}
FIGURES = (
    Told("负责人出庭应诉率为91.5%", "91.5%", "行政应诉", "负责人出庭应诉率", 91.5, "%", RATE),
    Told(
        "明年，负责人出庭应诉率达95%以上",
        "95%以上",
        "行政应诉",
        "负责人出庭应诉率",
        95,
        "%",
        {**RATE, "modality": Modality.TARGET, "period": YEAR + 1},
    ),
    Told(
        "明年，热线接通率保持在97%以上",
        "97%以上",
        "公共法律服务",
        "热线接通率",
        97,
        "%",
        {**RATE, "modality": Modality.TARGET, "period": YEAR + 1},
    ),
)


@pytest.mark.parametrize("message", [f"{YEAR + 1}年负责人出庭应诉率是多少", f"{YEAR + 1}年出庭应诉率", "热线接通率"])
async def test_a_target_alone_is_said_and_offered(
    understander: Understander, told: tuple[Answerer, str], message: str
) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(f"{place}{message}"))
    assert answer.status is Status.NONE
    assert any(f"{YEAR + 1}年的目标，没有结果" in lack.why for lack in answer.missing)
    offered = await answerer.answer(understander.understand(answer.choices[0].ask))
    assert [fact.claim.modality for fact in offered.facts] == [Modality.TARGET]


async def test_a_result_needs_no_word_of_its_target(ask: Ask) -> None:
    answer = await ask(f"{YEAR}年负责人出庭应诉率是多少")
    assert (answer.facts[0].text, answer.missing) == ("91.5%", ())


async def test_a_target_of_another_year_is_called_so(understander: Understander, told: tuple[Answerer, str]) -> None:
    answerer, place = told
    answer = await answerer.answer(understander.understand(f"{place}{YEAR}年负责人出庭应诉率目标"))
    assert answer.facts[0].text == "95%以上"
    assert any(f"没有{place}{YEAR}年的目标" in c or f"{YEAR}年的目标，列出" in c for c in answer.caveats)


async def test_another_rates_target_is_not_near(ask: Ask) -> None:
    answer = await ask(f"{YEAR + 1}年败诉率目标")
    assert not answer.facts
    assert any("败诉率”的目标" in lack.why for lack in answer.missing)
