"""The numbers that Word writes before paragraphs by itself: 一、 and （一） of headings, 1. of lists.

They are no part of a paragraph's text in the file, but what people see, and the outline of a report hangs on them. A
paragraph names a list and a level, itself or through its style; `numbering.xml` says how that level counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_LEVEL = 9
_PLACE = re.compile(r"%([1-9])")
_HAN = "一二三四五六七八九"
_HAN_FORMATS = re.compile("chinese|japanese|taiwanese|korean|ideograph", re.IGNORECASE)


@dataclass(slots=True)
class Level:
    """How one level of a list counts: from which number, in which format, and its text (第%1章)."""

    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class Style:
    """What a paragraph style says of numbering, and the style that it is based on."""

    based_on: str = ""
    number: str = ""
    level: int = 0


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    styles: dict[str, Style] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def prefix(self, style: str, number: str, level: int | None) -> str:
        """What stands before the next paragraph of a list; "" for paragraphs without number."""
        if not number:
            number, styled = self._of_style(style)
            level = styled if level is None else level
        name = self.numbers.get(number)
        levels = self.lists.get(name, {}) if name is not None else {}
        now = levels.get(level or 0)
        if name is None or now is None:
            return ""
        counts = self._count(name, number, levels, level or 0)
        if now.format in ("bullet", "none"):
            return ""
        return _PLACE.sub(lambda place: _shown(int(place[1]) - 1, counts, levels), now.text)

    def _of_style(self, name: str) -> tuple[str, int]:
        """The list and level that a style, or one that it is based on, names."""
        for _ in range(len(self.styles)):
            style = self.styles.get(name)
            if style is None:
                break
            if style.number:
                return style.number, style.level
            name = style.based_on
        return "", 0

    def _count(self, name: str, number: str, levels: dict[int, Level], level: int) -> dict[int, int]:
        """Counts one more at a level; deeper levels begin again. Numbers of one list go on counting each other."""
        counts = self._counts.setdefault(name, {})
        if number not in self._begun:
            self._begun.add(number)
            for at, start in self.restarts.get(number, {}).items():
                counts[at] = start - 1
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in range(level + 1, MAX_LEVEL):
            counts.pop(deeper, None)
        return counts


def _shown(level: int, counts: dict[int, int], levels: dict[int, Level]) -> str:
    """A level's number as its format writes it."""
    own = levels.get(level, Level())
    number = counts.get(level, own.start)
    if _HAN_FORMATS.search(own.format):
        return han(number)
    if own.format in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if own.format == "lowerLetter" else "A") + number - 1)
    return str(number)


def han(number: int) -> str:
    """A number up to 99 as headings write it: 十二. Others stay digits."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens - 1]) + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")


class NumberingParts:
    """Fills a Numbering from the elements of `numbering.xml` and `styles.xml` as a parser reports them.

    `start` takes an element's name, its value and its other attributes by local name; `end` its name.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._list = self._number = self._style = ""
        self._level: int | None = None
        self._levels: dict[int, Level] = {}

    def start(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "abstractNum":
            self._levels = self._numbering.lists.setdefault(attributes.get("abstractNumId", ""), {})
        elif tag == "num":
            self._number = attributes.get("numId", "")
        elif tag == "style":
            self._style = attributes.get("styleId", "")
            self._numbering.styles[self._style] = Style()
        elif tag in ("lvl", "lvlOverride"):
            self._level = _whole(attributes.get("ilvl", ""))
            if tag == "lvl" and self._level is not None and not self._number:
                self._levels[self._level] = Level()
        elif self._style:
            self._start_in_style(tag, value)
        elif self._number:
            self._start_in_number(tag, value)
        elif self._level in self._levels:
            self._start_in_level(self._levels[self._level], tag, value)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("lvl", "lvlOverride"):
            self._level = None
        elif tag == "num":
            self._number = ""
        elif tag == "style":
            self._style = ""

    def _start_in_style(self, tag: str, value: str) -> None:
        style = self._numbering.styles[self._style]
        if tag == "basedOn":
            style.based_on = value
        elif tag == "numId":
            style.number = value
        elif tag == "ilvl":
            style.level = _whole(value) or 0

    def _start_in_number(self, tag: str, value: str) -> None:
        if tag == "abstractNumId":
            self._numbering.numbers[self._number] = value
        elif tag == "startOverride" and self._level is not None:
            self._numbering.restarts.setdefault(self._number, {})[self._level] = _whole(value) or 0

    def _start_in_level(self, level: Level, tag: str, value: str) -> None:
        if tag == "start":
            level.start = _whole(value) or 0
        elif tag == "numFmt":
            level.format = value
        elif tag == "lvlText":
            level.text = value


def _whole(value: str) -> int | None:
    return int(value) if value.isdigit() and len(value) < MAX_LEVEL else None
