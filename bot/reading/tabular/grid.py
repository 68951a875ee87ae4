"""Tables as pages give them in text: one row a line, cells between bars (类别 | 受理 | 审结), a caption above.

Works on aligned text. A table has head rows, label columns, and figures in the rest; what cannot be told apart so is
not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bot.reading.vocabulary.trees import one_of

_BAR = "|"
_LONGEST_ROW, _LONGEST_ABOVE, _LONGEST_GROUP, _LINES_ABOVE, _MOST_HEADS = 2000, 60, 24, 3, 4
_TWO = 2
_MERGED = 40
"""How many rows a merged label goes down."""
_RULE = re.compile(r":?-{3,}:?")
_NOTHING = re.compile(r"[-—–―/\\*]{1,4}|无|/")
_YEAR = re.compile(r"(?:19|20)\d{2}[ ]?(?:年度?)?")
_RUNNING_NUMBER = re.compile("序号|编号|序|号|No\\.?")
_CAPTION = re.compile("[表:]$|情况|统计|^附|^表|^[一二三四五六七八九十]{1,3}、|^\\(")
_ASIDE, _DAY = re.compile("案号|文号|证号|联系|电话|备注|说明|地址"), re.compile("日期|时间")
_COUNTS = re.compile("[数量率额比]$|年$|合计|总计")
_SENTENCE = re.compile("[。;]")
_UNIT_AT_END = re.compile("(\\((?:计量)?单位:[^()]{1,20}\\))[。:]?$")
_POINTING = re.compile("(?:下表|如下|所示)[。:]$")
"""How running text ends that leads to a table: what stands above such text is a heading, no caption."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands between two bars, without the blanks around it."""

    start: int
    end: int
    text: str
    is_figure: bool = False
    """Whether it holds a figure and nothing else; a year may be one."""

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        return _YEAR.fullmatch(self.text) is not None

    @property
    def is_nothing(self) -> bool:
        """Whether it says that there is no figure: -, 无."""
        return _NOTHING.fullmatch(self.text) is not None


Row = tuple[Cell, ...]


