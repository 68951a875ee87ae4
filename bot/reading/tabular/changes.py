"""Changes that a table tells: by how much and which way, as far as signs, words or the figures beside them say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.model import Direction
from bot.reading.tabular.grid import Cell, Table
from bot.reading.tabular.labels import Label, Unit

_UP, _DOWN = re.compile("[+↑▲]|增|升|提高"), re.compile("[-\u2212↓▼]|降|减")
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*[^\d万亿]{0,4}")
_ROUNDED = 0.06
_SIGN = 1


def direction_of(cell: Cell, value: float, head: Label, some_fall: bool) -> Direction:
    """Which way a figure says that it went: by its sign or words, else by its head; `some_fall`: others in its column
    are said to have fallen, so that one without a sign rose."""
    if value == 0:
        return Direction.NONE
    if value < 0 or _DOWN.search(cell.text):
        return Direction.DOWN
    return Direction.UP if some_fall or _UP.search(cell.text) else head.direction


def falls(cell: Cell) -> bool:
    """Whether a cell says that something fell."""
    return len(cell.text) > _SIGN and _DOWN.search(cell.text) is not None


def reckoned(
    table: Table, columns: Mapping[int, Label], index: int, words: str, value: float
) -> tuple[Unit | None, Direction] | None:
    """The unit and the direction of a change by this year's and last year's figures of its row: 20 | 25 | 5 is five
    more, 20 | 25 | 25.0 is 25 %; None where they say neither."""
    years = {label.year: column for column, label in columns.items() if label.words == words and not label.change}
    newest = max((year for year in years if year), default=0)
    row = table.body[index]
    if newest - 1 not in years or max(years[newest], years[newest - 1]) >= len(row):
        return None
    now, before = (_NUMBER.fullmatch(row[years[year]].text) for year in (newest, newest - 1))
    if not now or not before:
        return None
    grown, base = _worth(now) - _worth(before), _worth(before)
    way = Direction.UP if grown > 0 else Direction.DOWN
    if not grown:
        return None
    if abs(abs(grown) - abs(value)) < 1e-9:
        return columns[years[newest]].unit, way
    if base and abs(abs(grown) / base * 100 - abs(value)) < _ROUNDED:
        return Unit("%", 1, "%"), way
    return None


def _worth(number: re.Match[str]) -> float:
    return float(number[1].replace(",", ""))
