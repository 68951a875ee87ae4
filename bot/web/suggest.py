"""Suggestions while somebody types: commands, then places with reports and topics, by characters or by pinyin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.web.chat import shown

MOST = 8
"""Suggestions shown at once."""


@dataclass(frozen=True, slots=True)
class Word:
    """Something that can be typed: its text, what it is, other names that stand for it."""

    text: str
    hint: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list: what it shows and what the input then holds."""

    label: str
    fill: str
    hint: str


def suggestions(typed: str, words: Sequence[Word]) -> list[Suggestion]:
    """What may come next, best first; nothing for a finished or unknown word."""
    if typed.startswith("/") and not any(map(str.isspace, typed)):
        return list(_commands(typed[1:].lower()))[:MOST]
    found = [(kept, word) for word in words if (kept := _kept(typed, word)) is not None]
    # The longer the part of a word that is typed already, the likelier the word.
    found.sort(key=lambda pair: len(pair[0]))
    return [Suggestion(word.text, f"{kept}{word.text} ", word.hint) for kept, word in found[:MOST]]


def _commands(start: str) -> Iterator[Suggestion]:
    """The commands of the page that begin so, by their Chinese names unless Latin letters are typed."""
    for command in shown():
        for name in (command.alias, command.name):
            if name.startswith(start):
                yield Suggestion(f"/{name}", f"/{name} ", command.line)
                break


def _kept(typed: str, word: Word) -> str | None:
    """What stays of the typed text when the word takes the place of its end; None where the word does not fit."""
    last = typed.split()[-1] if typed and not typed[-1].isspace() else ""
    if not last or last.endswith(word.text):
        return None
    if last.isascii():
        spelled = _spelled(word.text)
        return typed[: -len(last)] if any(way.startswith(last.lower()) for way in spelled) else None
    ends = [typed[:-size] for name in (word.text, *word.names) for size in _overlaps(last, name, name != word.text)]
    return min(ends, key=len, default=None)


def _overlaps(last: str, name: str, whole: bool) -> Iterable[int]:
    """How many characters at the end of the typed word begin the name; another name counts when it is typed whole."""
    if whole:
        return [len(name)] if last.endswith(name) else []
    return [size for size in range(min(len(last), len(name)), 0, -1) if last.endswith(name[:size])][:1]


@lru_cache(maxsize=4096)
def _spelled(text: str) -> tuple[str, str]:
    """A word in pinyin letters, and their initials."""
    from pypinyin import lazy_pinyin  # its tables take a while to load: not before somebody types letters

    syllables = lazy_pinyin(text)
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)