@dataclass
class Table:
    """Rows of cells; `above`: the lines before it, the nearest first; `groups`: short lines between its rows, by the
    row that follows."""

    rows: list[Row]
    above: list[Cell]
    groups: dict[int, Cell] = field(default_factory=dict)

    @cached_property
    def heads(self) -> int:
        """How many rows at the top hold words and years alone."""
        count = next((at for at, row in enumerate(self.rows[: _MOST_HEADS + 1]) if not _is_head(row)), -1)
        if count < 0:  # words alone
            return int(len(self.rows) > 1)
        return count if count <= _MOST_HEADS else 0

    @cached_property
    def body(self) -> list[Row]:
        """The rows behind its heads."""
        return self.rows[self.heads :]

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(len(row) for row in (self.rows[: self.heads] or self.rows))

    @cached_property
    def labels(self) -> tuple[int, ...]:
        """The columns that hold words in most rows, or years before the first figures, or running numbers."""
        return tuple(column for column in range(self.width) if self._is_label(column))

    @cached_property
    def numbering(self) -> frozenset[int]:
        """The columns of running numbers."""
        return frozenset(column for column in range(self.width) if self._counts_rows(column))

    @cached_property
    def has_figures(self) -> bool:
        """Whether any cell of it is a figure."""
        return any(cell.is_figure for row in self.body for cell in row)

    def aligned(self, row: Row) -> bool:
        """Whether it can be told which columns the cells of a row stand in."""
        return self.width - 1 <= len(row) <= self.width

    def head_cells(self, column: int) -> list[Cell]:
        """The heads over a column from the top, those of merged cells spread."""
        cells: list[Cell] = []
        own = any(True for _ in self.head_cells_of_one(column))  # else one head stands over two columns of figures
        for level, row in enumerate(self.rows[: self.heads]):
            at = column if column < len(row) else -1
            while at > 0 and not row[at].text and level < self.heads - 1 and at - 1 not in self.labels:
                at -= 1
            if at >= 0 and row[at].text and (own or at == column) and row[at].text not in (cell.text for cell in cells):
                cells.append(row[at])
        return cells

    def label_cells(self, index: int, column: int) -> list[Cell]:
        """The labels of a cell of a body row: those of the nearest label columns before it, what they leave out taken
        from the rows above."""
        near: list[int] = []
        for at in self.labels:
            if at < column and at not in self.numbering and at not in self._asides:
                near = (
                    [*near, at] if near and near[-1] == at - 1 else near if near and not self._again(near, at) else [at]
                )
        found: list[Cell] = []
        for place, at in enumerate(near):
            cell = _cell(self.body[index], at)
            later = any(_cell(self.body[index], other).text for other in near[place + 1 :])
            above = index
            while not cell.text and later and above > max(0, index - _MERGED):
                above -= 1
                cell = _cell(self.body[above], at)
            if cell.text and cell.text not in (known.text for known in found):
                found.append(cell)
        return found

    @cached_property
    def _asides(self) -> frozenset[int]:
        """The columns whose words say nothing of what is counted: numbers of cases, dates."""
        heads = {at: "".join(cell.text for cell in self.head_cells_of_one(at)) for at in self.labels}
        named = [at for at in self.labels if at not in self.numbering]
        return frozenset(at for at in named if _ASIDE.search(heads[at]) or (at != named[0] and _DAY.search(heads[at])))

    def _again(self, near: Sequence[int], column: int) -> bool:
        """Whether a later column of words begins the labels anew: 单位 | 件数 | 单位 | 件数, or without heads."""
        if not self.heads:
            return True
        return [cell.text for cell in self.head_cells(near[0])] == [cell.text for cell in self.head_cells(column)]

    def _is_label(self, column: int) -> bool:
        cells = [cell for row in self.body if (cell := _cell(row, column)).text]
        if column in self.numbering:
            return True
        if not cells:
            return column == 0
        words = sum(not (cell.is_figure or cell.is_nothing) for cell in cells)
        years = column == 0 and all(cell.is_year for cell in cells if cell.is_figure)
        return years or 2 * words > len(cells)

    def _counts_rows(self, column: int) -> bool:
        if self.heads:
            return any(_RUNNING_NUMBER.fullmatch(cell.text) for cell in self.head_cells_of_one(column))
        numbers = [cell.text for row in self.body if (cell := _cell(row, column)).text]
        return column == 0 and len(numbers) > 2 and numbers == [str(at + 1) for at in range(len(numbers))]

    def head_cells_of_one(self, column: int) -> Iterator[Cell]:
        """The heads right over a column, merged ones left alone."""
        for row in self.rows[: self.heads]:
            if column < len(row) and row[column].text:
                yield row[column]


