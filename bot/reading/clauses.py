"""Clauses, sentences and segments: where the words that speak about a number begin and end.

A clause ends at 。, ; (full-width alike) or a line end, as the format of mentions says; a sentence at 。 ! ? or a line
end; a segment at a comma or a colon too. All work on aligned text.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_CLAUSE_END = re.compile("[。;\n]")
_SENTENCE_END = re.compile("[。!?\n]")
_LINE_END = re.compile("\n")


AMONG_THEM = (
    r"(?:在|从)?(?=[^,。;\d]{2,14}中,)[^,。;\d]{0,10}?"
    "(?:案件|申请|事项|文件|纠纷|政府|部门|律师|人员|对象|机构|单位|项目|问题|任务|工单)[当之]?中,"
)
"""How a sentence begins that tells parts of what the one before counted: 受理的案件中,市政府收案90件."""

BY_KIND = r"[从按就](?:照)?(?![^,;。]{0,4}(?:月|季|时间|年))[^,;。\d]{1,12}(?:来?看|划分|区分|统计|分类|分),"
"""How a clause begins that tells what was counted kind by kind: 按案件类型分,处罚类90件."""

Span = tuple[int, int]
"""Where a stretch of text starts and ends."""


class Spans:
    """Consecutive spans of a text, cut after each mark; looked up by position."""

    def __init__(self, text: str, mark: re.Pattern[str]) -> None:
        self._ends = [*map(re.Match.start, mark.finditer(text))]
        if not self._ends or self._ends[-1] != len(text):
            self._ends.append(len(text))

    def at(self, position: int) -> Span:
        """The span, its closing mark left out, that holds a position."""
        index = bisect_left(self._ends, position)
        return (self._ends[index - 1] + 1 if index else 0), self._ends[index]


def clause_spans(text: str) -> Spans:
    """The clauses of an aligned text."""
    return Spans(text, _CLAUSE_END)


def sentence_spans(text: str) -> Spans:
    """The sentences of an aligned text."""
    return Spans(text, _SENTENCE_END)


def line_spans(text: str) -> Spans:
    """The lines of a text."""
    return Spans(text, _LINE_END)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
