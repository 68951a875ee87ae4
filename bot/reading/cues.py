"""The cue words of a text: where each stands and which topics it speaks for, there.

A cue means what the lexicon says, unless what stands around it makes it mean something else (cue_contexts.toml).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.reading.vocabulary.contexts import CueContext, Where
from bot.reading.vocabulary.lexicon import STRONG, Topic

FURTHER = 0.25
"""What a cue counts, as a share of its weight, where it only tips the scales."""
_SENTENCE = 120
"""How far back a sentence is looked through for what makes a cue mean something else."""


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

    def __init__(self, topics: Mapping[str, Topic], silent: Iterable[str], contexts: Iterable[CueContext]) -> None:
        votes: dict[str, dict[str, float]] = defaultdict(dict)
        for topic in topics.values():
            for word, weight in topic.cues.items():
                votes[_today(word)][topic.name] = weight
        words = dict.fromkeys([*votes, *silent])
        self._votes: list[Mapping[str, float]] = [votes.get(word, {}) for word in words]
        self._words = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        told = tuple(contexts)
        self._slight = [context for context in told if not context.topic]
        self._strong = [context for context in told if context.topic]

    def find(self, text: str) -> Cues:
        """The cues of a text."""
        text = _today(text)
        found = self._matches(text)
        votes = [*map(self._votes.__getitem__, map(itemgetter(0), found))]  # a silent word votes for nothing
        cues = Cues([*map(itemgetter(1), found)], [*map(itemgetter(2), found)], votes)
        slight = {cue for context in self._slight for cue in _meant(context, text, cues)}
        for cue in slight:
            votes[cue] = {topic: weight * FURTHER for topic, weight in votes[cue].items()}
        for context in self._strong:
            for cue in _meant(context, text, cues):
                votes[cue] = {context.topic: STRONG}
        return cues

    def _matches(self, text: str) -> list[tuple[int, int, int]]:
        """Which word stands where: its place among the words, its start and its end."""
        try:
            return self._words.find_matches_as_indexes(text)
        except UnicodeEncodeError:  # a lone surrogate, which only broken files hold, is no part of a word
            return self._words.find_matches_as_indexes(text.encode(errors="replace").decode())


def _meant(context: CueContext, text: str, cues: Cues) -> Iterator[int]:
    """Which cues a context is about."""
    if context.where is Where.BEFORE:
        follows = context.pattern.match
        found: Iterable[int] = (cue for cue, end in enumerate(cues.ends) if follows(text, end))
    elif context.where is Where.CUE:
        found = (cue for match in context.pattern.finditer(text) for cue in _ending(cues, match.end()))
    else:
        spans = (match.span() for match in context.pattern.finditer(text))
        found = (
            cue for low, high in spans for cue in range(bisect_left(cues.starts, low), bisect_left(cues.starts, high))
        )
    for cue in found:
        speaks = cues.votes[cue] and context.but not in cues.votes[cue]
        if speaks and (context.after is None or context.after.search(_before(text, cues.starts[cue], context.far))):
            yield cue


def _ending(cues: Cues, end: int) -> range:
    """The cues that end there: one or none."""
    return range(bisect_left(cues.ends, end), bisect_right(cues.ends, end))


def _before(text: str, start: int, far: bool) -> str:
    """The sentence up to a place, as far as it is looked through: from its last semicolon on, or, if `far`, whole."""
    low = max(0, start - _SENTENCE)
    return text[max(low, *(text.rfind(mark, low, start) + 1 for mark in ("。\n" if far else "。;\n"))) : start]
