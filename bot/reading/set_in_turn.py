"""Rates that are set one after the other: 力争败诉率降到8%以下,调解率不低于40%,回复率达到100%; and the time they are
set for, where an earlier clause of the sentence names it."""

from __future__ import annotations

import re

from bot.reading.measures.local import Local
from bot.reading.page import Place

_SET = re.compile(
    r"(?:力争|争取|(?<![均都已])不[得能应]?(?:低于|少于|高于|超过|大于))[^。;\d]{0,24}(?:\d[\d.]*%|[一二三四五六七八九]成|百分之)"
)
"""What sets a share as a target."""
_TO = re.compile(
    "[率度比重例面](?:均|都|要|应|须|需|全部|分别|稳步|进一步)?"
    "(?:达到?|实现|为|[升提]高?[至到]|提升到|[降压]到|降至|下降到|[稳保维控][定持制]?在)[ 约]*$"
)
_TOLD_AS_DONE = re.compile(
    "实际|已|经(?!费|营|济|办|常)|今年|全年|截至|累计|完成|目前|超额|最终|评查|其中|结果|共[^同享建治]|现[为有]"
)
"""What turns from what was set to what came of it."""
_BY = re.compile(
    r"(20\d{2}) ?年度?(?: ?\d{1,2} ?月份?(?: ?\d{1,2} ?日)?)?[年内]?[底末]?"
    "(?:之?前|,?(?:要|须|力争|确保|争取))"
)
"""A time by which something is set."""
_FAR = 200


def is_set_in_turn(text: str, place: Place, local: Local) -> bool:
    """Whether a share is said to be reached in a row of shares that are set: …不低于40%,回复率达到100%."""
    start = local.numeral.start
    low = max(place.clause[0], start - _FAR)
    if local.numeral.family != "share" or not _TO.search(text, low, start):
        return False
    shares_set = list(_SET.finditer(text, low, local.segment[0]))
    return bool(shares_set) and not _TOLD_AS_DONE.search(text, shares_set[-1].start(), start)


def set_for(text: str, place: Place, start: int) -> int:
    """The year by which the sentence before a figure says that things are to be done, 0 where it names none."""
    by = _BY.findall(text, max(place.sentence[0], start - _FAR), start)
    return int(by[-1]) if by else 0
