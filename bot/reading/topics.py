"""Which topic a figure belongs to: what is counted speaks first, then its clause, its sentence, its item, its headings.

Every cue word of the lexicon that stands in a zone votes for its topics with its own weight times the zone's; the topic
with most votes wins. The zones' weights fall with distance, since the topic is what is counted, not where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.reading.clauses import Span
from bot.reading.vocabulary.lexicon import Topic

FURTHER, REMEMBERED, KIND_REACH, STRONG = 0.25, 1024, 24, 4.0
_KINDS = re.compile("类")
_KIND = re.compile(r"[^,。;:\d\n]{0,20}?(?<![各分这此多同归几两三四五种])类(?![型别似])")
_LAW = re.compile("法(?=[、,。;》]|等)")
"""What makes a field the name of its law: officials study 行政复议法、法律援助法等18部法律."""
_STUDIED, _NO_LAW = r"[^,。;\d]{0,60}?", r"[^法。;\n]{0,80}?"
_MEANT: dict[str, re.Pattern[str]] = {
    "普法宣传": re.compile(
        rf"学习(?={_STUDIED}(?:法律法规|宪法|民法典|法》|条例》|法典》))(?!{_STUDIED}(?:近平|共产党|党内|党章|精神|讲话))"
    ),
    "党的建设": re.compile(
        rf"(?:^|[。;\n]){_NO_LAW}(?:二十大|全会|讲话精神|中国特色社会主义思想){_NO_LAW}宣讲(?!团)(?!{_NO_LAW}法治)"
    ),
    "依法治理统筹": re.compile(
        r"(?:法治[^,。;\n]{0,10}|依法治[市省县区])考[核评][^。;\n]{0,24}?(?:获评|获得?)(?=优秀)"
        r"|法治(?:建设|工作)?(?:专项)?巡察[^。\n]{0,60}?巡察"
    ),
    "合法性审查": re.compile(
        r"招商(?=(?:引资)?[^,。;\d]{0,16}?(?:协议|合同)[ ]?\d)"
        r"|(?:合同|协议)\d+[份件个]、(?:[^,。;、\d]{0,6})?规范性文件(?=\d)"
        r"|重大(?:行政)?决策(?=[^,。;]{0,24}?(?:合法性|法制)审[查核])"
        r"|重大(?:行政)?决策(?=[、和及与][^,。;\d]{0,24}?(?:合同|协议|文件))(?![^,。;\d]{0,40}?风险评估)"
    ),
}
"""Words at the end of a match that are work of another field than they would be alone: study of laws teaches them, that
of speeches is the party's; decisions reviewed together with contracts are reviewed."""
_ALL_IN_ONE = re.compile(r"集[^,。;\d\n]{2,80}?[于为]一体")
"""What a place is for, never what it is: 集行政执法监督、立法联系等功能于一体的工作站."""
_PAPERS_ON = re.compile(r"(?:涉及?|妨碍|影响|违反|不利于)[^,。;\d\n]{2,40}?(?=规范性文件|政策文件|政策措施)")
"""What papers are about, while they are gone through: 清理妨碍统一大市场的规范性文件."""

_HONOUR = re.compile(
    r"(?:获得|荣获|获评|被评为|授予|评为|获)(“[^“”。]{2,40}?(?:先进|优秀|模范|十佳|标兵|最美|杰出|个人|集体|能手|工作者|员)[^“”。]{0,8}”)"
)
"""An honour by its name, which says little of its field: 获得“优秀人民调解员”."""
_TRIALS = re.compile(r"(?:民事|刑事)(?:案件|诉讼)?[^。;]{0,60}?行政(?:诉讼)?案件")
"""Cases told by the kind of trial, as lawyers and legal aid do: 民事案件90件、刑事案件30件、行政案件2件."""

