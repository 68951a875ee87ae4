"""What the words before a figure announce: the named event that its sentence counts the work of, and the short sentence
that opens a passage as a heading does.
"""

from __future__ import annotations

import re

from bot.reading.clauses import Span
from bot.reading.page import Place

_EVENT = re.compile(
    r"(?:开展|组织|举办|举行|召开|实施|参与|参加)[^,。;\d]{0,24}(?:活动|行动|仪式|巡察|创建|评查|例会|督察|体检)[^,。;\d]{0,4}(?=,)"
    r"|“[^“”]{2,12}”[^,。;\d]{0,6}(?:活动|行动|机制|模式|品牌)(?=,)"
)
"""An event, or a way of working that has a name, told in a segment without a number: 开展案卷评查,优秀率…."""
_LEAD = re.compile(r"(?<=[。\n])[^。;\n\d,:]{3,22}。")
"""A short sentence without a number or a comma: 抓好“关键少数”。"""


def event_before(text: str, place: Place, low: int, high: int) -> Span | None:
    """The event told last in a figure's sentence, between `low` and the segment that ends at `high`."""
    return _last(_EVENT, text, max(place.sentence[0], low), high)


def lead_before(text: str, place: Place, low: int) -> Span | None:
    """The short sentence, from `low` on, that the passage of a figure opens with; None in the first of its item."""
    return _last(_LEAD, text, max(place.item - 1, low), place.sentence[0])


def _last(pattern: re.Pattern[str], text: str, low: int, high: int) -> Span | None:
    found = None
    for match in pattern.finditer(text, max(0, low), high):
        found = match.span()
    return found
