"""What the loaded reports measure, as far as it tells that a text is written as they write it, and is no slip."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from bot.words.indicators import plain

_SHORTEST = 3
"""How long a text must be: two characters meet by chance."""


class Told:
    """Keeps the pairs of neighbouring characters of all measures, few however many reports there are."""

    def __init__(self, measures: Iterable[str]) -> None:
        self._pairs = frozenset(pair for measure in measures for pair in pairwise(plain(measure)))

    def holds(self, text: str) -> bool:
        """Whether a text is put together as some measures are: 涉疫纠纷, which is no slip for 涉诉纠纷."""
        return len(text) >= _SHORTEST and all(pair in self._pairs for pair in pairwise(text))
