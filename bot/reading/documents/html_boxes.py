"""A web page as far as its words matter: nested boxes of visible text, and how they read as lines."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from bot.reading.documents.text import MAX_SPAN, row_lines

STOPS = re.compile("[。；]|;(?![a-z#])")
"""Where a sentence ends; entities that were left as they are do not count."""

LONGEST_HEAD = 30
"""How long the head of table rows may be, which is told in each of its rows."""

_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\u200b-\u200d\u2060\ufeff\xad]")

# Stand for line and cell ends while the source's white space is squeezed; `_INVISIBLE` keeps them out of the text.
_BREAK, _CELL, _ROW = "\x1e", "\x1f", "\x1d"
_BLANKS = " \u3000\t"
_HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def names(*lines: str) -> frozenset[str]:
    """The names in lines of names."""
    return frozenset(name for line in lines for name in line.split())


_LEFT_OUT = names(
    "script style noscript template iframe object svg canvas select textarea button input nav footer aside head",
    "audio video map",
)
_BLOCKS = names(
    "address article blockquote body center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr",
    "html li main ol p pre section table tbody thead tfoot tr ul caption",
)
_CELLS = frozenset({"td", "th"})


@dataclass(slots=True)
class Box:
    """An element as far as it matters: its tag, what it holds in order, how many sentences end in it outside links,
    and how many columns and rows a table cell takes."""

    tag: str
    parts: list[Box | str] = field(default_factory=list)
    stops: int = 0
    across: int = 1
    down: int = 1

    @property
    def boxes(self) -> list[Box]:
        """The elements within, text left out."""
        return [part for part in self.parts if isinstance(part, Box)]


def box_of(node: LexborNode) -> Box:
    """The visible part of a node's tree, without recursion since pages nest as they like."""
    root = Box("body")
    pending: list[tuple[LexborNode, Box, frozenset[str]]] = [(node, root, frozenset())]
    made = [root]
    while pending:
        parent, box, within = pending.pop()
        child = parent.child
        while child is not None:
            if child.tag == "-text":
                text = _INVISIBLE.sub("", child.text_content or "")
                box.parts.append(text.replace("\n", _BREAK) if "pre" in within else text)
                box.stops += 0 if "a" in within else len(STOPS.findall(text))
            elif _is_visible(child):
                inner = Box(child.tag or "")
                if inner.tag in _CELLS:
                    inner.across, inner.down = (_span(child, name) for name in ("colspan", "rowspan"))
                box.parts.append(inner)
                made.append(inner)
                pending.append((child, inner, within | {inner.tag} if inner.tag in ("a", "pre") else within))
            child = child.next
    for box in made:
        if box.tag == "table":
            _spread(box)
    for box in reversed(made):  # those within come after those around them
        box.stops += sum(inner.stops for inner in box.boxes)
    return root


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or ""
    return min(int(value), MAX_SPAN) if value.isdecimal() and value != "0" else 1


def _spread(table: Box) -> None:
    """Gives every row of a table a cell in each column: merged cells stand in the first of theirs.

    A cell that goes on in the rows below stands in each of them when it is a head: short, without digits.
    """
    below: dict[int, tuple[int, Box]] = {}
    for row in _rows(table):
        cells = deque(box for box in row.boxes if box.tag in _CELLS)
        spread: list[Box | str] = []
        while cells or len(spread) in below:
            column = len(spread)
            if column in below:
                left, cell = below.pop(column)
                spread.append(cell)
            else:
                cell = cells.popleft()
                left = cell.down
                spread.append(cell)
                spread += [Box("td") for _ in range(cell.across - 1)]
            if left > 1:
                below[column] = (left - 1, cell if _is_head(cell) else Box("td"))
        row.parts = spread


def _is_head(cell: Box) -> bool:
    words = ""
    pending: list[Box | str] = [cell]
    while pending and len(words) <= LONGEST_HEAD:
        part = pending.pop()
        if isinstance(part, str):
            words += part.strip()
        else:
            pending.extend(part.parts)
    return len(words) <= LONGEST_HEAD and not _DIGIT.search(words)


def _rows(table: Box) -> list[Box]:
    """The rows of a table, those of tables within its cells apart."""
    rows: list[Box] = []
    pending = list(reversed(table.boxes))
    while pending:
        box = pending.pop()
        if box.tag == "tr":
            rows.append(box)
        elif box.tag != "table":
            pending.extend(reversed(box.boxes))
    return rows


def _is_visible(node: LexborNode) -> bool:
    if node.tag is None or node.tag.startswith("-") or node.tag in _LEFT_OUT:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def lines_of(box: Box, *, links: bool = True) -> str:
    """A box as lines: one for each block and table row, the cells of a row with bars; without links if so told."""
    pieces: list[str] = []
    pending: list[Box | str] = [box]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        if part.tag == "a" and not links:
            continue
        opening, closing = _marks(part.tag)
        pieces.append(opening)
        pending.append(closing)
        pending.extend(reversed(part.parts))
    text = _SPACE.sub(_squeezed, "".join(pieces))
    return "\n".join(line for row in text.split(_ROW) for line in _row_lines(row))


def _marks(tag: str) -> tuple[str, str]:
    """What stands for an element's begin and end."""
    if tag in _CELLS:
        return _CELL, ""
    if tag in ("tr", "table"):
        return _ROW, _ROW
    return (_BREAK, _BREAK) if tag in _BLOCKS or tag == "br" else ("", "")


def _row_lines(row: str) -> list[str]:
    """The lines of a table row, or of what stands between rows."""
    if _CELL not in row:
        return [line for line in (line.strip(_BLANKS) for line in row.split(_BREAK)) if line]
    # Text before the first cell goes on after a table within a cell.
    first, *rest = (
        "\n".join(filter(None, (line.strip(_BLANKS) for line in cell.split(_BREAK)))) for cell in row.split(_CELL)
    )
    return row_lines([first, *rest] if first else rest)


def _squeezed(space: re.Match[str]) -> str:
    """White space as a browser shows it; a line end of the source beside a Chinese character is none."""
    around = space.string[max(0, space.start() - 1) : space.start()] + space.string[space.end() : space.end() + 1]
    return "" if "\n" in space[0] and _HAN.search(around) else " "
