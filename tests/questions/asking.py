"""The questions, put to the real desk over the real reports, and judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.app import open_app
from bot.config import Settings
from bot.desk import ChatContext, Desk
from bot.model import Answer, Intent, Modality

FILE = Path(__file__).parent / "questions.jsonl"
ROOM = 3
"""How many figures beside the expected ones may stand before the last of them."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with the (report, value) pairs that it expects and the status of its answer ("any": not judged)."""

    id: int
    half: str
    text: str
    expect: tuple[tuple[str, float], ...]
    status: str
    modality: Modality = Modality.ACTUAL
    after: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a question: "" in `wrong` when the answer is right."""

    question: Question
    wrong: str
    shown: str


def questions() -> Iterator[Question]:
    """The set of tests/questions/questions.jsonl."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        expect = tuple((str(report), float(value)) for report, value in row["expect"])
        modality = Modality(row.get("modality", "actual"))
        yield Question(row["id"], row["half"], row["q"], expect, row["status"], modality, row.get("after", ""))


async def asked_all(state: Path) -> list[Result]:
    """Every question with its result; `state` is a folder for the database."""
    async with open_app(Settings(state_dir=state)) as app:
        return [await _asked(app.desk, question) for question in questions()]


async def _asked(desk: Desk, question: Question) -> Result:
    previous = (await desk.answer(question.after)).answer.query if question.after else None
    answer = (await desk.answer(question.text, ChatContext(previous=previous))).answer
    shown = "; ".join(f"{fact.report} {fact.claim.measure} {fact.text}" for fact in answer.facts[:6])
    lacks = "; ".join(missing.why for missing in answer.missing[:3])
    return Result(question, wrong_with(answer, question), f"{answer.status.value} [{shown}] {lacks}")


def wrong_with(answer: Answer, question: Question) -> str:
    """What is wrong with an answer, "" if nothing."""
    first = answer.facts[: len(question.expect) + ROOM]
    held = {(fact.report, fact.claim.value) for fact in first}
    for report, value in question.expect:
        if (report, value) not in held:
            return f"{report} {value} is not among the first figures"
    if not question.expect and answer.query.intent is Intent.LIST:
        places = {region.adcode for region in answer.query.regions}
        if any(report.adcode not in places for report in answer.reports.values()):
            return "leading figures of a place that nobody named"
    elif not question.expect:
        if answer.facts:
            return "figures for a question that has none"
    elif answer.query.intent is not Intent.RANK and (strange := _strange(answer, question)):
        return f"figures of {', '.join(sorted(strange))}"
    if question.expect and any(fact.claim.modality is not question.modality for fact in first[: len(question.expect)]):
        return "a figure of another modality"
    if question.status not in ("any", answer.status.value):
        return f"status {answer.status.value}, not {question.status}"
    return ""


def _strange(answer: Answer, question: Question) -> set[str]:
    """The reports of figures that no expected figure is from, when the question names its places."""
    return {fact.report for fact in answer.facts} - {report for report, _ in question.expect}
