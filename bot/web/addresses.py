"""Addresses within the page. A conversation is its questions in order, so every address can be kept and shared."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode


def question_address(questions: Sequence[str], home: str = "") -> str:
    """The chat page with this conversation."""
    return _with_questions("/", questions, home)


def chart_address(questions: Sequence[str], home: str = "") -> str:
    """The picture of the answer to the last question."""
    return _with_questions("/chart.png", questions, home)


def workbook_address(questions: Sequence[str], home: str = "") -> str:
    """The workbook of the answer to the last question."""
    return _with_questions("/workbook.xlsx", questions, home)


def report_address(report: str) -> str:
    """The source viewer."""
    return f"/reports/{quote(report, safe='')}"


def fact_address(report: str, fact: str) -> str:
    """The clause of a fact in the viewer."""
    return f"{report_address(report)}#{quote(fact, safe='')}"


def passage_address(report: str, start: int) -> str:
    """The line of a report's text that holds this offset, in the viewer."""
    return f"{report_address(report)}?at={start}#here"


def _with_questions(path: str, questions: Sequence[str], home: str) -> str:
    fields = [("home", home)] if home else []
    return f"{path}?{urlencode([*fields, *(('q', question) for question in questions)])}"
