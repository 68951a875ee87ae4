"""Tables as pages give them in text: one row a line, cells between bars (类别 | 受理 | 审结).

What a number in a cell measures is said by the head of its column and the head of its row.
"""

from __future__ import annotations

from bot.reading.clauses import Span

_BAR = "|"
_LONGEST_ROW = 2000
_FARTHEST = 60


class Tables:
    """The rows of tables in an aligned text: lines of two bars or more."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows: dict[int, int] = {}
        self._before: dict[int, int] = {}
        at, previous = 0, -1
        for line in text.split("\n") if _BAR in text else ():
            if line.count(_BAR) > 1 and len(line) <= _LONGEST_ROW:
                self._rows[at] = at + len(line)
                if previous in self._rows:
                    self._before[at] = previous
            previous, at = at, at + len(line) + 1

    def heads(self, line: Span, position: int) -> str | None:
        """The heads of the column and the row of the cell at a position, joined; None outside of tables."""
        low, high = line
        if low not in self._rows:
            return None
        column = self._text.count(_BAR, low, position)
        row_head = self._text[low:high].split(_BAR)[0].strip() if column else ""
        return self._column_head(low, column) + row_head

    def _column_head(self, low: int, column: int) -> str:
        """The cell of the table's first row in a column; looks up a limited number of rows."""
        first = low
        for _ in range(_FARTHEST):
            first = self._before.get(first, first)
        if first == low:
            return ""
        cells = self._text[first : self._rows[first]].split(_BAR)
        return cells[column].strip() if column < len(cells) else ""


def lone_cell(text: str, start: int, end: int) -> bool:
    """Whether a number is all that its cell holds."""
    before, after = text[max(0, start - 4) : start].rstrip(" \t"), text[end : end + 4].lstrip(" \t")
    return before.endswith(_BAR) and after[:1] in ("", "\n", _BAR)