_CELLS = re.compile("党(?:支部|总支|委)(?!书记|会)|中共党员|党员数量")
_NEAR_LAWYERS = re.compile("律师|律所|全行业")
_SENTENCE = 120
_ON_THE_LINE = re.compile(
    r"(?:12348|热线)[^。;\n]{0,60}?(律师)(?=[^,。;、\d\n]{0,10}(?:值班|驻守|释法|接听|坐席))"
    r"|(律师)(?=[^,。;、\d\n]{0,8}(?:值班|驻守|接听)[^。;\n]{0,40}?(?:12348|热线))"
)
"""Lawyers who answer a hotline: 12348热线由90名律师值班."""
LAWYERS, SERVICES = "律师管理", "公共法律服务"
HONOURS = "媒体与荣誉"
DEFAULT_TOPIC = "依法治理统筹"
"""The topic of a figure where no word anywhere near speaks for one: what reports on the rule of law are about."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words found in a text, in order: where each starts and ends, and its votes."""

    starts: list[int]
    ends: list[int]
    votes: list[Mapping[str, float]]


def _today(text: str) -> str:
    """法制宣传 of older reports is 法治宣传 now: the same cue, of the same length."""
    return text.replace("法制", "法治")


class CueFinder:
    """Finds cue words in one pass: at each place the longest, never overlapping."""

    def __init__(self, topics: Mapping[str, Topic], silent: Iterable[str]) -> None:
        votes: dict[str, dict[str, float]] = defaultdict(dict)
        for topic in topics.values():
            for word, weight in topic.cues.items():
                votes[_today(word)][topic.name] = weight
        words = dict.fromkeys([*votes, *silent])
        self._votes: list[Mapping[str, float]] = [votes.get(word, {}) for word in words]
        self._words = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Cues:
        """The cues of a text."""
        text = _today(text)
        found = self._matches(text)
        votes = [*map(self._votes.__getitem__, map(itemgetter(0), found))]  # a silent word votes for nothing
        starts, ends = [*map(itemgetter(1), found)], [*map(itemgetter(2), found)]
        further = {
            *_kinds(text, ends),
            *_laws(text, ends),
            *_functions(text, starts),
            *_within(text, starts, ends, votes),
        }
        for cue in further:
            votes[cue] = {topic: weight * FURTHER for topic, weight in votes[cue].items()}
        for topic, meant in _MEANT.items():
            for match in meant.finditer(text):
                cue = bisect_left(ends, match.end())
                if cue < len(ends) and ends[cue] == match.end() and votes[cue]:
                    votes[cue] = {topic: STRONG}
        for cue in _cells_of_lawyers(text, ends):
            votes[cue] = {LAWYERS: STRONG}
        for line in _ON_THE_LINE.finditer(text):
            end = line.end(line.lastindex or 0)
            cue = bisect_left(ends, end)
            if ends[cue : cue + 1] == [end]:
                votes[cue] = {SERVICES: STRONG}
        return Cues(starts, ends, votes)

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        """Which word stands where: its place among the words, its start and its end."""
        try:
            return self._words.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # a lone surrogate, which only broken files hold, is no part of a word
            return self._words.find_matches_as_indexes(text.encode(errors="replace").decode())


def _kinds(text: str, ends: list[int]) -> Iterator[int]:
    """Which cues end shortly before 类: 行政处罚、信息公开类案件 are kinds of what is counted, mostly reviews, so such
    cues only tip the scales."""
    for kind in _KINDS.finditer(text):
        low, high = bisect_left(ends, kind.start() - KIND_REACH), bisect_right(ends, kind.start())
        yield from (cue for cue in range(low, high) if _KIND.match(text, ends[cue]))


def _laws(text: str, ends: list[int]) -> Iterator[int]:
    """Which cues are but the name of a law."""
    for law in _LAW.finditer(text):
        cue = bisect_left(ends, law.start())
        if cue < len(ends) and ends[cue] == law.start():
            yield cue


def _within(text: str, starts: list[int], ends: list[int], votes: list[Mapping[str, float]]) -> Iterator[int]:
    """Which cues stand in the name of an honour, or among the kinds of trials that an office tells its cases by."""
    for honour in _HONOUR.finditer(text):
        named = range(bisect_left(starts, honour.start(1)), bisect_left(starts, honour.end(1)))
        yield from (cue for cue in named if HONOURS not in votes[cue])
    for trial in _TRIALS.finditer(text):
        cue = bisect_left(ends, trial.end())
        if cue < len(ends) and ends[cue] == trial.end():
            yield cue


