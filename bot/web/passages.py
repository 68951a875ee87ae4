"""Sentences and paragraphs of an answer: each under its report, with its figures linked and the words found marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.model import Answer, Fact, Passage, Report
from bot.replying.chinese import polish
from bot.replying.links import page_address
from bot.web import words
from bot.web.addresses import fact_address, passage_address
from bot.web.html import Child, Html, el, join


def passages(answer: Answer) -> Iterator[Html]:
    """The passages of an answer, those of a report together."""
    for identity in dict.fromkeys(passage.report for passage in answer.passages):
        report = answer.reports[identity]
        own = [passage for passage in answer.passages if passage.report == identity]
        title = el("h3", f"{words.place(answer, report)} {report.year}年")
        items = [_passage(passage, report, facts_in(passage, answer.facts), answer.query.words) for passage in own]
        yield el("section", title, el("ul", items), class_="passages")


def facts_in(passage: Passage, facts: Sequence[Fact]) -> list[Fact]:
    """The facts that stand in a passage, in its order."""
    inside = (fact for fact in facts if fact.report == passage.report)
    return sorted((f for f in inside if passage.start <= f.start and f.end <= passage.end), key=lambda f: f.start)


def _passage(passage: Passage, report: Report, facts: Sequence[Fact], found: Sequence[str]) -> Html:
    clause, figure = (facts[0].claim.quote, facts[0].text) if facts else (passage.text, (*found, "")[0])
    links = (
        el("a", "看上下文", href=passage_address(passage.report, passage.start)),
        words.original(report, page_address(report, clause, figure)),
        polish(passage.section),
    )
    small = el("small", join([link for link in links if link], " · "))
    return el("li", el("q", _text(passage, facts, found)), small)


def _text(passage: Passage, facts: Sequence[Fact], found: Sequence[str]) -> Iterator[Child]:
    # Polishing changes characters one for one, so that positions in the text stay what they were.
    text = polish(passage.text)
    at = 0
    for fact in facts:
        start, end = fact.start - passage.start, fact.end - passage.start
        yield _marked(text[at:start], found)
        yield el("a", text[start:end], href=fact_address(fact.report, fact.id), class_="figure")
        at = end
    yield _marked(text[at:], found)


def _marked(text: str, found: Sequence[str]) -> Iterator[Child]:
    pattern = "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True) if word)
    # With the pattern in brackets every second piece is a word that was looked for.
    pieces = re.split(f"({pattern})", text) if pattern else [text]
    for number, piece in enumerate(pieces):
        yield el("em", piece) if number % 2 else piece
