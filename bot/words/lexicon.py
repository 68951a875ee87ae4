"""The lexicon: topics with what staff call them, indicators, and words of questions. Data: data/lexicon/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import DataError
from bot.layout import FONT
from bot.model import Indicator, Kind
from bot.words.alike import Alike
from bot.words.indicators import CHANGE, MULTIPLE, Pattern, Trends, best, plain, trend_of, unit_family
from bot.words.questions import Questions
from bot.words.shapes import Shapes
from bot.words.toml import line_of, read_toml, strings

_LISTS = ("all", "may", "none", "near", "say", "instead", "beside")
_KEYS = {"name", "kind", "unit", *_LISTS}
_UNITS_OF_KIND = {Kind.RATE: ["率"], Kind.MONEY: ["元"], Kind.DURATION: ["天"]}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name, how reports name it, what staff type for it besides, whom 多少人 counts ("" for nobody), and
    groups of words of which one of each in a clause tells it."""

    name: str
    words: tuple[str, ...]
    aliases: tuple[str, ...]
    people: str = ""
    together: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called, its own name first."""
        return (self.name, *self.words, *self.aliases)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Topics and indicators, in the order of the files. `patterns` holds the indicators of each topic, `units` every
    unit that is known, `families` those that count the same, `shapes` how characters look."""

    topics: tuple[Topic, ...]
    indicators: Mapping[str, Indicator]
    patterns: Mapping[str, tuple[Pattern, ...]]
    filler: frozenset[str]
    trends: Trends
    questions: Questions
    units: frozenset[str]
    families: tuple[frozenset[str], ...]
    alike: Alike
    shapes: Shapes

    @classmethod
    def load(cls, directory: Path) -> Lexicon:
        """Read the four files. Raises DataError with file, line and reason where an entry does not fit."""
        topics = _topics(directory / "topics.toml")
        reader = _IndicatorReader(directory / "indicators.toml", topics)
        patterns = reader.patterns()
        for topic in topics:
            if topic.people and topic.people not in {p.indicator.id for p in patterns[topic.name]}:
                raise DataError(str(directory / "topics.toml"), 0, f"people names no indicator: {topic.people}")
        indicators = {pattern.indicator.id: pattern.indicator for group in patterns.values() for pattern in group}
        return cls(
            topics,
            indicators,
            patterns,
            reader.filler,
            reader.trends,
            Questions.load(directory / "questions.toml"),
            frozenset(unit for family in reader.families.values() for unit in family),
            tuple(map(frozenset, reader.families.values())),
            Alike.load(directory / "alike.toml"),
            Shapes(directory.parent / "fonts" / FONT),
        )

    def topic(self, name: str) -> Topic | None:
        """The topic of that name."""
        return next((topic for topic in self.topics if topic.name == name), None)

    def indicator(self, identity: str) -> Indicator | None:
        """The indicator with that id, changes and multiples (…·变化, …·倍数) included."""
        for ending in (CHANGE, MULTIPLE):
            if identity.endswith(ending):
                base = self.indicators.get(identity.removesuffix(ending))
                return trend_of(base, ending) if base else None
        return self.indicators.get(identity)

    def pattern(self, identity: str) -> Pattern | None:
        """What decides whether a figure belongs to the indicator with that id."""
        topic = identity.partition("/")[0]
        return next((p for p in self.patterns.get(topic, ()) if p.indicator.id == identity), None)

    def indicator_of(self, topic: str, measure: str, kind: Kind, unit: str) -> str:
        """The id of the indicator that a figure belongs to, "" if none. `unit` as in claims, without the scale."""
        phrase = plain(measure)
        base, ending = self.trends.base(phrase, kind)
        if not ending:
            found = best(p for p in self._near(topic) if p.fits(topic, phrase, kind, unit))
            return found.indicator.id if found else ""
        fitting = [p for p in self._near(topic) if p.indicator.topic == topic and base and p.describes(base)]
        counted = [p for p in fitting if p.indicator.kind in {Kind.COUNT, Kind.MONEY}]
        found = best(counted) if unit in {"%", "倍"} else best(p for p in fitting if unit in p.indicator.units)
        return found.indicator.id + ending if found else ""

    def _near(self, topic: str) -> list[Pattern]:
        return [p for group in self.patterns.values() for p in group if topic == p.indicator.topic or topic in p.near]


