"""Where things stand in a report's text: its lines, the clauses that hold facts, the headings that sections begin with.

All positions are string offsets into the text as it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact
from bot.words.normalise import align

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text with the facts in it; a stretch between clauses has none."""

    start: int
    end: int
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section begins: offset of its first character, depth from 1, title."""

    start: int
    level: int
    title: str


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that shows something, without the blanks around it."""
    for match in _LINE.finditer(text):
        shown = match.group()
        start = match.start() + len(shown) - len(shown.lstrip())
        yield start, match.start() + len(shown.rstrip())


def clauses(text: str, facts: Sequence[Fact]) -> tuple[Clause, ...]:
    """The clauses that facts quote, in order, none overlapping; a fact whose quote is not there stands by itself."""
    found: list[Clause] = []
    for fact in sorted(facts, key=lambda fact: fact.start):
        start, end = _quote_span(text, fact)
        last = found[-1] if found else None
        if last and fact.end <= last.end:
            found[-1] = Clause(last.start, last.end, (*last.facts, fact))
        else:
            found.append(Clause(max(start, last.end if last else 0), max(end, fact.end), (fact,)))
    return tuple(found)


def _quote_span(text: str, fact: Fact) -> tuple[int, int]:
    quote = fact.claim.quote
    start = text.find(quote, max(0, fact.end - len(quote)), fact.start + len(quote))
    return (start, start + len(quote)) if start >= 0 else (fact.start, fact.end)


def headings(text: str, facts: Sequence[Fact]) -> tuple[Heading, ...]:
    """The headings of all sections that hold a fact, in the order of the text.

    A section path is its headings joined by "/", as they stand in the aligned text; a long one may be cut, with … at
    its end.
    """
    plain = align(text)
    found: dict[tuple[str, ...], Heading] = {}
    for fact in sorted(facts, key=lambda fact: fact.start):
        path = tuple(part for part in fact.section.split("/") if part)
        end = fact.start
        for depth in range(len(path), 0, -1):
            if path[:depth] in found:
                break
            start = plain.rfind(path[depth - 1].rstrip("…"), 0, end)
            if start < 0:
                continue
            found[path[:depth]] = Heading(start, depth, path[depth - 1])
            end = start
    return tuple(sorted(found.values(), key=lambda heading: heading.start))
