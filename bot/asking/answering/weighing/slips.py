"""Misspelt stretches of a measure: what somebody typed in a hurry for what a figure says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.words.shapes import Shapes
from bot.words.sounds import readings

_SHORTEST, LONGEST = 2, 6


class Slips:
    """What the stretches of one phrase may be misspelt for; each is compared with a line but once.

    `is_word` tells which stretches are words of the reports or the lexicon, and no slips.
    """

    def __init__(self, phrase: str, is_word: Callable[[str], bool], shapes: Shapes) -> None:
        self._phrase, self._is_word, self._shapes = phrase, is_word, shapes
        self._words: dict[str, bool] = {}
        self._heard: dict[tuple[str, str], str] = {}

    def heard_as(self, typed: str, lines: Iterable[str]) -> str:
        """What of the first line that has it a stretch of the phrase is misspelt for; "" for nothing."""
        if not _SHORTEST <= len(typed) <= LONGEST:
            return ""
        if typed not in self._words:
            self._words[typed] = self._is_word(typed)
        if self._words[typed]:
            return ""
        return next(filter(None, (self._heard_in(typed, line) for line in lines)), "")

    def _heard_in(self, typed: str, line: str) -> str:
        if (typed, line) not in self._heard:
            self._heard[typed, line] = _heard_as(typed, line, self._phrase, self._shapes)
        return self._heard[typed, line]


def _heard_as(typed: str, line: str, phrase: str, shapes: Shapes) -> str:
    for length in (len(typed), len(typed) - 1):
        for at in range(len(line) - length + 1):
            meant = line[at : at + length]
            if _is_like(typed, meant, shapes) and _is_missing(typed, line, at, phrase):
                return meant
    return ""


def _is_like(typed: str, meant: str, shapes: Shapes) -> bool:
    """Whether half of a text is as it should be and the rest sounds so, or one looks so; swapped or doubled."""
    if len(typed) > len(meant):
        doubled = (at for at in range(1, len(typed)) if typed[at] == typed[at - 1])
        return len(meant) >= _SHORTEST and any(typed[:at] + typed[at + 1 :] == meant for at in doubled)
    wrong = [(one, other) for one, other in zip(typed, meant, strict=True) if one != other]
    if len(wrong) == _SHORTEST and wrong[0] == wrong[1][::-1]:
        return True
    if not wrong or 2 * len(wrong) > len(typed):
        return False
    heard = all(readings(one) & readings(other) for one, other in wrong)
    return heard or (len(wrong) == 1 and len(typed) > _SHORTEST and shapes.alike(*wrong[0]))


def _is_missing(typed: str, line: str, at: int, phrase: str) -> bool:
    """Whether what a stretch is taken for is said nowhere else: with 投诉 said, 师重 is not 师投 of 律师投诉."""
    if sorted(typed) == sorted(line[at : at + len(typed)]):
        return True
    wrong = (at + n for n, one in enumerate(typed) if at + n < len(line) and line[at + n] != one)
    pairs = (line[max(0, n + step) : n + step + _SHORTEST] for n in wrong for step in (-1, 0))
    return not any(len(pair) == _SHORTEST and pair in phrase for pair in pairs)
