"""The cut-off of a figure (截至12月底): the nearest before it in its clause, or one that opens its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right

from bot.reading.clauses import AMONG_THEM, Span
from bot.reading.vocabulary.lexicon import Times

_OPENING, _LEAD, _AT_START, _FAR, _PARAGRAPH = 40, 80, 6, 300, 1000
_DIGIT = re.compile("\\d")
_GOES_ON = re.compile(
    f"{AMONG_THEM}|"
    "其中|经过|第[一二三四五六七八九十]{1,2}[批类]|(?:全[国省市区县州])?(?:总?共(?![同享产])|累计|合计)|[从按][^,。;\\d]{1,12}(?:来?看|划分|区分|统计|分)(?=[,:])"
)
"""How a sentence begins that goes on with what the one before counted: 截至6月底收到90件。其中,办结80件。从类型看,…"""
_TOLD_BY = re.compile("获悉|介绍|了解到|据悉|据统计|透露")
"""What a piece of news opens with, before the cut-off of its figures."""
_MARK = re.compile("[,:]")
_WHOLE_YEAR = re.compile(",全年(?![^,。;]{0,8}(?:任务|目标))")
"""What opens a segment that counts the whole year again: 截至11月底持证17名,全年新增4名."""
_THAT_YEAR = re.compile(",(?:其中,?)?(?:今年|本年度?|当年|20\\d{2} ?年度?)(?![以至到底末初来\\d—~-])")
"""What opens a segment that counts one year, behind a time of several: 五年来共办理1462件,2024年达到411件."""
_YEARS = re.compile("(?!今年|本年|年初)(?:.*(?:以来|年多?来|年间|至今)|近.{1,3}年)")
_DUE = re.compile(r"[至到] ?20\d{2} ?年")
_ITS_OWN_YEAR = re.compile(r",(?:[^,。;\d]{0,4})20\d{2} ?年")
"""What opens a segment with a year of its own, behind the day by which something is due: 到2027年达9名,2024年为4名."""
_PART_OF_YEAR, _A_MONTH = re.compile("半年|季度"), re.compile(r",(?:其中,?)?\d{1,2} ?月(?![底末至到—~-])")
"""A month told behind the half of a year that it is in: 下半年受理46件,其中12月受理17件."""
_COMPARED = ("较", "比", "与", "同")
_BY_THEN = ("截", "目前")
_SEGMENT_OPENS, _COUNTED = frozenset(("", *",;:。、\n的")), re.compile("\\d[\\d.,]*[余多]?[\u4e00-\u9fff]{1,7}")
_FIGURE_BEFORE = re.compile("[^,;。()]{1,16}\\((?:数据|统计)?")
_OF_THEM = re.compile("[^,。;\\d、]{1,8}的")
_SINCE = "以来"
_YEARS_BEGIN = "年初"
_FROM_YEARS_BEGIN = re.compile(f"(?<=[由从]){_YEARS_BEGIN}的?[约近]?$")
"""What was there when the year began, and from which something changed: 从年初的14处并到9处."""
_IN_STOCK = re.compile(r"(?:截[至止][^,;。]{0,14}|年[末底]),?[^,;。\d]{0,8}?(?:在[册矫押编岗]|[现共实拥]有)")
_LEAD_IN = re.compile("[^。,\\d\n]{4,30}。")
"""A short sentence that opens a paragraph as a heading does."""

_NONE: Span = (0, 0)


def tells_stock(text: str, clause: Span) -> bool:
    """Whether a clause counts what there is at a day, which says nothing of what was done besides: 截至6月底,在矫90人。
    开展调查评估60件."""
    return _IN_STOCK.search(text, clause[0], min(clause[1], clause[0] + _FAR)) is not None


class Cutoffs:
    """The cut-offs of an aligned text. Those of the last clause and sentence are remembered: figures share them."""

    def __init__(self, text: str, times: Times) -> None:
        self._text = text
        self._cutoff, self._mark, self._short = times.cutoff, times.cutoff_mark, times.short_cutoffs
        self._other = times.other_time
        self._clause: Span = (-1, -1)
        self._within: list[Span] = []
        self._sentence = -1
        self._opens = _NONE
        self._named: tuple[Span, int] = ((-1, -1), -1)

    def governing(self, sentence: Span, clause: Span, position: int) -> str:
        """The cut-off that governs a position, as written; "" for none."""
        opening_start, opening_end = self._opening(sentence[0])
        if clause != self._clause:
            self._clause = clause
            found = self._cutoff.finditer(self._text, *clause) if self._mark.search(self._text, *clause) else ()
            self._within = [cutoff.span() for cutoff in found if not self._describes(cutoff)]
        if behind := self._aside(position) or self._right_behind(position):
            return behind
        for index in range(bisect_right(self._within, position, key=_end) - 1, -1, -1):
            start, end = self._within[index]
            if start < position - _FAR:
                break
            closed = self._text.find(")", end, position)
            if closed < 0 or self._text.find("(", end, closed) >= 0:
                return "" if self._ended(start, end, position) else self._text[start:end]
        if opening_start == opening_end:
            return ""
        if opening_end > position or (clause[0] > opening_end and self._named_in(clause) <= position):
            return ""  # 上半年…；全年…: another time is named
        return self._text[opening_start:opening_end]

    def set_out_from(self, clause: Span, position: int) -> str:
        """The day that a change sets out from, where that is the year's first (从年初的14处并到9处); "" for none."""
        from_there = _FROM_YEARS_BEGIN.search(self._text, max(clause[0], position - _AT_START), position)
        return _YEARS_BEGIN if from_there else ""

    def _aside(self, position: int) -> str:
        """The cut-off in brackets right behind a figure: 在册90人(截至12月10日)."""
        first = bisect_right(self._within, position, key=_start)
        if first == len(self._within):
            return ""
        start, end = self._within[first]
        near = start <= position + _OPENING and self._text.startswith(")", end)
        return self._text[start:end] if near and _FIGURE_BEFORE.fullmatch(self._text, position, start) else ""

    def _right_behind(self, position: int) -> str:
        """The cut-off by which those did something that a number at the start of a segment counts: 9个截至6月底达标."""
        first = bisect_right(self._within, position, key=_start)
        if first == len(self._within) or self._within[first][0] > position + _OPENING:
            return ""
        if self._text[max(0, position - 1) : position] not in _SEGMENT_OPENS:
            return ""
        start, end = self._within[first]
        by_then = self._text.startswith(_BY_THEN, start) and _COUNTED.fullmatch(self._text, position, start)
        return self._text[start:end] if by_then else ""

    def _describes(self, cutoff: re.Match[str]) -> bool:
        """Whether a cut-off only says which things are meant, or is compared with: 2021年以来的文件, 对2021年以来制定
        的文件, 较第三季度增加."""
        before = self._text[max(0, cutoff.start() - 1) : cutoff.start()]
        if before in _COMPARED or self._text.startswith("的", cutoff.end()):
            return True
        return before == "对" and _OF_THEM.match(self._text, cutoff.end()) is not None

    def _named_in(self, clause: Span) -> int:
        """Where a clause has named another time first, behind the text for nowhere; looked for once in each clause."""
        if self._named[0] != clause:
            other = self._other.search(self._text, *clause)
            self._named = clause, other.end() if other else len(self._text) + 1
        return self._named[1]

    def _ended(self, start: int, end: int, position: int) -> bool:
        """Whether a cut-off ends before a position: all the year is counted again, or a short one (目前) meets another
        time."""
        if _WHOLE_YEAR.search(self._text, end, position):
            return True
        if _YEARS.match(self._text, start, end) and _THAT_YEAR.search(self._text, end, position):
            return True
        if _DUE.match(self._text, start, end) and _ITS_OWN_YEAR.search(self._text, end, position):
            return True
        if _PART_OF_YEAR.search(self._text, start, end) and _A_MONTH.search(self._text, end, position):
            return True
        short = self._text[start:end] in self._short
        return short and bool(self._other.search(self._text, end, position))

    def _opening(self, sentence: int) -> Span:
        """The cut-off that opens the sentence that starts at `sentence`, an empty span for none."""
        if sentence != self._sentence:
            goes_on, self._sentence = self._goes_on(sentence), sentence
            if goes_on:
                return self._opens
            self._opens = self._opened_at(sentence)
            if self._opens == _NONE:
                self._opens = self._opening_of_paragraph(sentence)
        return self._opens

    def _opened_at(self, start: int, *, introduced: bool = True) -> Span:
        """The cut-off that stands at a place or shortly behind it, an empty span for none."""
        lead = _TOLD_BY.search(self._text, start, start + _LEAD) if introduced else None
        stop = start + _OPENING if lead is None else lead.end() + _OPENING
        if not self._mark.search(self._text, start, stop):
            return _NONE
        starts = [*range(start, start + _AT_START + 1)]
        if introduced:  # 据市司法局介绍,截至6月底,…
            number = _DIGIT.search(self._text, lead.end() if lead else start, stop)
            marks = _MARK.finditer(self._text, start, number.start() if number else stop)
            starts.extend(mark.end() for mark in marks)
        opening = next((found for at in starts if (found := self._cutoff.match(self._text, at, stop))), None)
        return _NONE if opening is None or self._describes(opening) else opening.span()

    def _opening_of_paragraph(self, sentence: int) -> Span:
        """The 以来 that opens a paragraph whose first sentence counts nothing and whose second does: it says since when
        all that follow count, up to one that opens with another time."""
        text = self._text
        start = text.rfind("\n", max(0, sentence - _PARAGRAPH), sentence) + 1
        if not 0 < sentence - start < _PARAGRAPH or self._other.match(text, sentence):
            return _NONE
        lead = _LEAD_IN.match(text, start, sentence)  # 一是全力投入防控工作。3月以来,…
        opening = self._since(start) or (lead and self._since(lead.end()))
        if not opening:
            return _NONE
        first = text.find("。", opening[1], sentence)
        second = text.find("。", first + 1, first + _PARAGRAPH)
        counts = first > 0 and second > 0 and _DIGIT.search(text, first, second)
        return opening if counts and not _DIGIT.search(text, opening[1], first) else _NONE

    def _since(self, start: int) -> Span | None:
        """The 以来 that stands at a place, None for none."""
        if self._text.find(_SINCE, start, start + _OPENING) < 0:
            return None
        opening = self._opened_at(start, introduced=False)
        return opening if self._text.endswith(_SINCE, *opening) else None

    def _goes_on(self, sentence: int) -> bool:
        """Whether a sentence goes on counting where the one right before it left off, and no short cut-off (目前)
        opened that."""
        before = max(self._sentence, 0)
        if not self._text.startswith("。", sentence - 1) or not _GOES_ON.match(self._text, sentence):
            return False
        before_counts = self._sentence >= 0 and self._text.find("。", before, sentence) == sentence - 1
        if not before_counts:
            low = max(0, sentence - _PARAGRAPH)
            start = max(self._text.rfind(mark, low, sentence - 1) for mark in "。\n") + 1
            self._opens = self._opened_at(max(low, start))
        return self._text[slice(*self._opens)] not in self._short


def _start(span: Span) -> int:
    return span[0]


def _end(span: Span) -> int:
    return span[1]
