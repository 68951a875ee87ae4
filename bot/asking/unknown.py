"""Free text that no vocabulary covers: its content words, function words left out.

jieba knows the lexicon's words whole. It takes about a second to load, so it is loaded when the first such text comes
or when the service warms up, never at import.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

_FUNCTION_TAGS = frozenset(
    {"r", "rz", "rr", "rg", "u", "ul", "uj", "uz", "ud", "uv", "ug", "y", "e", "o", "c", "p", "k", "h", "zg"}
)
_HAN = re.compile("[\u3400-\u9fff]")


class _Word(Protocol):
    word: str
    flag: str


class Cutter:
    """Cuts unknown text into content words."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) > 1)
        self._cut = lru_cache(maxsize=1024)(self._content_words)

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
        return bool(_tagger(self._words).tokenizer.FREQ.get(text))

    def _content_words(self, text: str) -> tuple[str, ...]:
        found = [""]
        for piece in _tagger(self._words).cut(text, HMM=False):
            single = len(piece.word) == 1
            if not _has_content(piece) or not single:
                found.append("")
            if _has_content(piece):
                found[-1] += piece.word
                found += [] if single else [""]
        longer = [word for word in found if len(word) > 1]
        return tuple(dict.fromkeys(longer or filter(None, found)))


def _has_content(piece: _Word) -> bool:
    return piece.flag not in _FUNCTION_TAGS and any(character.isalnum() for character in piece.word)


class _Tokenizer(Protocol):
    FREQ: dict[str, int]


class _Tagger(Protocol):
    tokenizer: _Tokenizer

    def cut(self, sentence: str, HMM: bool) -> Iterable[_Word]:
        """The words of a sentence with their part of speech."""
        ...


@lru_cache(maxsize=2)
def _tagger(words: frozenset[str]) -> _Tagger:
    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    for word in words:
        tokenizer.add_word(word)
    tagger: _Tagger = jieba.posseg.POSTokenizer(tokenizer)
    return tagger
