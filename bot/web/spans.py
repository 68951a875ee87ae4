"""Where things stand in a report's text: its lines, the clauses that hold facts, the headings that sections begin with.

All positions are string offsets into the text as it is stored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact
from bot.words.normalise import align

_NUMBERS = (re.compile(r"[一二三四五六七八九十]{1,3}、"), re.compile(r"\([一二三四五六七八九十]{1,3}\)"))
_SENTENCE_END = re.compile(r"[。;:]")
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
    """The headings that begin a line: those numbered 一、 and (一), and those that the sections of facts name.

    A section path is its headings joined by "/", as they stand in the aligned text. Items inside a paragraph (一是) are
    too many for an outline and left out.
    """
    plain = align(text)
    named = {part: depth for fact in facts for depth, part in enumerate(fact.section.split("/"), 1) if part}
    found = []
    for start, end in lines(text):
        title = _SENTENCE_END.split(plain[start:end], maxsplit=1)[0]
        level = next((level for level, marker in enumerate(_NUMBERS, 1) if marker.match(title)), 0)
        if not level and len(title) >= end - start - 1:
            level = named.get(title, 0)
        if level and len(title) > 1:
            found.append(Heading(start, level, text[start : start + len(title)]))
    return tuple(found)
