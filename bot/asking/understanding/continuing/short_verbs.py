"""Verbs that people say by one of their characters where something was done: 派了 for 指派, 戴了 for 佩戴."""

from __future__ import annotations

from bot.asking.understanding.cutting.unknown import is_listed, part_of_speech
from bot.words.match import NEGATIONS

_DONE = "了过"
_CONTRARY = NEGATIONS | {"被"}
_LENGTH = 2
_NAMES_OR_TIMES = ("n", "t")


def says_in_short(word: str, text: str) -> bool:
    """Whether a word is a verb of one character that was done, and the text holds a longer one that it stands for.

    The verb ends the longer one (指派), or opens it before another verb (评议): 立 is no short form of 立案, and 告 of
    被告 is its contrary.
    """
    if len(word) != _LENGTH or word[-1] not in _DONE:
        return False
    at = text.find(word[0])
    while at >= 0:
        before, behind = text[max(0, at - 1) : at + 1], text[at : at + _LENGTH]
        if len(before) == _LENGTH and before[0] not in _CONTRARY and is_listed(before):
            return True
        if len(behind) == _LENGTH and is_listed(behind) and not part_of_speech(behind[1]).startswith(_NAMES_OR_TIMES):
            return True
        at = text.find(word[0], at + 1)
    return False