def _cell(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else Cell(row[-1].end, row[-1].end, "")


def _is_head(row: Row) -> bool:
    """Whether a row holds no figure but years, and no mark for one that is not there."""
    return not any((cell.is_figure and not cell.is_year) or cell.is_nothing for cell in row)


@lru_cache(maxsize=4)
def figures(units: frozenset[str]) -> re.Pattern[str]:
    """A pattern for cells that are a figure and nothing else: 30, -3.5%, 12件, 上升4%."""
    return re.compile(
        r"(?:约|近|超|超过|达到?|不[低少]于|[≥≤><+\-\u2212±↑↓▲▼]|(?:同比)?(?:增长|增加|上升|提高|下降|减少|降低))?[ ]?"
        r"\d[\d,]*(?:\.\d+)?[ ]?"
        rf"[余多]?[十百千万亿]{{0,2}}(?:{one_of(units)}|[%‰])?(?:以[上下内]|左右)?[↑↓]?"
    )


def tables_of(text: str, figure: re.Pattern[str]) -> list[Table]:
    """The tables of an aligned text, in order; `figure` fits the cells that are one."""
    tables: list[Table] = []
    above: list[Cell] = []
    rows: list[Row] = []
    at, wide = 0, False
    for line in [*(text.split("\n") if _BAR in text else ()), ""]:
        bars = line.count(_BAR) if len(line) <= _LONGEST_ROW else 0
        if rows and line.strip() and not (bars and (bars > 1) is wide):
            above = _closed(tables, rows, above)
            rows = []
        if bars:
            if cells := _cells(line, at, figure):
                rows.append(cells)
                wide = bars > 1
        elif line.strip():
            start, words = at + len(line) - len(line.lstrip()), line.strip(" \t|")
            above = [Cell(start, start + len(words), words), *above[: _LINES_ABOVE - 1]]
        at += len(line) + 1
    if rows:
        _closed(tables, rows, above)
    return tables


def _closed(tables: list[Table], rows: list[Row], above: list[Cell]) -> list[Cell]:
    """Add the tables of adjacent rows; gives what stands above the next: rows of two cells that are none are lines."""
    if any(len(row) > _TWO for row in rows) or _are_two_columns(rows):
        _add(tables, rows, above)
        return []
    lines = [Cell(row[0].start, row[-1].end, _BAR.join(cell.text for cell in row)) for row in rows]
    return [*reversed(lines), *above][:_LINES_ABOVE]


def _are_two_columns(rows: list[Row]) -> bool:
    """Whether rows of a name and what stands behind one bar are a table: a figure behind each but the first."""
    named = all(len(row) == _TWO and _is_words(row[0]) for row in rows)
    figures = [row[1] for row in rows[1:]]
    return named and any(cell.is_figure for cell in figures) and not any(_is_words(cell) for cell in figures)


def _cells(line: str, at: int, figure: re.Pattern[str]) -> Row:
    cells = []
    for written in line.split(_BAR):
        start = at + len(written) - len(written.lstrip())
        text = written.strip()
        cells.append(Cell(start, start + len(text), text, figure.fullmatch(text) is not None))
        at += len(written) + 1
    row = tuple(cells[: len(cells) - line.rstrip().endswith(_BAR)])
    return () if all(_RULE.fullmatch(cell.text) for cell in row) else row


def _add(tables: list[Table], rows: list[Row], above: list[Cell]) -> None:
    """The tables of adjacent rows, or what goes on behind a short line between the rows of the one before."""
    if all(row[0].start == row[0].end for row in rows) and len(rows) > 1:  # bars at both ends of each row
        rows = [row[1:] for row in rows]
    group = above[0] if len(above) == 1 and not _CAPTION.search(above[0].text) else None
    first, *others = _parted([row for row in rows if row])
    if tables and group and len(group.text) <= _LONGEST_GROUP and not _SENTENCE.search(group.text):
        before = tables[-1]
        if before.heads and not _is_head(first[0]) and all(before.aligned(row) for row in first):
            before.groups[len(before.rows) - before.heads] = group
            before.rows.extend(first)
            first, above = [], []
    if first:
        tables.append(Table(first, _captions(above)))
    for part in others:
        same = part[0][0].text == tables[-1].rows[0][0].text and _is_head(part[0])
        tables.append(Table(part, tables[-1].above if same else []))


def _part(cell: Cell, found: re.Match[str]) -> Cell:
    return Cell(cell.start + found.start(1), cell.start + found.end(1), found[1])


def _captions(above: Sequence[Cell]) -> list[Cell]:
    """Those lines above a table that may name what is in it: short ones down to the first running text, of which only
    the unit that it ends with is the table's: 详见下表(单位:件)。"""
    told: list[Cell] = []
    for line in above:
        if not _SENTENCE.search(line.text):
            told += [line] if len(line.text) <= _LONGEST_ABOVE else []
        elif unit := _UNIT_AT_END.search(line.text):
            told.append(_part(line, unit))
            break
        elif _POINTING.search(line.text):
            break
    return told


def _parted(rows: list[Row]) -> list[list[Row]]:
    """Adjacent rows cut where new heads stand over other columns, or where the columns are others."""
    parts: list[list[Row]] = []
    for row in rows:
        before = parts[-1][-1] if parts else ()
        figures = [at for at, cell in enumerate(before[: len(row)]) if cell.is_figure and not cell.is_year]
        turned = sum(_is_words(row[column]) for column in figures)
        heads = turned == len(figures) and (turned > 1 or (turned == 1 and _COUNTS.search(row[figures[0]].text)))
        if not parts or heads or abs(len(row) - len(before)) > 1:
            parts.append([])
        parts[-1].append(row)
    return parts


def _is_words(cell: Cell) -> bool:
    return bool(cell.text) and not (cell.is_nothing or (cell.is_figure and not cell.is_year))
