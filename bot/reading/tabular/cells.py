"""What a figure in a table says: measure, subject, year and kind, from caption, heads and labels together.

A figure whose heads leave open what it is says nothing at all: it is a label then, no fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.model import Direction, Kind, Modality
from bot.reading.around import When
from bot.reading.clauses import Span
from bot.reading.numbers.mentions import Numeral
from bot.reading.tabular.axes import Axes, base_of
from bot.reading.tabular.captions import Caption
from bot.reading.tabular.changes import direction_of, falls, reckoned
from bot.reading.tabular.grid import Cell, Table
from bot.reading.tabular.labels import Label, Unit

_MONEY = re.compile("金额|经费|资金|标的|款|收入|支出|费用|工资|补贴|投入|预算|决算")
_YUAN, _SHARES = "元", frozenset(("%", "‰"))
_LARGE = re.compile("[十百千万亿]")
_SAYS_ENOUGH = 4
_MOST_ROWS = 200
"""Of how many rows it is looked for what a row of shares is of."""
_LIST, _IN_ALL = "、和及与", "合计"
_KINDS = re.compile("(?<!机构)(?<!人员)(?<!组织)(?:类型|类别)|案由|申请事项|领域|结果|方式|性质|情形|原因|分布|构成")
_ACTS = re.compile(
    "^(?:新?收|受理|立案|审结|办结|结案|维持|撤销|驳回|终止|调解|败诉|胜诉|出庭|占|同比|完成|本年|上年|结转)|[率比数量额]$"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure's cell says of it. `heads` are where its words stand: caption, head, label (of the measure)."""

    measure: str
    subject: str
    when: When
    told: bool
    """Whether a head or a label names the year or says that it is planned."""
    asof: str
    kind: Kind
    direction: Direction
    unit: Unit | None
    caption: Span
    heads: tuple[Span, ...]
    labels: tuple[Span, ...]
    counted: bool
    """Whether its head says itself what is counted."""
    by_kind: bool
    """Whether heads and labels tell kinds of one thing apart."""
    captioned: bool
    """Whether the caption says what is counted."""


