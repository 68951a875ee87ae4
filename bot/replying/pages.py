"""A long answer in pages that a phone shows at once, split between figures, each page with the clauses that it cites.

The first page says what the answer is about, its first figures, and all that a reader must know of the figures: what is
missing and what to mind. A block that goes on has its heading repeated.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bot.replying.markup import BLANK, Form, Line, Part, messages

ROW_WIDTH = 44
"""What a row of a phone holds, in half-width characters: about 22 Han characters."""

MOST_ROWS = 16
"""Rows of a page, without the clauses, which are folded. What needs no more is not divided."""

FIRST_ROWS = 14
"""Rows of the first page of several."""

LEAST_FIGURES = 10
"""Rows for figures on the first page, however much there is to be minded."""

_GOES_ON = "（续）"
_MARKS = re.compile(r"[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]|\[\d+\]")


def pages(lines: Sequence[Line]) -> tuple[str, ...]:
    """The lines as Telegram HTML, each page one message within Telegram's limits."""
    shown = [each for each in lines if not each.parts or any(part.only is not Form.PLAIN for part in each.parts)]
    folded = [each for each in shown if each.folded]
    stays = _trimmed(each for each in shown if each.stays)
    body = _trimmed(each for each in shown if not (each.folded or each.stays))
    if _rows(body) + _rows(stays) <= MOST_ROWS:
        return messages(lines)
    if not body or _rows(stays) > MOST_ROWS:
        body, stays = _apart([body, stays]), []
    divided = _divided(body, max(LEAST_FIGURES, FIRST_ROWS - _rows(stays)))
    found: list[str] = []
    for number, page in enumerate(divided):
        minded = [] if number else stays
        found += messages(_apart([page, minded, _cited([*page, *minded], folded)]))
    return tuple(found)


def _divided(body: Sequence[Line], first: int) -> list[list[Line]]:
    """The lines in pages: the first of so many rows, the others of a screen each."""
    found: list[list[Line]] = [[]]
    left, room = _rows(body), first
    heading: Line | None = None
    for number, each in enumerate(body):
        rows, used = _rows([each]), _rows(found[-1])
        alone = each.parts and _is_heading(body, number)
        needed = rows + (_rows(body[number + 1 : number + 2]) if alone else 0)
        # A last page of a row or two is not worth a tap.
        if used + needed > room and used + left > room + 2 and found[-1]:
            found.append([_continued(heading)] if heading and each.parts and not alone else [])
            room = MOST_ROWS
        if each.parts or found[-1]:
            found[-1].append(each)
        heading = (each if alone else heading) if each.parts else None
        left -= rows
    return [_trimmed(page) for page in found if _trimmed(page)]


def _is_heading(body: Sequence[Line], number: int) -> bool:
    """Whether a line says what the lines below it are about."""
    each, below = body[number], body[number + 1 : number + 2]
    if not below or not below[0].parts:
        return False
    if all(part.bold for part in each.parts):
        return True
    return not _text(each).startswith("· ") and _text(below[0]).startswith("· ")


def _continued(heading: Line) -> Line:
    last = heading.parts[-1]
    return heading._replace(parts=(*heading.parts, Part(_GOES_ON, bold=last.bold)))


def _cited(page: Iterable[Line], folded: Sequence[Line]) -> list[Line]:
    """The clauses whose marks stand on a page, under the reports that they come from."""
    marks = {mark for each in page for mark in (*_MARKS.findall(_text(each)), *each.cites)}
    found: list[Line] = []
    pending = False
    for each in folded:
        mark = _MARKS.match(_text(each))
        if mark:
            pending = mark.group() in marks
        if pending or (not mark and not found and all(part.bold for part in each.parts)):
            found.append(each)
    return found if len(found) > 1 else []


def _apart(blocks: Iterable[Sequence[Line]]) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        if block:
            found += [BLANK, *block] if found else block
    return found


def _trimmed(lines: Iterable[Line]) -> list[Line]:
    """Without empty lines at both ends, and never two together."""
    found: list[Line] = []
    for each in lines:
        if each.parts or (found and found[-1].parts):
            found.append(each)
    return found[:-1] if found and not found[-1].parts else found


def _rows(lines: Iterable[Line]) -> int:
    """How many rows of a phone the lines take."""
    return sum(max(1, -(-_width(_text(each)) // ROW_WIDTH)) for each in lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _text(each: Line) -> str:
    return "".join(part.text for part in each.parts if part.only is not Form.PLAIN)
