"""The whole desk over the real reports: how many of our own questions it answers right. The held half tuned nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Answer, Intent, Query, Status
from tests.questions.asking import Question, asked_all, wrong_with

ANSWERABLE, UNANSWERABLE = 0.98, 0.98


async def test_questions_are_answered_right(tmp_path: Path) -> None:
    results = await asked_all(tmp_path)
    for half in ("tune", "held"):
        part = [result for result in results if result.question.half == half]
        for wanted, floor in ((True, ANSWERABLE), (False, UNANSWERABLE)):
            chosen = [result for result in part if bool(result.question.expect) is wanted]
            wrong = [f"{result.question.text}: {result.wrong}" for result in chosen if result.wrong]
            assert len(chosen) >= 50
            assert 1 - len(wrong) / len(chosen) >= floor, wrong


@pytest.mark.parametrize("expect", [(("a-2024", 5.0),), ()])
def test_an_empty_answer_is_right_only_where_none_is_expected(expect: tuple[tuple[str, float], ...]) -> None:
    answer = Answer(status=Status.NONE, query=Query(intent=Intent.FACT))
    assert bool(wrong_with(answer, Question(1, "held", "", expect, "none"))) is bool(expect)
