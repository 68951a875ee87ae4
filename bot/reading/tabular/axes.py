"""The two ways into a table: what the heads over a column and the labels of a row say together, and which figures a
share or a change (占比, 同比) belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.reading.tabular.bodies import is_body, owns_rows
from bot.reading.tabular.grid import Cell, Table
from bot.reading.tabular.labels import Label, label_of

IsOwn = Callable[[str], bool]
_BODIES_AT_LEAST, _SUBTOTAL = 2, "小计"


class Axes:
    """What heads and labels of one table say. `is_own` tells the names of the reporting place."""

    def __init__(self, table: Table, year: int, units: frozenset[str], places: frozenset[str], whole: IsOwn) -> None:
        self._table, self._year, self._units, self._places, self._whole = table, year, units, places, whole
        figures = [column for column in range(table.width) if column not in table.labels]
        named = sum(self._is_body(cell) for column in figures for cell in table.head_cells(column)[-1:])
        self._columns_are_bodies = named >= _BODIES_AT_LEAST
        self.columns = _with_wholes({column: self._column(column) for column in figures})
        owned = [column for column in table.labels if self._owns(column)]
        self._owned = {row[column].start for row in table.body for column in owned if column < len(row)}
        self._subtotals = sum(any(cell.text == _SUBTOTAL for cell in row) for row in table.body)
        self._groups = sorted(table.groups)
        self._rows: dict[tuple[int, tuple[int, ...]], Label] = {}
        self._labels: dict[int, list[Label]] = {}

    def is_own(self, name: str) -> bool:
        """Whether a name means the reporting place as a whole."""
        return self._whole(name)

    def head(self, column: int) -> Label:
        """What the heads over any column say."""
        return self.columns.get(column) or self._column(column)

    def row(self, index: int, column: int) -> Label:
        """What the labels of a row say of the cell in a column."""
        cells = self._table.label_cells(index, column)
        known = index, tuple(cell.start for cell in cells)
        if known not in self._rows:
            self._rows[known] = self._row(index, cells)
        return self._rows[known]

    def rows(self, column: int) -> list[Label]:
        """What the labels of all rows say of a column."""
        if column not in self._labels:
            self._labels[column] = [self.row(index, column) for index in range(len(self._table.body))]
        return self._labels[column]

    def _row(self, index: int, cells: Sequence[Cell]) -> Label:
        at = bisect_right(self._groups, index)
        group = self._table.groups[self._groups[at - 1]] if at else None
        labels = [self._label(cell, column_owns=cell.start in self._owned) for cell in cells]
        found = _all_joined(labels)
        if group and not found.total:
            over = self._label(group, column_owns=False)
            found = over.joined(found) if not (over.body and found.body) else found
        if found.subtotal and not found.words and not found.body:
            last = index == len(self._table.body) - 1 and self._subtotals == 1
            return replace(found, total=last, unclear=found.unclear or not last)
        return found

    def _column(self, column: int) -> Label:
        cells = self._table.head_cells(column)
        return _all_joined(
            [self._label(cell, column_owns=self._columns_are_bodies and self._is_body(cell)) for cell in cells]
        )

    def _label(self, cell: Cell, column_owns: bool) -> Label:
        label = label_of(cell.text, self._year, self._units)
        if label.total or label.subtotal or label.relative or label.change:
            return label
        if self._whole(label.words):
            return replace(label, words="", own="", total=True)
        if label.words and (column_owns or self._is_body(cell)) and not label.rate:
            return replace(label, words="", own="", body=cell.text if not label.unit else label.words)
        return label

    def _is_body(self, cell: Cell) -> bool:
        return is_body(cell.text, self._places)

    def _owns(self, column: int) -> bool:
        head = "".join(cell.text for cell in self._table.head_cells_of_one(column))
        cells = [row[column] for row in self._table.body if column < len(row) and row[column].text]
        labels = [label_of(cell.text, self._year, self._units) for cell in cells]
        named = [cell.text for cell, label in zip(cells, labels, strict=True) if label.words]
        years = any(label.year is not None for label in labels)
        return column not in self._table.numbering and not years and owns_rows(head, named, self._places)


def _all_joined(labels: Sequence[Label]) -> Label:
    found = labels[0] if labels else Label()
    for label in labels[1:]:
        found = found.joined(label)
    return found


def _with_wholes(columns: dict[int, Label]) -> dict[int, Label]:
    """Columns with what they are parts of: 投诉 | 其中:属实 -> 投诉属实."""
    whole = Label()
    for column, label in columns.items():
        if label.part and whole.words not in label.words:
            columns[column] = replace(label, words=whole.words + label.words)
        elif not (label.part or label.relative or label.change):
            whole = label
    return columns


def base_of(labels: Sequence[Label], at: int) -> Label | None:
    """What a bare share or change at a place of a row of heads is of, with its year: the one thing told there, or what
    stands right before it where each thing is followed by its own; None where that cannot be told."""
    label = labels[at]
    group = [(place, other) for place, other in enumerate(labels) if other.group == label.group or not label.group]
    things = [
        (place, other) for place, other in group if not (other.rate or other.relative or other.change or other.target)
    ]
    before = [other for place, other in things if place < at]
    behind = [labels[place + 1] if place + 1 < len(labels) else Label() for place, _ in things]
    each = all(after.rate or after.change for after in behind)
    in_turn = all(
        after.rate or after.change or after.words == thing.words
        for (_, thing), after in zip(things, behind, strict=True)
    )
    words = {thing.words for _, thing in things}
    if len(words) > 1 and not (before and in_turn):
        return None
    of = before[-1].words if len(words) > 1 else next(iter(words), "")
    years = {thing.year for _, thing in things if thing.words == of}
    if len(years) <= 1:
        return Label(words=of, year=next(iter(years), None))
    newest = max(year or 0 for year in years)
    if label.change:
        return Label(words=of, year=newest)
    last = before[-1].year if before else None
    return Label(words=of, year=last) if each or last == newest else None
