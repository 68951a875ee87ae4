"""Free text that no vocabulary covers: its content words, function words left out.

jieba knows the lexicon's words whole. It takes about a second to load, so it is loaded when the first such text comes
or when the service warms up, never at import. Its part-of-speech module would load everything twice; of the parts of
speech, only the closed classes of function words are wanted, and those stand in the dictionary's file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

_FUNCTION_TAGS = frozenset("ruyeocp")
_HAN = re.compile("[\u3400-\u9fff]")
_RARE = 5
"""How often a word stands in the dictionary's texts that lists what few have ever written."""


class _Tokenizer(Protocol):
    FREQ: dict[str, int]

    def cut(self, sentence: str, cut_all: bool, HMM: bool) -> Iterator[str]:
        """The words of a sentence."""
        ...


@dataclass(frozen=True, slots=True)
class _Dictionary:
    """What jieba knows, and which of its words carry no content."""

    tokenizer: _Tokenizer
    function_words: frozenset[str]


@lru_cache(maxsize=4096)
def part_of_speech(word: str) -> str:
    """The tag of a word, searched for where it stands: so few are asked for that a table would be waste."""
    listed = _listed()
    at = listed.find(f"\n{word} ".encode())
    return listed[at + 1 : listed.find(b"\n", at + 1)].rpartition(b" ")[2].decode() if at >= 0 else ""


@lru_cache(maxsize=4096)
def is_listed(word: str) -> bool:
    """Whether the dictionary's file has a text as a word; unlike a `Cutter`, it knows none of the lexicon's."""
    return f"\n{word} ".encode() in _listed()


@lru_cache(maxsize=4096)
def is_rare(word: str) -> bool:
    """Whether the dictionary's file lists a word that few have ever written: 草安, more often a slip than meant."""
    listed = _listed()
    at = listed.find(f"\n{word} ".encode())
    _, _, behind = listed[at + 1 : listed.find(b"\n", at + 1)].partition(b" ")
    return at >= 0 and int(behind.partition(b" ")[0]) <= _RARE


class Cutter:
    """Cuts unknown text into content words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) > 1)
        self._cut = lru_cache(maxsize=1024)(self._content_words)
        self.tagged = lru_cache(maxsize=1024)(self._tagged)

    def warm(self) -> None:
        """Load what the first unknown text would otherwise wait for."""
        self.content_words("法治前哨站")

    def content_words(self, text: str) -> tuple[str, ...]:
        """Nouns, verbs and the like in order, each once; single characters in a row are one word (马田)."""
        if not _HAN.search(text):
            return (text,) if any(character.isalnum() for character in text) else ()
        return self._cut(text)

    def is_word(self, text: str) -> bool:
        """Whether the dictionary has the text as a word."""
        return bool(_dictionary(self._words).tokenizer.FREQ.get(text))

    def is_current(self, text: str) -> bool:
        """Whether people write the text as a word: 训戒, which the dictionary lists, is a slip for 训诫."""
        frequency = _dictionary(self._words).tokenizer.FREQ.get(text) or 0
        return text in self._words or frequency > _RARE

    def _tagged(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words of a text, each with its part of speech."""
        known = _dictionary(self._words)
        words = known.tokenizer.cut(text, cut_all=False, HMM=False)
        return tuple((word, part_of_speech(word)) for word in words)

    def _content_words(self, text: str) -> tuple[str, ...]:
        known = _dictionary(self._words)
        found = [""]
        for word in known.tokenizer.cut(text, cut_all=False, HMM=False):
            content = word not in known.function_words and any(character.isalnum() for character in word)
            if not content or len(word) > 1:
                found.append("")
            if content:
                found[-1] += word
                found += [""] if len(word) > 1 else []
        longer = [word for word in found if len(word) > 1]
        return tuple(dict.fromkeys(longer or filter(None, found)))


@lru_cache(maxsize=2)
def _dictionary(words: frozenset[str]) -> _Dictionary:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    # Each word is weighed by those that are known already: another order would cut differently.
    for word in sorted(words):
        tokenizer.add_word(word)
    return _Dictionary(tokenizer, frozenset(_function_words(_listed().decode())))


@lru_cache(maxsize=1)
def _listed() -> bytes:
    """The dictionary's file."""
    import jieba

    return Path(jieba.__file__).with_name("dict.txt").read_bytes()


def _function_words(listed: str) -> Iterator[str]:
    """The words of jieba's dictionary (word, frequency, tag a line) whose tag says that they carry no content."""
    for line in listed.splitlines():
        word, _, tag = line.rpartition(" ")
        if tag[:1] in _FUNCTION_TAGS and tag != "eng":
            yield word.partition(" ")[0]
