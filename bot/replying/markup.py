"""Lines of a reply, and the two forms they are sent in: plain text and Telegram's HTML within Telegram's limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from html import escape
from itertools import groupby
from typing import NamedTuple

from bot.replying.chinese import polish

MOST_UNITS = 4096
"""Telegram's limit for a message, in UTF-16 units; tags are counted too, to stay on the safe side."""

MOST_ENTITIES = 100
"""Telegram's limit for formatted pieces in a message."""

FOLD, UNFOLD = "<blockquote expandable>", "</blockquote>"
"""Around what Telegram shows a few lines of until it is tapped."""


class Form(Enum):
    """The two forms of a reply."""

    PLAIN = "plain"
    HTML = "html"


class Part(NamedTuple):
    """A piece of a line: text, whether bold, the address it links to, and where it is shown when not everywhere."""

    text: str
    bold: bool = False
    href: str = ""
    only: Form | None = None


class Line(NamedTuple):
    """One line of a reply; lines are never divided between messages unless one is too long by itself.

    What is `folded` is shown on a tap, where the channel can do that. What `stays` is shown first of all, however long
    the answer is. `cites` are the marks of clauses whose figures the line speaks of without showing the marks.
    """

    parts: tuple[Part, ...]
    folded: bool = False
    stays: bool = False
    cites: tuple[str, ...] = ()

    @property
    def entities(self) -> int:
        """How many formatted pieces the line has."""
        return sum(part.bold + bool(part.href) for part in self.parts)


def line(*parts: Part | str) -> Line:
    """A line of parts with the punctuation that readers expect; strings stand for plain parts."""
    return Line(tuple(_polished(Part(part) if isinstance(part, str) else part) for part in parts))


def _polished(part: Part) -> Part:
    text = polish(part.text)
    return part if text is part.text else part._replace(text=text)


BLANK = Line(())


def _in(form: Form, lines: Iterable[Line]) -> list[Line]:
    """The lines as one form shows them; a line of which nothing is shown there is left out."""
    found = []
    for each in lines:
        parts = tuple(part for part in each.parts if part.only in (None, form))
        if parts or not each.parts:
            found.append(each._replace(parts=parts))
    return found


def plain(lines: Iterable[Line]) -> str:
    """The lines for a terminal, without markup."""
    shown = ("".join(part.text for part in each.parts) for each in _in(Form.PLAIN, lines))
    return "\n".join(text.rstrip() for text in shown).strip()


def messages(lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines as Telegram HTML, in as many messages as the limits ask for."""
    # Each message may need one fold of its own.
    most_units, most_entities = MOST_UNITS - len(FOLD + UNFOLD), MOST_ENTITIES - 1
    found: list[str] = []
    held: list[tuple[str, bool]] = []
    size = entities = 0
    for each in _in(Form.HTML, lines):
        for html, count in _pieces(each, most_units):
            units = _units(html) + 1
            if held and (size + units > most_units or entities + count > most_entities):
                found.append(_joined(held))
                held, size, entities = [], 0, 0
            held.append((html, each.folded))
            size += units
            entities += count
    found.append(_joined(held))
    return tuple(message for message in found if message)


def _joined(lines: Iterable[tuple[str, bool]]) -> str:
    """Lines of one message; neighbours that are folded share one fold."""
    runs = groupby(lines, key=lambda each: each[1])
    texts = ((folded, "\n".join(html for html, _ in run).strip("\n")) for folded, run in runs)
    return "\n".join(f"{FOLD}{text}{UNFOLD}" if folded and text else text for folded, text in texts).strip()


def _pieces(each: Line, most_units: int) -> list[tuple[str, int]]:
    """A line's HTML with the number of its entities; a line longer than a message is cut before tags are added."""
    html = _html(each)
    if _units(html) < most_units:
        return [(html, each.entities)]
    found = [""]
    for character in "".join(part.text for part in each.parts):
        escaped = escape(character)
        if _units(found[-1]) + _units(escaped) >= most_units:
            found.append("")
        found[-1] += escaped
    return [(piece, 0) for piece in found]


def _html(each: Line) -> str:
    return "".join([_html_part(part) for part in each.parts])


def _html_part(part: Part) -> str:
    html = escape(part.text)
    if part.bold:
        html = f"<b>{html}</b>"
    return f'<a href="{escape(part.href)}">{html}</a>' if part.href else html


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
