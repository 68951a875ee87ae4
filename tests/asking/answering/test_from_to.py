"""Who asks from what to what something changed is told both figures, the earlier one first."""

from __future__ import annotations

import pytest

from bot.model import Modality, Status
from tests.asking.answering.telling import YEAR, Ask, Told

BEFORE = {"modality": Modality.PRIOR, "period": YEAR - 1}
ANSWERED = "办理热线工单由上年的640件增加到910件"
FIGURES = (
    Told(ANSWERED, "640件", "政务公开与监督", "办理热线工单", 640, "件", BEFORE),
    Told(ANSWERED, "910件", "政务公开与监督", "办理热线工单", 910),
    Told("现有公证员25名", "25名", "公证", "公证员", 25, "名"),
)


@pytest.mark.parametrize("message", ["热线工单从多少件增加到多少件", "热线工单由几件增加到了几件"])
async def test_both_are_told(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert [fact.text for fact in answer.facts[:2]] == ["640件", "910件"]


async def test_what_is_told_of_one_year_only_lacks_the_other(ask: Ask) -> None:
    answer = await ask("公证员从多少名增加到多少名")
    assert answer.status is not Status.ANSWER
    assert any("上年数" in lack.why for lack in answer.missing)
