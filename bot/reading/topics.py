"""Which topic a figure belongs to: what is counted speaks first, then its clause, its sentence, its item, its headings.

Every cue word of the lexicon that stands in a zone votes for its topics with its own weight times the zone's; the topic
with most votes wins. The zones' weights fall with distance, since the topic is what is counted, not where it stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from bot.reading.clauses import Span
from bot.reading.cues import FURTHER, Cues

REMEMBERED = 1024
HONOURS = "媒体与荣誉"
DEFAULT_TOPIC = "依法治理统筹"
"""The topic of a figure where no word anywhere near speaks for one: what reports on the rule of law are about."""

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