def _topics(path: Path) -> tuple[Topic, ...]:
    topics = []
    owners: dict[str, str] = {}
    for entry in read_toml(path).get("topic", []):
        name = str(entry.get("name", ""))
        line = line_of(path, f'"{name}"')
        if not name or set(entry) - {"people", "together"} != {"name", "words", "aliases"}:
            raise DataError(str(path), line, f"topic {name}: name, words and aliases are expected")
        words, aliases = (strings(path, name, entry[key]) for key in ("words", "aliases"))
        together = tuple(strings(path, name, group) for group in entry.get("together", []))
        topic = Topic(name, words, aliases, str(entry.get("people", "")), together)
        for word in dict.fromkeys(topic.names):
            if owners.setdefault(word, name) != name:
                raise DataError(str(path), line, f"{word} belongs to {owners[word]} already")
        topics.append(topic)
    return tuple(topics)


class _IndicatorReader:
    """Reads indicators.toml; each complaint names the file, the line of the entry and the reason."""

    def __init__(self, path: Path, topics: tuple[Topic, ...]) -> None:
        self.path = path
        self.topics = {topic.name: topic for topic in topics}
        data = read_toml(path)
        words = data.pop("words", {})
        self.families = {name: strings(path, name, units) for name, units in data.pop("units", {}).items()}
        self.filler = frozenset(strings(path, "filler", words.get("filler")))
        self.trends = Trends(*(strings(path, key, words.get(key)) for key in ("change", "multiple")))
        self.entries = data

    def patterns(self) -> dict[str, tuple[Pattern, ...]]:
        """The patterns of each topic."""
        found: dict[str, list[Pattern]] = {name: [] for name in self.topics}
        for order, (identity, entry) in enumerate(self.entries.items()):
            pattern = self._pattern(identity, entry, order)
            found[pattern.indicator.topic].append(pattern)
        return {name: tuple(patterns) for name, patterns in found.items()}

    def _fail(self, identity: str, reason: str) -> DataError:
        return DataError(str(self.path), line_of(self.path, f'["{identity}"]'), f"{identity}: {reason}")

    def _pattern(self, identity: str, entry: Any, order: int) -> Pattern:
        topic = self.topics.get(identity.partition("/")[0])
        if topic is None or not isinstance(entry, dict):
            raise self._fail(identity, "the id must start with a topic of topics.toml and a slash")
        if unknown := sorted(set(entry) - _KEYS):
            raise self._fail(identity, f"unknown key {unknown[0]}; known are {', '.join(sorted(_KEYS))}")
        words = {key: self._words(identity, entry, key) for key in _LISTS}
        if not words["all"] or not entry.get("name"):
            raise self._fail(identity, "name and all are needed")
        for key in ("instead", "beside"):
            if strangers := set(words[key]) - self.entries.keys():
                raise self._fail(identity, f"{key} names no indicator: {strangers.pop()}")
        if strangers := set(words["near"]) - set(self.topics):
            raise self._fail(identity, f"near names no topic: {strangers.pop()}")
        groups = tuple(tuple(plain(word) for word in entry.split("|")) for entry in words["all"])
        own = (topic.name, *topic.words)
        allowed = (
            frozenset(plain(word) for word in (*words["may"], *own)) | self.filler | {w for g in groups for w in g}
        )
        return Pattern(
            Indicator(identity, topic.name, str(entry["name"]), *self._kind(identity, entry), order),
            groups,
            tuple(map(plain, words["may"])),
            words["none"],
            allowed,
            frozenset(words["near"]),
            own,
            words["say"],
            max(map(len, allowed)),
            words["instead"],
            words["beside"],
        )

    def _words(self, identity: str, entry: dict[str, Any], key: str) -> tuple[str, ...]:
        value = entry.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self._fail(identity, f"{key} must be a list of words")
        return tuple(value)

    def _kind(self, identity: str, entry: dict[str, Any]) -> tuple[Kind, tuple[str, ...]]:
        try:
            kind = Kind(entry.get("kind", "count"))
            units = entry.get("unit", _UNITS_OF_KIND.get(kind, []))
            return kind, unit_family(self.families, [units] if isinstance(units, str) else units)
        except (ValueError, KeyError, TypeError) as error:
            raise self._fail(identity, f"kind or unit is unknown: {error}") from error
