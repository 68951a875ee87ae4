"""How people write as they speak at home: 有幾多, 邊個, 東莞嘅公證, and particles behind a clause (多少件咧)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PARTICLES = re.compile(
    "(?<=[\u3400-\u9fff\\d%])(?P<first>[咧哇咯嘞唉哎欸诶伐噻撒哟呗捏呐哩喽啵咩嘎哒叻唦喏嗦哉])[咧哇咯嘞唉哎欸诶噻撒哟呗捏呐哩喽啵咩嘎哒叻唦喏嗦哉]*"
    "(?=$|[\\s,;:。？！?!~…])"
)
"""What ends a clause and says no more than 呢 does; 采伐 and 拿捏 are words."""
_PLAIN = "呢"
_AMBIGUOUS = 2
_NAMES = range(2, 5)
"""How long names are."""


class Dialect:
    """Puts words that everybody writes in the place of those of a dialect (`spoken` of questions.toml)."""

    def __init__(
        self, spoken: Mapping[str, str], is_word: Callable[[str], bool], is_name: Callable[[str], bool]
    ) -> None:
        self._spoken = spoken
        self._is_word = is_word
        self._is_name = is_name
        self._words = re.compile("|".join(sorted(map(re.escape, spoken), key=len, reverse=True)) or "(?!)")

    def standard(self, text: str) -> str:
        """A folded text in words that everybody writes."""
        return _PARTICLES.sub(self._particle, self._words.sub(self._word, text))

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        # Two characters may be ends of other words, 那边|个人; no others are written but in dialect.
        cuts = len(word) == _AMBIGUOUS and (self._joined(found, found.start()) or self._joined(found, found.end()))
        return word if cuts else self._spoken[word]

    def _particle(self, found: re.Match[str]) -> str:
        return found.group() if self._joined(found, found.start()) else _PLAIN

    def _joined(self, found: re.Match[str], at: int) -> bool:
        """Whether a word stands across a place of the text that was searched; none does behind a name (廉江|边个)."""
        text = found.string
        if not (0 < at < len(text) and self._is_word(text[at - 1 : at + 1])):
            return False
        return not any(self._is_name(text[max(0, at - length) : at]) for length in _NAMES)
