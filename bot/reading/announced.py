"""What the words before a figure announce: the named event that its sentence counts the work of, and the short sentence
that opens a passage as a heading does.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from bot.reading.clauses import Span

_EVENT = re.compile(
    r"(?:开展|组织|举办|举行|召开|实施|参与|参加)[^,。;\d]{0,24}(?:活动|行动|仪式|巡察|创建|评查|例会|督察|体检|专项监督|专项整治|专项检查)[^,。;\d]{0,4}(?=,)"
    r"|“[^“”]{2,12}”[^,。;\d]{0,6}(?:活动|行动|机制|模式|品牌)(?=,)"
)
"""An event, or a way of working that has a name, told in a segment without a number: 开展案卷评查,优秀率…."""
_LEAD = re.compile(r"(?<=[。\n])[^。;\n\d,:]{3,22}。")
"""A short sentence without a number or a comma: 抓好“关键少数”。"""


class Announced:
    """What one text announces, found in one pass."""

    def __init__(self, text: str) -> None:
        self._events = [match.span() for match in _EVENT.finditer(text)]
        self._leads = [match.span() for match in _LEAD.finditer(text)]
        self._event_ends = [end for _, end in self._events]
        self._lead_ends = [end for _, end in self._leads]

    def event(self, low: int, high: int) -> Span | None:
        """The event told last from `low` on, with a comma behind it before `high`."""
        return _from(low, self._events, bisect_left(self._event_ends, high))

    def lead(self, low: int, high: int) -> Span | None:
        """The short sentence that stands last between `low` and `high`."""
        return _from(low, self._leads, bisect_right(self._lead_ends, high))


def _from(low: int, spans: list[Span], count: int) -> Span | None:
    """The last of the first `count` spans, where it does not begin before `low`."""
    return spans[count - 1] if count and spans[count - 1][0] >= low else None
