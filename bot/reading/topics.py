"""Which topic a figure belongs to: what is counted speaks first, then its clause, its sentence, its item, its headings.

Every cue word of the lexicon that stands in a zone votes for its topics with its own weight times the zone's; the topic
with most votes wins. The zones' weights fall with distance, since the topic is what is counted, not where it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bot.reading.lexicon import Topic
from bot.reading.trees import one_of

FURTHER, REMEMBERED, KIND_REACH = 0.25, 1024, 24
_KIND = re.compile(r"[^,。;:\d\n]{0,20}?(?<![各分这此多同归几两三四五种])类(?![型别似])")

DEFAULT_TOPIC = "依法治理统筹"
"""The topic of a figure where no word anywhere near speaks for one: what reports on the rule of law are about."""


class Cue(NamedTuple):
    """A cue word found in the text, with its votes; a tuple, since a page has thousands."""

    start: int
    end: int
    votes: Mapping[str, float]


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
        self._votes: dict[str, Mapping[str, float]] = dict(votes)
        self._any = re.compile(one_of([*votes, *silent]))

    def find(self, text: str) -> list[Cue]:
        """The cues of a text in order."""
        text = _today(text)
        found: list[Cue] = []
        for cue in self._any.finditer(text):
            if votes := self._votes.get(cue[0]):
                start, end = cue.span()
                if text.find("类", end, end + KIND_REACH) >= 0:
                    votes = _of_a_kind(text, end, votes)
                found.append(Cue(start, end, votes))
        return found


def _of_a_kind(text: str, end: int, votes: Mapping[str, float]) -> Mapping[str, float]:
    """行政处罚、信息公开类案件 are kinds of what is counted, mostly reviews: such a cue only tips the scales."""
    return {topic: weight * FURTHER for topic, weight in votes.items()} if _KIND.match(text, end) else votes


class Zone(NamedTuple):
    """A stretch of text and how much its cues count; `silent` is the topic that it says nothing new about."""

    start: int
    end: int
    weight: float
    silent: str = ""


_NONE: Mapping[str, float] = {}


class _Tally:
    """The votes from one place of the text up to `end`; as zones that begin there grow, it goes on with cue `next`."""

    def __init__(self, first: int) -> None:
        self.end = 0
        self.next = first
        self._best: dict[str, float] = {}
        self._sum: dict[str, float] = {}

    def count(self, cues: list[Cue], end: int) -> None:
        """Count the next cues, as far as they end by `end`."""
        best, total = self._best, self._sum
        for _, stop, votes in cues:
            if stop > end:
                break
            for topic, weight in votes.items():
                total[topic] = total.get(topic, 0.0) + weight
                if weight > best.get(topic, 0.0):
                    best[topic] = weight
            self.next += 1
        self.end = end

    def votes(self) -> dict[str, float]:
        """By topic: its strongest cue counts whole, further ones a quarter."""
        return {topic: weight + FURTHER * (self._sum[topic] - weight) for topic, weight in self._best.items()}


class TopicVotes:
    """Votes of the cues of one text."""

    def __init__(self, cues: list[Cue]) -> None:
        self._cues = cues
        self._starts = [cue.start for cue in cues]
        self._known: dict[tuple[int, int], Mapping[str, float]] = {}
        self._tallies: dict[int, _Tally] = {}

    def count(self, zones: Iterable[Zone]) -> defaultdict[str, float]:
        """Votes by topic, each zone's times its weight."""
        total: defaultdict[str, float] = defaultdict(float)
        for zone in zones:
            start, end, weight, silent = zone
            for topic, votes in self._in(start, end).items():
                if topic != silent:
                    total[topic] += weight * votes
        return total

    def _in(self, start: int, end: int) -> Mapping[str, float]:
        """Votes within a span. Neighbouring figures share most of their zones, so the last ones are remembered."""
        known = self._known.get((start, end))
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
                self._tallies.clear()
            known = self._known[start, end] = self._counted(start, end)
        return known

    def _counted(self, start: int, end: int) -> Mapping[str, float]:
        """Votes within a span, counted on from those of a shorter one that starts there."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if high - low < 2:  # as for most phrases
            return self._cues[low].votes if high > low and self._cues[low].end <= end else _NONE
        tally = self._tallies.get(start)
        if tally is None or tally.end > end:
            tally = self._tallies[start] = _Tally(low)
        tally.count(self._cues[tally.next : high], end)
        return tally.votes()

    def winner(self, zones: Iterable[Zone], before: Mapping[str, float]) -> str:
        """The topic with most votes, the default where no cue speaks; `before` are votes of the figures before."""
        votes = self.count(zones)
        for topic, vote in before.items():
            votes[topic] += vote
        return max(votes, key=lambda topic: votes[topic]) if votes else DEFAULT_TOPIC
