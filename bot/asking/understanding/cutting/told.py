"""What the loaded reports measure, as far as it tells that a text is written as they write it, and is no slip."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from bot.words.indicators import plain

_SHORT = 2


class Told:
    """Keeps the pairs of neighbouring characters of all measures, few however many reports there are."""

    def __init__(self, measures: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._pairs = frozenset(pair for measure in measures for pair in pairwise(plain(measure)))

    def holds(self, text: str) -> bool:
        """Whether a text is put together as some measures are: 涉疫纠纷, which is no slip for 涉诉纠纷.

        Two characters may meet by chance where they are no word.
        """
        pairs = list(pairwise(text))
        return (
            bool(pairs) and all(pair in self._pairs for pair in pairs) and (len(text) > _SHORT or self._is_word(text))
        )
