"""Where a text turns to a year to come without a heading of its own: 明年打算这样干:一是…;二是…. All that such a
sentence counts, and the numbered items that go on from it, is planned for that year."""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.reading.clauses import Span

_MARKED = r"(?:[一二三四五六七八九十]{1,2}是|\(?[一二三四五六七八九十\d]{1,2}[)、.])"
_COMING = re.compile(
    r"(?:[明来]年|新的?一年|下一?年度?|新年度|(?P<year>20\d{2}) ?年度?)(?P<words>[^。;!?:\n\d]{0,40})(?P<mark>[。:?])?"
)
"""A year that may be to come, and the words up to the first number, colon or end."""
_BEGINS = re.compile(rf"(?:^|[。;!?\n])[ \t]*(?:{_MARKED}[ \t]*)?(?:展望)?$")
_BEFORE = 12
"""A sentence or clause begins with the year, a list number before it at most."""
_MEANS_TO = r"打算|力争|争取|准备|(?<![主重需必])要(?!求)|拟(?!定)|计划(?![的》,。])"
_PLANS = re.compile(_MEANS_TO)
_LISTS = re.compile(
    f"{_MEANS_TO}|计划|谋划|思路|想法|设想|安排|目标|任务|指标|举措|重点|将|抓|(?:这[样么]|怎么|如何)[干办做]|做好|办好"
)
_STRAIGHT = re.compile(f",|[我本全][局市区县院镇乡街]|{_MEANS_TO}|将|重点")
"""What follows the next year where it is not only named: 明年是…, 明年的….."""
_NEXT_ITEM = re.compile(
    rf"[ \t]*(?:{_MARKED}|第[一二三四五六七八九十](?=[,是])|首先|其次|再次|最后|此外|另外|同时|还要)"
)
_END = re.compile(r"[。!?\n]")
_AS_IT_IS = re.compile("今年|本年|去年|上年|现有|现在|目前|截至|已|实际")
"""What tells in the midst of a plan how things are: 把去年建成的12个工作室全部升级."""
_BACK = re.compile("(?:^|,)(?:今年|本年|去年|上年|目前|截至|现已|已|实际)")
"""What turns the rest of its clause to that: 目前,共有…,其中…."""
_FROM_THERE = "基础上"
_FAR = 300


class Foretold:
    """The stretches of an aligned text that tell of a year to come, and which."""

    def __init__(self, text: str, year: int) -> None:
        self._text = text
        self._spans: list[tuple[int, int, int]] = []
        for coming in _COMING.finditer(text):
            at = coming.start()
            planned = None if self._covers(at) else _year_of(text, coming, year)
            if planned and (begins := _BEGINS.search(text, max(0, at - _BEFORE), at)):
                self._spans.append((begins.start(), _end(text, coming), planned))
        self._starts = [begin for begin, _, _ in self._spans]

    def _covers(self, position: int) -> bool:
        return bool(self._spans) and position < self._spans[-1][1]

    def year_at(self, position: int) -> int | None:
        """The year that a stretch at a position is about, None where it tells of none to come."""
        at = bisect_right(self._starts, position) - 1
        return self._spans[at][2] if at >= 0 and position < self._spans[at][1] else None

    def planned_for(self, position: int, clause: Span, own: Span) -> int | None:
        """The year that a figure is planned for, None where nothing is or where its `own` words tell how things are."""
        year = self.year_at(position) if self._spans else None
        if year is None:
            return None
        before = self._text[max(clause[0], position - _FAR) : position].rpartition(_FROM_THERE)[2]
        as_it_is = _AS_IT_IS.search(before, max(0, len(before) - max(0, position - own[0])))
        return None if as_it_is or _BACK.search(before) else year


def _year_of(text: str, coming: re.Match[str], year: int) -> int | None:
    """The year that an opening plans for: the next one, or a later one that is named with a word of plans."""
    told, words = coming["year"], coming["words"]
    if told and int(told) <= year:
        return None
    lists = coming["mark"] == ":" or (coming["mark"] and _NEXT_ITEM.match(text, coming.end()))
    if (_PLANS if told else _STRAIGHT).match(words) or (lists and _LISTS.search(words)):
        return int(told or year + 1)
    return int(told) if told and _PLANS.search(words) else None


def _end(text: str, coming: re.Match[str]) -> int:
    """The end of the sentence that opens so and of the items that follow it in the same paragraph."""
    stop = _END.search(text, coming.end("words"))
    while stop and stop[0] != "\n" and _NEXT_ITEM.match(text, stop.end()):
        stop = _END.search(text, stop.end())
    return stop.start() if stop else len(text)
