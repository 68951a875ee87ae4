"""Lines of a reply, and the two forms they are sent in: plain text and Telegram's HTML within Telegram's limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from html import escape
from typing import NamedTuple

from bot.replying.chinese import polish

MOST_UNITS = 4096
"""Telegram's limit for a message, in UTF-16 units; tags are counted too, to stay on the safe side."""

MOST_ENTITIES = 100
"""Telegram's limit for formatted pieces in a message."""


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
    """One line of a reply; lines are never divided between messages unless one is too long by itself."""

    parts: tuple[Part, ...]

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
            found.append(Line(parts))
    return found


def plain(lines: Iterable[Line]) -> str:
    """The lines for a terminal, without markup."""
    shown = ("".join(part.text for part in each.parts) for each in _in(Form.PLAIN, lines))
    return "\n".join(text.rstrip() for text in shown).strip()


def messages(lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines as Telegram HTML, in as many messages as the limits ask for."""
    shown = _in(Form.HTML, lines)
    whole = "\n".join(_html(each) for each in shown).strip()
    if _units(whole) <= MOST_UNITS and sum(each.entities for each in shown) <= MOST_ENTITIES:
        return (whole,) if whole else ()
    return _split(shown)


def _split(lines: Iterable[Line]) -> tuple[str, ...]:
    """The lines filled into one message after the other."""
    found: list[str] = []
    held: list[str] = []
    size = entities = 0
    for each in lines:
        for html, count in _pieces(each):
            units = _units(html) + 1
            if held and (size + units > MOST_UNITS or entities + count > MOST_ENTITIES):
                found.append("\n".join(held).strip())
                held, size, entities = [], 0, 0
            held.append(html)
            size += units
            entities += count
    found.append("\n".join(held).strip())
    return tuple(message for message in found if message)


def _pieces(each: Line) -> list[tuple[str, int]]:
    """A line's HTML with the number of its entities; a line longer than a message is cut before tags are added."""
    html = _html(each)
    if _units(html) < MOST_UNITS:
        return [(html, each.entities)]
    found = [""]
    for character in "".join(part.text for part in each.parts):
        escaped = escape(character)
        if _units(found[-1]) + _units(escaped) >= MOST_UNITS:
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
