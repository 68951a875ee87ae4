"""A text prepared for reading: aligned, cut into sections, sentences, clauses and lines, its topic cues found."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.reading.clauses import Span, Spans, clause_spans, line_spans, sentence_spans, trimmed
from bot.reading.cutoffs import Cutoffs
from bot.reading.outline import Section, section_at, sections
from bot.reading.tables import Tables
from bot.reading.topics import CueFinder, TopicVotes
from bot.reading.vocabulary.lexicon import Times

OPENING, FAR = 40, 1000
_BY_KIND = re.compile(
    "(?:案件|申请|纠纷|行政行为|行政管理|申请事项|案由)的?(?:主要)?(?:类型|种类|分类|构成|类别|领域|涉及)"
    "|[从按][^,。;]{0,6}(?:案件|申请|纠纷|行为|案由|管理)[^,。;]{0,6}(?:来?看|划分|分|统计)(?=[,:])"
)
"""Words that announce a breakdown by kind: 案件类型, 从行政行为类型来看, 按案由分."""
_DAY = re.compile(r"(20\d{2})(?: ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2})")
_OPENING_YEAR = re.compile(r"[ \t]*(?:[一二三四五六七八九十]{1,2}是)?(20\d{2}) ?年度?,")
TOP, LONGEST_TITLE = 400, 80
"""How far from the top titles stand, and how long they are."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the facts of a clause stand; `opening_year`: the one that opens the clause or its sentence; `elsewhen`:
    whether any word in reach may make a figure a target or another year's."""

    section: Section
    sentence: Span
    clause: Span
    line: Span
    quote: str
    opening_year: int | None
    elsewhen: bool


class Page:
    """The text as it was given and as it is read, with everything that needs one pass over the whole of it."""

    def __init__(self, given: str, aligned: str, times: Times, cues: CueFinder) -> None:
        self.given = given
        self._times = times
        self.text = aligned
        self.outline = sections(aligned, times)
        self.tables = Tables(aligned)
        self.cutoffs = Cutoffs(aligned, times)
        self.votes = TopicVotes(cues.find(aligned))
        self._clauses: Spans = clause_spans(aligned)
        self._sentences: Spans = sentence_spans(aligned)
        self._lines: Spans = line_spans(aligned)
        self.title = _title(aligned)
        self.dated = _dated(aligned)
        self.behind: dict[int, dict[str, float]] = {}
        """Votes of title and headings by the start of their section; `zones` counts them where a figure stands."""
        self._kinds: dict[int, int] = {}
        self._quoted: tuple[Span, str] = ((0, 0), "")

    def place(self, position: int) -> Place:
        """Where a position stands."""
        clause = self._clauses.at(position)
        sentence, line = self._sentences.at(position), self._lines.at(position)
        opening = _OPENING_YEAR.match(self.text, clause[0]) or _OPENING_YEAR.match(self.text, sentence[0])
        year = int(opening[1]) if opening else None
        section, quote = section_at(self.outline, position), self._quote(clause)
        return Place(section, sentence, clause, line, quote, year, year is not None or self._elsewhen(sentence, clause))

    def _elsewhen(self, sentence: Span, clause: Span) -> bool:
        """Whether a clause, or a plan that its sentence names before, may tell of targets or of other years."""
        planned = self.text.find("》", max(sentence[0], clause[0] - FAR), clause[0]) >= 0
        return planned or self._times.elsewhen.search(self.text, *clause) is not None

    def kinds_told(self, start: int) -> int:
        """Where the words end that tell cases apart by kind, at the start of a sentence or a heading; -1 for none."""
        if start not in self._kinds:
            line_end = self.text.find("\n", start, start + OPENING)
            found = _BY_KIND.search(self.text, start, line_end if line_end > start else start + OPENING)
            self._kinds[start] = found.end() if found else -1
        return self._kinds[start]

    def _quote(self, clause: Span) -> str:
        """The clause verbatim; one string is shared by all its facts."""
        if clause != self._quoted[0]:
            low, high = trimmed(self.given, *clause)
            self._quoted = (clause, self.given[low:high])
        return self._quoted[1]


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
