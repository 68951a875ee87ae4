"""The patterns of data/lexicon/indicators.toml: which figures mean the same. The file itself explains how to write one.

A measure belongs to an indicator when it is covered from end to end by the words that the pattern, its topic and the
common filler allow, each `all` entry occurs, and no `none` word does. Words left over mean: not this indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.model import Indicator, Kind

CHANGE = "·变化"
MULTIPLE = "·倍数"
# Counts anything: who types it says nothing about what is counted.
ANY_UNIT = "个"

_MOST_KEPT = 65_536
"""Phrases kept without their punctuation: a question is compared with the same measures over and over."""
_NOISE = re.compile(r"[\s\W_]+")


@lru_cache(_MOST_KEPT)
def plain(phrase: str) -> str:
    """A phrase without spaces, quotes, brackets and other punctuation: 村(社区) → 村社区."""
    return _NOISE.sub("", phrase)


def covered(phrase: str, words: frozenset[str], longest: int) -> bool:
    """Whether the phrase is a chain of the given words and nothing else."""
    reached = [True] + [False] * len(phrase)
    for end in range(1, len(phrase) + 1):
        reached[end] = any(reached[start] and phrase[start:end] in words for start in range(max(0, end - longest), end))
    return reached[-1]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One indicator with the words that decide what belongs to it.

    `groups` are the `all` entries, alternatives apart; `mays` the words that may occur besides; `allowed` every word
    that may occur, those of the topic and the filler included; `says` what people type without naming the topic;
    `instead` the indicators whose figure, under its own name, answers where a report has none of this one; `beside`
    those whose figure is no answer, and is shown there with a remark that says so.
    """

    indicator: Indicator
    groups: tuple[tuple[str, ...], ...]
    mays: tuple[str, ...]
    none: tuple[str, ...]
    allowed: frozenset[str]
    near: frozenset[str]
    topic_words: tuple[str, ...]
    says: tuple[str, ...]
    longest: int
    instead: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def fits(self, topic: str, phrase: str, kind: Kind, unit: str) -> bool:
        """Whether a figure of this topic, measure (made plain), kind and unit belongs to the indicator."""
        return (
            kind is self.indicator.kind
            and unit in self.indicator.units
            and self._concerns(topic, phrase)
            and self.describes(phrase)
        )

    def describes(self, phrase: str) -> bool:
        """Whether the phrase says this indicator and nothing else."""
        return (
            all(any(word in phrase for word in group) for group in self.groups)
            and not any(word in phrase for word in self.none)
            and covered(phrase, self.allowed, self.longest)
        )

    def _concerns(self, topic: str, phrase: str) -> bool:
        if topic == self.indicator.topic:
            return True
        return topic in self.near and any(word in phrase for word in self.topic_words)


@dataclass(frozen=True, slots=True)
class Trends:
    """The words that turn a figure into its change against the year before (同比增长) or its multiple (…的倍数)."""

    change: tuple[str, ...]
    multiple: tuple[str, ...]

    def base(self, phrase: str, kind: Kind) -> tuple[str, str]:
        """The phrase of the figure that changed, and the ending of the change's id; ("", "") for other kinds."""
        words, ending = {Kind.CHANGE: (self.change, CHANGE), Kind.MULTIPLE: (self.multiple, MULTIPLE)}.get(
            kind, ((), "")
        )
        for word in sorted(words, key=len, reverse=True):
            phrase = phrase.replace(word, "")
        return (phrase, ending) if ending else ("", "")


def best(patterns: Iterable[Pattern]) -> Pattern | None:
    """The pattern that asks for most; None where two ask for equally much, since guessing would merge what differs."""
    ranked = sorted(patterns, key=lambda pattern: -len(pattern.groups))
    if len(ranked) > 1 and len(ranked[0].groups) == len(ranked[1].groups):
        return None
    return ranked[0] if ranked else None


def trend_of(indicator: Indicator, ending: str) -> Indicator:
    """The indicator of a change or multiple of another indicator."""
    kind, name = (Kind.CHANGE, "同比变化") if ending == CHANGE else (Kind.MULTIPLE, "与上年同期之比")
    return Indicator(indicator.id + ending, indicator.topic, indicator.name + name, kind, (), indicator.order)


def unit_family(families: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> tuple[str, ...]:
    """Every unit of the named families, each once. Raises KeyError for a family that is not defined."""
    return tuple(dict.fromkeys(unit for name in names for unit in families[name]))
