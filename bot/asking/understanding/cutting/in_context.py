"""A character that stands where all that the reports measure have another which sounds or looks like it.

实质姓化解率 is 实质性化解率: no word of two characters holds the wrong one, and what stands around it is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from bot.asking.understanding.cutting.spelling import note
from bot.words.indicators import plain
from bot.words.match import NEGATIONS
from bot.words.sounds import readings

_HAN = re.compile("[\u3400-\u9fff]+")
_PARTICLES = frozenset("的地得了过着吗呢吧多少几")
_GAP = " "
_MOST = 3
"""How many characters of one message are put right; one that has more is not what the reports say."""
_CONTEXTS = ((2, 1), (1, 2))
"""How many characters must stand as they are told before and behind."""


class InContext:
    """Knows what stands between the characters of all measures; `is_word` tells words that people write."""

    def __init__(
        self, measures: Iterable[str], is_word: Callable[[str], bool], looks_like: Callable[[str, str], bool]
    ) -> None:
        self._is_word, self._looks_like = is_word, looks_like
        # One string for a context and one for what stands there: five hundred reports have many.
        self._between: dict[str, str] = {}
        for measure in measures:
            text = plain(measure)
            for at in range(1, len(text)):
                for before, behind in _CONTEXTS:
                    if at >= before and len(text) >= at + 1 + behind:
                        context = f"{text[at - before : at]}{_GAP}{text[at + 1 : at + 1 + behind]}"
                        there = self._between.get(context, "")
                        if text[at] not in there:
                            self._between[context] = there + text[at]

    def mend(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text with such characters put right, and notes of what was taken for what; whole texts of a measure, and
        words that people write, stay."""
        slips = [(run, *slip) for run in _HAN.finditer(text) for slip in self._slips(run.group())]
        if len(slips) > _MOST:
            return text, ()
        notes = []
        for run, at, meant in slips:
            typed, place = run.group(), run.start() + at
            around = slice(max(0, at - 2), at + 3)
            notes.append(note((typed[:at] + meant + typed[at + 1 :])[around], typed[around]))
            text = text[:place] + meant + text[place + 1 :]
        return text, tuple(notes)

    def _slips(self, run: str) -> list[tuple[int, str]]:
        """Where a run of characters has a slip, and what is meant there."""
        found: list[tuple[int, str]] = []
        for at in range(1, len(run)):
            told = [
                self._between.get(f"{run[at - before : at]}{_GAP}{run[at + 1 : at + 1 + behind]}", "")
                for before, behind in _CONTEXTS
                if at >= before and len(run) >= at + 1 + behind
            ]
            if run[at] in _PARTICLES or not any(told) or any(run[at] in characters for characters in told):
                continue
            if any(self._is_word("".join(pair)) for pair in pairwise(run[at - 1 : at + 2])):
                continue
            meant = {one for characters in told for one in characters if self._is_slip(run[at], one)}
            if len(meant) == 1:
                found.append((at, meant.pop()))
        return found

    def _is_slip(self, typed: str, meant: str) -> bool:
        if typed in NEGATIONS or meant in NEGATIONS or not _HAN.match(meant):
            return False
        return bool(readings(typed) & readings(meant)) or self._looks_like(typed, meant)
