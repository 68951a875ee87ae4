"""Known terms of which some characters are typed and the others written in pinyin: 同bizeng长, 社qu矫正."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.words.sounds import letters, readings

_SHORTEST = 2
_HAN = re.compile("[\u3400-\u9fff]")


class MixedTerms:
    """Finds terms of which some characters are typed and the others written in pinyin."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._holding: dict[str, dict[str, None]] = {}
        for term in dict.fromkeys(terms):
            for character in term if len(term) >= _SHORTEST else ():
                self._holding.setdefault(character, {})[term] = None

    def find(self, text: str) -> tuple[str, ...]:
        """The terms that a text of Han characters and Latin letters writes: 同bizeng长 is 同比增长."""
        typed = _HAN.findall(text)
        holding = [self._holding.get(character, {}) for character in typed]
        fewest = min(holding, key=len, default={})
        return tuple(term for term in fewest if len(term) > len(typed) and spells(text, term))


def spells(text: str, term: str) -> bool:
    """Whether a text is a term, each character typed or written in pinyin as it may be read."""
    reached = {0}
    for character in term:
        ways = (character, *map(letters, readings(character))) if _HAN.match(character) else (character,)
        reached = {at + len(way) for at in reached for way in ways if text.startswith(way, at)}
    return len(text) in reached
