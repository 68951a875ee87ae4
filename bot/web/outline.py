"""A report's outline as the viewer shows it: the sections that the reader finds, as headings in the text and a tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.model import Fact

_OPENING = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[)）、.是]|[^，、：；,:;]+")
_END = " \t\r\n。；：;:"
_LONGEST_LEAD = 40
_PAUSES = "，、：；,:;"
_SHORTEST = 6


class Section(Protocol):
    """A section as the reader finds it: from its marker at `start`; its heading ends at `body`; level 1 一、 · 2 (一) ·
    3 1. · 4 (1) · 5 一是; level 0 is what stands before the first heading."""

    @property
    def start(self) -> int:
        """Offset of the line or the sentence that opens it."""

    @property
    def body(self) -> int:
        """Offset where its heading is over."""

    @property
    def level(self) -> int:
        """Depth, from 1."""


Outline = Callable[[str], Sequence[Section]]
"""A report's text to its sections in order."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a section begins: offsets of its heading, without blanks and the full stop, depth from 1, the words."""

    start: int
    end: int
    level: int
    title: str

    @property
    def anchor(self) -> str:
        """Its id in the page."""
        return f"s{self.start}"

    @property
    def lead(self) -> int:
        """Where the part ends that is set off when text goes on in the same line: a short heading whole, of a long one
        its number (一是) or what stands before the first pause (下一步)."""
        opening = _OPENING.match(self.title) if len(self.title) > _LONGEST_LEAD else None
        return self.start + opening.end() if opening else self.end

    def short(self, most: int) -> str:
        """The title for a list: cut at a pause where it is longer than that."""
        if len(self.title) <= most:
            return self.title
        pause = max((self.title.rfind(mark, _SHORTEST, most) for mark in _PAUSES), default=-1)
        return f"{self.title[: pause if pause > 0 else most]}……"


@dataclass(frozen=True, slots=True)
class Branch:
    """A heading with those that stand under it, and how many facts there are in all of them."""

    heading: Heading
    below: tuple[Branch, ...]
    facts: int


def headings(text: str, sections: Iterable[Section], facts: Sequence[Fact]) -> tuple[Heading, ...]:
    """The headings of the sections, in order; one that would begin inside a figure is none."""
    figures = {at for fact in facts for at in range(fact.start, fact.end)}
    found = []
    for section in sections:
        whole = text[section.start : section.body]
        title = whole.strip().rstrip(_END)
        start = section.start + len(whole) - len(whole.lstrip())
        if section.level and title and start not in figures:
            found.append(Heading(start, start + len(title), section.level, title))
    return tuple(found)


def tree(found: Sequence[Heading], facts: Sequence[Fact], end: int) -> tuple[Branch, ...]:
    """The headings as branches; `end` is where the last section ends."""
    branches = []
    at = 0
    while at < len(found):
        stop = next((n for n in range(at + 1, len(found)) if found[n].level <= found[at].level), len(found))
        until = found[stop].start if stop < len(found) else end
        inside = sum(found[at].start <= fact.start < until for fact in facts)
        branches.append(Branch(found[at], tree(found[at + 1 : stop], facts, until), inside))
        at = stop
    return tuple(branches)
