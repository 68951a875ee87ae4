"""Who says what a figure measures to the letter is told that figure, and nothing that only shares its words."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

RATE = {"kind": Kind.RATE}
DECIDED = "复议案件驳回31件，占审结总数的12.5%；县政府复议受案84件"
ROW = "占比分别为城管局5.1%、教育局7.4%"
TAUGHT = "举办法律培训18场、法治夜校26期"
FIGURES = (
    Told(TAUGHT, "18场", "普法宣传", "举办法律培训", 18, "场"),
    Told(TAUGHT, "26期", "普法宣传", "举办法治夜校", 26, "期"),
    Told(DECIDED, "31件", "行政复议", "行政复议驳回", 31),
    Told(DECIDED, "12.5%", "行政复议", "行政复议驳回占审结总数比例", 12.5, "%", RATE),
    Told(DECIDED, "84件", "行政复议", "县政府行政复议受案", 84, more={"subject": "县政府"}),
    Told(ROW, "5.1%", "行政复议", "行政复议受案占比", 5.1, "%", RATE | {"subject": "城管局"}),
    Told(ROW, "7.4%", "行政复议", "行政复议受案占比", 7.4, "%", RATE | {"subject": "教育局"}),
    Told("云溪镇行政复议受案9件", "9件", "行政复议", "行政复议受案", 9, more={"subject": "云溪镇"}),
)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("行政复议驳回占审结总数比例是多少", "12.5%"),
        ("县政府行政复议受案多少件", "84件"),
        ("教育局行政复议受案占比是多少", "7.4%"),
        ("城管局的行政复议受案占比多少", "5.1%"),
        ("法律培训多少场", "18场"),
        ("/查 法治夜校", "26期"),
    ],
)
async def test_just_that_is_told(ask: Ask, message: str, first: str) -> None:
    answer = await ask(message)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, first)


async def test_another_kind_is_not_told(ask: Ask) -> None:
    answer = await ask("涉及多少钱", after="县政府行政复议受案多少件")
    assert "84件" not in [fact.text for fact in answer.facts]


async def test_what_a_part_did_needs_its_name(ask: Ask) -> None:
    answer = await ask("行政复议受案占比多少")
    assert "9件" not in [fact.text for fact in answer.facts[:1]]
    assert answer.status is not Status.ANSWER
