"""What a sentence tells of the one before it is found by the words of both."""

from __future__ import annotations

import pytest

from tests.asking.answering.telling import Ask, Told

ALL = "审结的340件行政复议案件中，直接纠错22件"
OWN = "以区政府为被申请人的行政复议案件共14件"
LATER = "目前审结12件，其中纠错3件"
FIRMS = "核查出4家律师事务所存在私自收费行为"
NOW = "截至目前，我区共有25家律师事务所"
FIGURES = (
    Told(ALL, "340件", "行政复议", "审结的行政复议案件", 340),
    Told(ALL, "22件", "行政复议", "直接纠错行政复议案件", 22),
    Told(OWN, "14件", "行政复议", "以区政府为被申请人的行政复议案件", 14, more={"subject": "区政府"}),
    Told(LATER, "12件", "行政复议", "行政复议审结", 12),
    Told(LATER, "3件", "行政复议", "行政复议纠错", 3),
    Told(FIRMS, "4家", "律师管理", "存在私自收费行为的律师事务所", 4, "家"),
    Told(NOW, "25家", "律师管理", "律师事务所", 25, "家"),
)


@pytest.mark.parametrize(
    ("message", "told_first"),
    [
        ("区政府为被申请人的案件审结多少", "12件"),
        ("以区政府为被申请人的复议案件纠错多少件", "3件"),
        ("区政府为被申请人的复议案件多少件", "14件"),
        ("复议直接纠错多少件", "22件"),
        ("私自收费律师事务所几家", "4家"),
        ("律师事务所几家", "25家"),
    ],
)
async def test_the_words_of_both_sentences_find_the_figure(ask: Ask, message: str, told_first: str) -> None:
    answer = await ask(message)
    assert answer.facts[0].text == told_first


@pytest.mark.parametrize("message", ["公安分局为被申请人的案件审结多少", "区教育局为被申请人的案件纠错多少件"])
async def test_another_bodys_cases_are_not_these(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert not {"12件", "3件"} & {fact.text for fact in answer.facts}