@dataclass(slots=True)
class TableReader:
    """Tells what each cell of one table says; `year` is the report's."""

    table: Table
    caption: Caption
    axes: Axes
    year: int
    _falling: dict[int, bool] = field(default_factory=dict)
    _subjects: dict[int, str] = field(default_factory=dict)

    def meaning(self, index: int, column: int, numeral: Numeral, cell: Cell) -> Meaning | None:
        """What the figure of a cell of a body row says; None where that cannot be told."""
        if not self.table.aligned(self.table.body[index]) or column not in self.axes.columns:
            return None
        head, label = self.axes.columns[column], self.axes.row(index, column)
        if not self._is_told(head, label, index, column):
            return None
        base = self._base(head, label, index, column)
        when = self._when(head, label, base) if base else None
        if base is None or when is None:
            return None
        unit = self._unit(head, label, numeral, cell)
        known = reckoned(self.table, self.axes.columns, index, base.words, numeral.value) if head.change else None
        if known and not numeral.unit:
            unit = unit or known[0]
        kind = Kind.CHANGE if known else self._kind(head, label, numeral, unit)
        if kind is None:
            return None
        direction = known[1] if known else self._direction(head, label, numeral, cell, column)
        measure = self._measure(head, label, base, column)
        if not measure and not self.caption.words:
            return None
        if unit and (unit.scale > 1 or unit.name == _YUAN):  # what is shown of the figure is its digits alone
            measure += f"（{unit.written}）"
        cells = self.table.label_cells(index, column)
        return Meaning(
            measure=measure,
            subject=head.body or label.body or self._whole(),
            when=when,
            told=any(year is not None for year in (head.year, label.year, base.year)) or head.target or label.target,
            asof=head.part_of_year
            or label.part_of_year
            or (self.caption.part_of_year if when.period == self.year else ""),
            kind=kind,
            direction=direction if kind is Kind.CHANGE else Direction.NONE,
            unit=unit,
            caption=(self.caption.line.start, self.caption.line.end) if self.caption.line else (0, 0),
            heads=tuple((cell.start, cell.end) for cell in self.table.head_cells(column)),
            labels=tuple((label_cell.start, label_cell.end) for label_cell in cells if label.words),
            counted=bool(head.own and not head.relative and not head.rank),
            by_kind=self._tells_kinds(column),
            captioned=bool(self.caption.words),
        )

    def _whole(self) -> str:
        """Whose all figures are that no head gives to another: the level or the part that the caption names."""
        return self.caption.part or (self.caption.level if not self.axes.is_own(self.caption.level) else "")

    def _is_told(self, head: Label, label: Label, index: int, column: int) -> bool:
        """Whether heads and labels say enough, and not two things at once."""
        if head.unclear or label.unclear or head.subtotal or (label.subtotal and not label.total):
            return False
        if (head.body and label.body) or (head.change and label.change) or (head.relative and label.relative):
            return False
        if head.year is not None and label.year is not None and head.year != label.year:
            return False
        figures = list(self.axes.columns)
        if not self.table.heads:
            alone = len(figures) == 1 or column - 1 in self.table.labels
            return alone and all(at - 1 in self.table.labels for at in figures) and bool(label.words)
        named = self.table.label_cells(index, column) if self.table.labels else len(self.table.body) == 1
        beside = column + 1 in self.axes.columns and not self.table.head_cells(column + 1)  # one head over two
        return bool(self.table.head_cells(column)) and bool(named) and not beside

    def _base(self, head: Label, label: Label, index: int, column: int) -> Label | None:
        """What a bare share or change is of; an empty label for other figures."""
        base = Label()
        if head.relative:
            columns = list(self.axes.columns)
            base = base_of(list(self.axes.columns.values()), columns.index(column)) or Label(unclear=True)
        if label.relative:
            rows = self.axes.rows(column)
            base = (base_of(rows, index) if len(rows) <= _MOST_ROWS else None) or Label(unclear=True)
        return None if base.unclear else base

    def named_time(self, index: int, column: int) -> When | None:
        """The time that the heads of a cell name; None where they name none."""
        head, label = self.axes.head(column), self.axes.row(index, column)
        named = head.target or label.target or head.year is not None or label.year is not None
        return self._when(head, label, Label()) if named else None

    def _when(self, head: Label, label: Label, base: Label) -> When | None:
        """When a figure was so; None where the heads name another time than is known."""
        told = next((year for year in (head.year, label.year, base.year) if year is not None), None)
        if head.target or label.target:
            return When(told or self.caption.year or self.year, Modality.TARGET)
        if told is None:
            if self.caption.spans_years:
                return None if not (head.change or label.change) else When(self.year, Modality.ACTUAL)
            period = self.caption.year or self.year
            return When(period, Modality.ACTUAL) if period <= self.year else None
        if told > self.year:
            return None
        newest = self.caption.year or self.year
        return When(told, Modality.PRIOR if told < self.year and told != newest else Modality.ACTUAL)

    def _unit(self, head: Label, label: Label, numeral: Numeral, cell: Cell) -> Unit | None:
        """The unit that heads or caption give a figure without one of its own."""
        if numeral.unit:
            return None
        named = head.unit or label.unit
        money = _MONEY.search(head.words + label.words) is not None
        if named is None and not (
            head.relative or label.relative or head.rate or label.rate or head.rank or label.rank
        ):
            if head.change or label.change:
                return None
            named = self.caption.unit_for(money)
        if named is None and (head.rate or label.rate):
            named = self.caption.share
        return replace(named, scale=1, written=named.name) if named and _LARGE.search(cell.text) else named

    def _kind(self, head: Label, label: Label, numeral: Numeral, unit: Unit | None) -> Kind | None:
        name = numeral.unit or (unit.name if unit else "")
        if head.rank or label.rank:
            return Kind.RANK
        if head.change or label.change:
            return Kind.CHANGE if name else None
        if numeral.value < 0:
            return None
        if name in _SHARES or head.rate or label.rate:
            return Kind.RATE
        if numeral.family in ("multiple", "duration"):
            return Kind.MULTIPLE if numeral.family == "multiple" else Kind.DURATION
        money = name == _YUAN or (not name and _MONEY.search(head.words + label.words))
        return Kind.MONEY if money else Kind.COUNT

    def _direction(self, head: Label, label: Label, numeral: Numeral, cell: Cell, column: int) -> Direction:
        changed = head if head.change else label
        if column not in self._falling:
            self._falling[column] = any(falls(row[column]) for row in self.table.body if column < len(row))
        return direction_of(cell, numeral.value, changed, changed.signed and self._falling[column])

    def _measure(self, head: Label, label: Label, base: Label, column: int) -> str:
        """Caption, heads and labels in one phrase, nothing twice."""
        above, under = head.words, label.words
        if base.words and head.relative:
            above = base.words + above.removeprefix(base.words)
        if base.words and label.relative:
            under = base.words + under.removeprefix(base.words)
        subject = self._subject(column)
        if above and under:
            last = head.relative or head.rank or head.rate or head.change
            acts = _ACTS.search(under) and not _ACTS.search(above) and not last
            return _joined(subject, *((above, under) if label.relative or acts else (under, above)))
        if not (above or under):
            parts = head.total and any(other.words for other in self.axes.columns.values())
            return subject + (_IN_ALL if parts else "")
        return _joined(subject, above or under)

    def _subject(self, column: int) -> str:
        """What the caption names, without what the heads and labels tell apart."""
        if column not in self._subjects:
            labels = [*self.axes.columns.values(), *self.axes.rows(column)]
            told = {label.words for label in labels if label.words and not label.relative}
            self._subjects[column] = _without(self.caption.words, told) if len(told) > 1 else self.caption.words
        return self._subjects[column]

    def _tells_kinds(self, column: int) -> bool:
        """Whether the table says that its rows are kinds of one thing: 案件类型 over them, 结果 in its caption."""
        over = "".join(
            cell.text for at in self.table.labels if at < column for cell in self.table.head_cells_of_one(at)
        )
        return _KINDS.search(over + (self.caption.line.text if self.caption.line else "")) is not None


def _without(caption: str, told: set[str]) -> str:
    """A caption without what the heads tell apart: 行政复议案件受理、审结 -> 行政复议案件."""
    found = [at for words in told if len(words) > 1 and (at := caption.find(words)) >= 0]
    if not found:
        return caption
    if min(found) > 0:
        return caption[: min(found)].rstrip(_LIST)
    rest = caption
    for words in sorted(told, key=len, reverse=True):
        rest = rest.replace(words, "")
    return rest.strip(_LIST) if len(rest) >= _SAYS_ENOUGH or not rest.strip(_LIST) else caption


def _joined(*phrases: str) -> str:
    """The phrases one after the other; what ends one and begins the next stands once."""
    whole = ""
    for phrase in phrases:
        if not phrase or whole.startswith(phrase) or whole.endswith(phrase):
            continue
        if whole and whole in phrase:
            whole = phrase
            continue
        overlap = next(
            (size for size in range(min(len(whole), len(phrase)), 1, -1) if whole.endswith(phrase[:size])), 0
        )
        whole += phrase[overlap:]
    return whole