def _cells_of_lawyers(text: str, ends: list[int]) -> Iterator[int]:
    """Which cues are cells of the party that a sentence counts among lawyers: they are of the lawyers' field."""
    if not _NEAR_LAWYERS.search(text):
        return
    for cell in _CELLS.finditer(text):
        low = max(text.rfind(mark, max(0, cell.start() - _SENTENCE), cell.start()) for mark in "。;\n")
        cue = bisect_left(ends, cell.end())
        if _NEAR_LAWYERS.search(text, max(low, cell.start() - _SENTENCE, 0), cell.start()) and ends[cue : cue + 1] == [
            cell.end()
        ]:
            yield cue


def _functions(text: str, starts: list[int]) -> Iterator[int]:
    """Which cues are told as functions that a place unites, or as what papers are about."""
    for told in chain(_ALL_IN_ONE.finditer(text), _PAPERS_ON.finditer(text)):
        yield from range(bisect_left(starts, told.start()), bisect_left(starts, told.end()))


Zone = tuple[int, int, float]
"""A stretch of text, where it starts and ends, and how much its cues count."""


class _Tally:
    """The votes of the cues from one on up to `end`; as zones that begin there grow, it goes on from where it was.

    By topic the strongest cue counts whole, further ones a quarter.
    """

    __slots__ = ("_best", "end", "votes")

    def __init__(self, first: int) -> None:
        self.end = first
        self.votes: dict[str, float] = {}
        self._best: dict[str, float] = {}

    def count(self, votes: list[Mapping[str, float]], end: int) -> None:
        """Count the next cues, up to the one before `end`."""
        best, total = self._best, self.votes
        for cue in votes[self.end : end]:
            for topic, weight in cue.items():
                strongest = best.get(topic)
                if strongest is None:
                    best[topic] = total[topic] = weight
                elif weight > strongest:
                    total[topic] += weight - strongest * (1 - FURTHER)
                    best[topic] = weight
                else:
                    total[topic] += weight * FURTHER
        self.end = end


class TopicVotes:
    """Votes of the cues of one text."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._known: dict[tuple[int, int], Mapping[str, float]] = {}
        self._tallies: dict[int, _Tally] = {}

    def count(
        self, zones: Iterable[Zone], within: Span | None = None, votes: dict[str, float] | None = None
    ) -> dict[str, float]:
        """Votes by topic, each zone's times its weight, added to `votes`; what is not `within` a span is left out."""
        starts, ends, single, known = self._cues.starts, self._cues.ends, self._cues.votes, self._known
        first, last = (bisect_left(starts, within[0]), bisect_right(ends, within[1])) if within else (0, len(ends))
        total: dict[str, float] = {} if votes is None else votes
        for start, end, weight in zones:
            if start >= end:
                continue
            low = bisect_left(starts, start, first, last)
            high = bisect_right(ends, end, low, last)
            if low < high:
                here = single[low] if high - low == 1 else known.get((low, high)) or self._counted(low, high)
                for topic, vote in here.items():
                    total[topic] = total.get(topic, 0.0) + weight * vote
        return total

    def _counted(self, low: int, high: int) -> Mapping[str, float]:
        """Votes of the cues from one up to another, counted on from those of fewer that start there.

        Neighbouring figures share most of their zones, so the last ones are remembered.
        """
        if len(self._known) > REMEMBERED:
            self._known.clear()
            self._tallies.clear()
        tally = self._tallies.get(low)
        if tally is None or tally.end > high:
            tally = self._tallies[low] = _Tally(low)
        tally.count(self._cues.votes, high)
        counted = self._known[low, high] = dict(tally.votes)
        return counted


def winner(votes: Mapping[str, float]) -> str:
    """The topic with most votes, of several the first; the default where no cue speaks."""
    return max(votes, key=votes.__getitem__) if votes else DEFAULT_TOPIC
