"""What is asked of a year that has no report yet, in the report before it; and how long and for each what is told."""

from __future__ import annotations

import pytest

from bot.model import Kind, Modality
from tests.asking.answering.telling import Ask, Told

NEXT = "2024年，提请审查规章草案4件，每名执法骨干轮训不少于48学时，复议案件平均办理期限控制在40日以内"
AHEAD = {"modality": Modality.TARGET, "period": 2024}
FIGURES = (
    Told(NEXT, "4件", "立法", "提请审查规章草案", 4, "件", AHEAD),
    Told(NEXT, "48学时", "行政执法", "执法骨干人均轮训学时", 48, "学时", AHEAD),
    Told(NEXT, "40日", "行政复议", "复议案件平均办理期限", 40, "日", {**AHEAD, "kind": Kind.DURATION}),
    Told("平均每所司法所配备工作人员6名", "6名", "机构队伍", "平均每所司法所配备工作人员", 6, "名"),
    Told("办理一审行政应诉案件71件", "71件", "行政应诉", "一审应诉案件", 71),
)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("2024年准备提请审查几件规章草案", "4件"),
        ("2024年要提请审查几件规章草案", "4件"),
        ("2024年要求执法骨干每人轮训多少学时", "48学时"),
        ("2024年打算把复议案件平均控制在几天内办完", "40日"),
        ("平均每个司法所配备几名工作人员", "6名"),
    ],
)
async def test_what_is_told_is_found(ask: Ask, message: str, text: str) -> None:
    assert [fact.text for fact in (await ask(message)).facts][:1] == [text], message


@pytest.mark.parametrize(
    "message",
    [
        "2025年准备提请审查几件规章草案",
        "2024年提请审查了几件规章草案",
        "2023年准备提请审查几件规章草案",
        "2024年重要的规章草案提请审查几件",
        "2024年提请审查的规章草案要点几个",
        "平均每个镇配备几名工作人员",
        "复议案件平均几个工作日办完",
    ],
)
async def test_no_other_year_is_told_and_nothing_of_others(ask: Ask, message: str) -> None:
    assert not (await ask(message)).facts, message


@pytest.mark.parametrize("message", ["以县政府为被告的一审案件有几件", "县政府当被告的一审应诉案件几件"])
async def test_suits_against_the_government_are_not_all(ask: Ask, message: str) -> None:
    assert (await ask(message)).missing, message
