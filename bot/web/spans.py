"""Where things stand in a report's text: its lines, and the clauses that hold facts.

All positions are string offsets into the text as it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text with the facts in it; a stretch between clauses has none."""

    start: int
    end: int
    facts: tuple[Fact, ...] = ()


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
