"""Words that people use for one another (data/lexicon/alike.toml): texts are compared with all of a line made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from bot.errors import DataError
from bot.words.indicators import plain
from bot.words.toml import line_of, read_toml, strings

MOST_KEPT = 20_000
"""How many texts are kept beside what they were made: some 10 MB."""
_SHORTEST = 2
_DIRECTIONS = ("出", "上", "下", "过", "进")
"""What verbs of direction end in: who says 写出 says 写出来 as well."""
_THINGS, _LIGHT, _MAKING, _DOING, _BROAD, _OUTCOMES = "things", "light", "making", "doing", "broad", "outcomes"


class Alike:
    """Makes one of the words that say the same. `names` gives each word the name of its line; `things` are those words
    that are nouns, `doing` those that say what is done (`deeds`: the names of their lines), `light` verbs that only say
    that something was done, `making` those that say how what is counted came to be there, `outcomes` gives each word
    for what came of something those that say it; `broad` gives what a colloquial verb may stand for, each of it
    something else."""

    def __init__(
        self,
        names: Mapping[str, str],
        things: Iterable[str] = (),
        light: Iterable[str] = (),
        doing: Iterable[str] = (),
        broad: Mapping[str, tuple[str, ...]] | None = None,
        making: Iterable[str] = (),
        outcomes: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.things = tuple(things)
        self.broad = broad or {}
        self.doing = tuple(doing)
        self.deeds = frozenset(names[word] for word in self.doing)
        self.light = frozenset(light)
        self.making = frozenset(making)
        self.outcomes = {word: frozenset(line) for line in (outcomes or {}).values() for word in line}
        self._names = names
        self._lines = frozenset(names.values())
        # One pass whatever the number of words: an alternation of thousands costs four times as much.
        self._finder = AhoCorasick(self.words, matchkind=MatchKind.LeftmostLongest)
        self.same = lru_cache(maxsize=MOST_KEPT)(self._same)
        """The text without spaces and punctuation, each word of a line replaced by the line's name."""

    @classmethod
    def load(cls, path: Path) -> Alike:
        """Read alike.toml; no words are alike where there is none, as in folders that are older than it.

        Raises DataError with file, line and reason where an entry does not fit.
        """
        found: dict[str, str] = {}
        things: list[str] = []
        flat: dict[str, list[str]] = {_LIGHT: [], _MAKING: []}
        doing: list[str] = []
        broad: dict[str, tuple[str, ...]] = {}
        outcomes: dict[str, list[str]] = {}
        for section, name, word in _entries(path) if path.exists() else ():
            if section in flat:
                flat[section].append(word)
                continue
            if section == _OUTCOMES:
                outcomes.setdefault(name, []).append(word)
                continue
            if section == _BROAD:
                broad[name] = (*broad.get(name, ()), word)
                continue
            things += [word] if section == _THINGS else []
            doing += [word] if section == _DOING else []
            if len(word) < _SHORTEST:
                raise DataError(str(path), line_of(path, f'"{name}"'), f"{name}: {word} is too short")
            if found.setdefault(word, name) != name:
                raise DataError(str(path), line_of(path, f'"{name}"'), f"{word} belongs to {found[word]} already")
        for word in tuple(doing):
            if word.endswith(_DIRECTIONS) and f"{word}来" not in found:
                found[f"{word}来"] = found[word]
                doing.append(f"{word}来")
        for name in dict.fromkeys(found.values()):
            if found.get(name, name) != name:
                raise DataError(str(path), line_of(path, f'"{name}"'), f"{name} is among the words of {found[name]}")
        return cls(found, things, flat[_LIGHT], doing, broad, flat[_MAKING], outcomes)

    def name_of(self, word: str) -> str:
        """The name of the line that a word stands in, else the word."""
        return self._names.get(word, word)

    def has_others(self, word: str) -> bool:
        """Whether other words say the same, so that a report need not have this one."""
        return word in self._names or word in self._lines

    @property
    def words(self) -> tuple[str, ...]:
        """Every word of every line, with the lines' names."""
        return tuple({**dict.fromkeys(self._names), **dict.fromkeys(self._names.values())})

    def apart(self, text: str) -> str:
        """The text as `same` makes it, with spaces around each word of a line: no two words run into each other."""
        return "".join(f" {name} " if known else name for name, known in self._pieces(plain(text)))

    def _same(self, text: str) -> str:
        return "".join(name for name, _ in self._pieces(plain(text)))

    def _pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text in order: the names of the lines whose words stand there (True), and what is between (False)."""
        at = 0
        for _, start, end in self._finder.find_matches_as_indexes(text):
            yield text[at:start], False
            word = text[start:end]
            yield self.name_of(word), True
            at = end
        yield text[at:], False


def _entries(path: Path) -> Iterator[tuple[str, str, str]]:
    """Each word with its section and the name of its line."""
    for section, lines in read_toml(path).items():
        for name, listed in lines.items():
            yield from ((section, name, plain(word)) for word in strings(path, name, listed))
