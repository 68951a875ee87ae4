"""A rate that is asked for by its bare name is that of what was asked about before it, and of nothing else."""

from __future__ import annotations

import pytest

from bot.model import Kind, Status
from tests.asking.answering.telling import Ask, Told

QUIZ = "组织310名窗口人员参加宪法知识闯关赛,窗口人员参赛率达97%,优秀率达88%"
FILES = "评查行政执法案卷64份,案卷优秀率92%"
RATE = {"kind": Kind.RATE}
FIGURES = (
    Told(QUIZ, "310名", "普法宣传", "参加宪法知识闯关赛的窗口人员", 310, "名"),
    Told(QUIZ, "97%", "普法宣传", "窗口人员宪法知识闯关赛参赛率", 97, "%", RATE),
    Told(QUIZ, "88%", "普法宣传", "窗口人员宪法知识闯关赛优秀率", 88, "%", RATE),
    Told(FILES, "64份", "行政执法", "评查执法案卷", 64, "份"),
    Told(FILES, "92%", "行政执法", "行政执法案卷优秀率", 92, "%", RATE),
    Told("举办法治讲座75场", "75场", "普法宣传", "举办法治讲座", 75, "场"),
    Told("办理公证460件", "460件", "公证", "办理公证", 460),
)
QUIZZED = "多少窗口人员参加了宪法知识闯关赛"


@pytest.mark.parametrize(
    "message", [f"{QUIZZED}，优秀率有多高", f"{QUIZZED}？优秀率多少", f"{QUIZZED}，优秀率有多大呀"]
)
async def test_the_second_question_is_of_the_first_ones_event(ask: Ask, message: str) -> None:
    answer = await ask(message)
    assert (answer.status, {fact.text for fact in answer.facts[:2]}) == (Status.ANSWER, {"310名", "88%"})


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [
        (QUIZZED, "优秀率多少？", "88%"),
        (QUIZZED, "那优秀率有多高", "88%"),
        (QUIZZED, "优秀率呢", "88%"),
        ("评查了多少份执法案卷", "优秀率呢", "92%"),
    ],
)
async def test_a_follow_up_is_of_the_event_before(ask: Ask, first: str, then: str, text: str) -> None:
    answer = await ask(then, after=first)
    assert (answer.status, [fact.text for fact in answer.facts][:1]) == (Status.ANSWER, [text])


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (QUIZZED, "满意率呢"),
        (QUIZZED, "合格率有多高"),
        ("法治讲座办了几场", "参赛率有多高"),
        ("法治讲座办了几场", "优秀率多少"),
        ("公证办了多少件", "优秀率呢"),
        ("公证办了多少件", "参与率多少"),
    ],
)
async def test_what_the_event_has_no_rate_of_is_not_told_of_another(ask: Ask, first: str, then: str) -> None:
    assert not (await ask(then, after=first)).facts
    rates = {"92%", "88%", "97%"}
    assert not rates & {fact.text for fact in (await ask(f"{first}，{then}")).facts[:2]}


async def test_a_rate_that_is_named_in_full_is_what_it_says(ask: Ask) -> None:
    assert [fact.text for fact in (await ask("行政执法案卷优秀率呢", after=QUIZZED)).facts][:1] == ["92%"]
