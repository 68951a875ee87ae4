"""Where the numbers of a text stand in its tables: which of them are figures, which belong to names or count rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.model import MentionClass
from bot.reading.around import When
from bot.reading.numbers.mentions import Numeral
from bot.reading.tabular.axes import Axes
from bot.reading.tabular.bodies import is_whole
from bot.reading.tabular.captions import Caption
from bot.reading.tabular.cells import Meaning, TableReader
from bot.reading.tabular.grid import Cell, figures, tables_of
from bot.reading.tabular.labels import Label
from bot.reading.vocabulary.lexicon import ReadingLexicon

_PLAIN = re.compile(r"[+\-\u2212]?\d[\d,]*(?:\.\d+)?")
_PLACE = re.compile("社区|街道|[村镇乡县市区]$")
_MINUS = ("-", "\u2212")
_NO_FIGURES = re.compile("电话|联系|编号|号码|代码|文号|证号|邮编|日期|时间|年份|年度$|索引")
_BAR, _NO_UNITS = "|", frozenset("月日")
_LONG_NAME = 20
"""A label that is longer tells something itself."""


@dataclass(frozen=True, slots=True)
class InTable:
    """Where a number stands: in the cell of a table's row; `row` is -1 for its heads."""

    reader: TableReader
    row: int
    column: int
    cell: Cell

    @property
    def label(self) -> Label:
        """What the labels of its row say."""
        return self.reader.axes.row(self.row, self.column)

    @property
    def when(self) -> When | None:
        """The year that its heads name, or for which they say that it is planned; None where they name none."""
        return self.reader.named_time(self.row, self.column)


class Tables:
    """The tables of an aligned text. `own` are the names of the reporting place, `wider` the levels above it."""

    def __init__(
        self,
        text: str,
        year: int,
        lexicon: ReadingLexicon,
        places: frozenset[str],
        own: Sequence[str],
        wider: re.Pattern[str],
    ) -> None:
        barred = _BAR in text
        families = lexicon.units.family.items() if barred else ()
        units = frozenset(unit for unit, family in families if family and not _PLACE.search(unit))
        whole = {*own, *(name[:-1] for name in own if len(name) > 2)}
        self._meanings: dict[int, Meaning] = {}
        self._cells: list[tuple[int, InTable]] = []
        for table in tables_of(text, figures(units - _NO_UNITS)) if barred else ():
            corner = [cell for column in table.labels for cell in table.head_cells_of_one(column)]
            caption = Caption(table.above, corner, units)
            axes = Axes(table, year, units, places, lambda label: is_whole(label, whole, wider))
            reader = TableReader(table, caption, axes, year)
            for at, row in enumerate(table.rows):
                self._cells += (
                    (cell.start, InTable(reader, at - table.heads if at >= table.heads else -1, column, cell))
                    for column, cell in enumerate(row)
                    if cell.text
                )
        self._starts = [start for start, _ in self._cells]

    def at(self, position: int) -> InTable | None:
        """The cell that holds a position, None outside of tables."""
        found = bisect_right(self._starts, position) - 1
        return self._cells[found][1] if found >= 0 and position < self._cells[found][1].cell.end else None

    def meaning(self, numeral: Numeral) -> Meaning | None:
        """What a figure's cell says of it; None for numbers that stand elsewhere, or in running words."""
        return self._meanings.get(numeral.start)

    def sort(self, numerals: Sequence[Numeral]) -> None:
        """Make figures of the numbers that fill a cell whose heads say what it is, and of no others in tables."""
        for numeral in numerals if self._cells else ():
            if place := self.at(numeral.start):
                self._sort(numeral, place)

    def _sort(self, numeral: Numeral, place: InTable) -> None:
        table, cell = place.reader.table, place.cell
        if place.row < 0 or place.column in table.labels:
            if place.column in table.numbering and place.row >= 0:
                numeral.cls = MentionClass.ENUM
            elif numeral.cls is MentionClass.FACT and len(cell.text) <= _LONG_NAME and table.has_figures:
                numeral.cls = MentionClass.LABEL
            return
        if not cell.is_figure:
            return
        if numeral.cls is not MentionClass.FACT:
            self._count(numeral, place)
        if numeral.cls is not MentionClass.FACT:
            return
        meaning = place.reader.meaning(place.row, place.column, numeral, cell)
        if meaning is None:
            numeral.cls = MentionClass.LABEL
        else:
            self._meanings[numeral.start] = meaning

    def _count(self, numeral: Numeral, place: InTable) -> None:
        """A number of a column of figures counts, though elsewhere it would be a year, a reference, a list number."""
        table, text = place.reader.table, place.cell.text
        head = "".join(cell.text for cell in table.head_cells(place.column))
        if not table.heads or not head or _NO_FIGURES.search(head) or not _PLAIN.fullmatch(text):
            return
        numeral.cls, numeral.number, numeral.end = MentionClass.FACT, numeral.start, place.cell.end
        numeral.start, numeral.unit, numeral.family = place.cell.start, "", ""
        numeral.value = float(text.lstrip("+-\u2212").replace(",", "")) * (-1 if text.startswith(_MINUS) else 1)
