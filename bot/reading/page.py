"""A text prepared for reading: aligned, cut into sections, sentences, clauses and lines, its topic cues found."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from bot.reading.announced import Announced
from bot.reading.clauses import Span, Spans, clause_spans, line_spans, sentence_spans, trimmed
from bot.reading.cues import CueFinder
from bot.reading.cutoffs import Cutoffs
from bot.reading.foretold import Foretold
from bot.reading.outline import Section, sections
from bot.reading.topics import TopicVotes
from bot.reading.vocabulary.lexicon import Times

OPENING, FAR = 40, 1000
_BY_KIND = re.compile(
    "(?:案件|申请|纠纷|行政行为|行政管理|申请事项|案由|对象|受援人|人员)的?(?:主要|具体)?(?:类型|种类|分类|构成|类别|领域|涉及)"
    "|[从按](?:学历|年龄|职称|性别|政治面貌|文化程度|执业年限)[^,。;]{0,4}(?:来?看|划分|分|统计)(?=[,:])"
    "|[从按][^,。;]{0,6}(?:案件|申请|纠纷|行为|案由|管理|行业|领域)[^,。;]{0,6}(?:来?看|划分|分|统计)(?=[,:])"
    "|(?:行业|领域|案由|类型|类别|事项|管理)(?:分布|构成|结构)(?:情况|特点)?(?=[,:。\n])"
    r"|(?<![^。;\n])(?=[^,。;:、\d]{2,10}(?:领域|行业|系统)\d+[件宗起],[^,。;:\d]{2,14}\d+[件宗起])"
)
"""Words that announce a breakdown by kind: 案件类型, 从行政行为类型来看, 按案由分, 行业分布, 从学历结构看; or where a
row of them begins: 公安领域90件,市场监管60件."""
_ANY_YEAR = re.compile(r"20\d{2}")
_DAY = re.compile(r"(20\d{2})(?: ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})")
_OPENING_YEAR = re.compile(
    r"[ \t]*(?:[一二三四五六七八九十]{1,2}是)?[至到]?((?:19|20)\d{2}) ?年度?"
    r"(?: ?\d{1,2} ?月(?:份| ?\d{1,2} ?日)?)?[底末初]?,"
)
PLAN_PERIOD = re.compile("[ \t]*“?(十[一二三四])五”?(?:规划)?(?:期间|时期)")
"""The years of a five-year plan, which open what came of them."""
_PLAN_ENDED = {"十一": 2010, "十二": 2015, "十三": 2020, "十四": 2025}
SHORT = 8
TOP, LONGEST_TITLE = 400, 80
"""How far from the top titles stand, and how long they are."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the facts of a clause stand; `item`: where the item begins, its heading left out; `opening_year`: the one
    that opens the clause or its sentence; `elsewhen`: whether any word in reach may make a figure a target or another
    year's; `kinds_from`: from where on cases are told apart by kind, so that what is counted is a kind, its field what
    the section is about; behind the text where they are not."""

    section: Section
    sentence: Span
    clause: Span
    line: Span
    item: int
    quote: str
    opening_year: int | None
    elsewhen: bool
    kinds_from: int


class Page:
    """The text as it was given and as it is read, with everything that needs one pass over the whole of it."""

    def __init__(self, given: str, aligned: str, times: Times, cues: CueFinder, year: int) -> None:
        self.given = given
        self._times, self._year = times, year
        self.text = aligned
        self.outline = sections(aligned, times, year)
        self.cutoffs = Cutoffs(aligned, times)
        self.announced = Announced(aligned)
        self.foretold = Foretold(aligned, year)
        self.votes = TopicVotes(cues.find(aligned))
        self._clauses: Spans = clause_spans(aligned)
        self._sentences: Spans = sentence_spans(aligned)
        self._lines: Spans = line_spans(aligned)
        self.title = _title(aligned)
        self.dated = _dated(aligned)
        self.behind: dict[int, dict[str, float]] = {}
        """Votes of title and headings by the start of their section; `zones` counts them where a figure stands."""
        self.told: tuple[int, Section, str] | None = None
        """Where the figure read last stands, and its topic."""
        self._starts = [section.start for section in self.outline]
        self._kinds: dict[int, int] = {}

    def place(self, position: int) -> Place:
        """Where a position stands, and what holds for its whole clause."""
        clause = self._clauses.at(position)
        sentence, line = self._sentences.at(position), self._lines.at(position)
        section = self.outline[max(0, bisect_right(self._starts, position) - 1)]
        opening = self._opening_year(clause[0]) or self._opening_year(sentence[0])
        return Place(
            section,
            sentence,
            clause,
            line,
            item=max(section.body, line[0]),
            quote=self.given[slice(*trimmed(self.given, *clause))],
            opening_year=opening or None,
            elsewhen=(opening or self._year) != self._year or self._elsewhen(sentence, clause),
            kinds_from=self._kinds_from(section, sentence[0]),
        )

    def _opening_year(self, at: int) -> int:
        """The year that opens a clause or a sentence, of a five-year plan that has ended its last; 0 for none."""
        if opening := _OPENING_YEAR.match(self.text, at):
            return int(opening[1])
        plan = PLAN_PERIOD.match(self.text, at) if self.text.find("五", at, at + SHORT) > 0 else None
        ended = _PLAN_ENDED.get(plan[1], 0) if plan else 0
        return ended if ended < self._year else 0

    def _elsewhen(self, sentence: Span, clause: Span) -> bool:
        """Whether a clause may tell of targets or of a year that is not the report's own, or stands behind a plan
        or behind what opens one."""
        opening = _ANY_YEAR.match(self.text, sentence[0])  # 2025年工作打算:一是…;二是…
        years = [*_ANY_YEAR.findall(self.text, *clause), *([opening[0]] if opening else [])]
        if any(int(year) != self._year for year in years) or self.foretold.year_at(clause[0]):
            return True
        planned = self.text.find("》", max(sentence[0], clause[0] - FAR), clause[0]) >= 0
        planned = planned or self._times.plan_openings.match(self.text, sentence[0]) is not None
        return planned or self._times.elsewhen.search(self.text, *clause) is not None

    def _kinds_from(self, section: Section, sentence: int) -> int:
        """Where cases begin to be told apart by kind: under such a heading, or behind such words at the start of a
        sentence."""
        if section.start < section.body and self._kinds_told(section.start) <= section.body:
            return 0
        return self._kinds_told(sentence)

    def _kinds_told(self, start: int) -> int:
        """Where the words end that tell cases apart by kind, at the start of a sentence or a heading; behind the text
        for none."""
        if start not in self._kinds:
            line_end = self.text.find("\n", start, start + OPENING)
            found = _BY_KIND.search(self.text, start, line_end if line_end > start else start + OPENING)
            self._kinds[start] = found.end() if found else len(self.text) + 1
        return self._kinds[start]


def _dated(text: str) -> int | None:
    """The year of the day that a page gives at its top as its own (2025-01-20), None without one."""
    day = _DAY.search(text, 0, TOP)
    return int(day[1]) if day else None


def _title(text: str) -> Span:
    """The lines at the top that no sentence ends in: the title, without a web page's trail (首页 > 公开 > 总结)."""
    start = end = 0
    for line in text[:TOP].splitlines(keepends=True):
        if "。" in line or len(line) > LONGEST_TITLE:
            break
        end += len(line)
        if ">" in line or "首页" in line:
            start = end
    return start, min(end, start + LONGEST_TITLE)
