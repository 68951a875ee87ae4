"""Years of two digits without their word, right behind a place: 光明20 复议, 光明20和24."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import Token
from bot.words.questions import Role

_FIRST = 2010
_CENTURY = 2000
_MORE = frozenset("多余来几万亿元岁")
_BETWEEN = frozenset({" ", "、", ",", "，", "-", "~", "/"})


def with_short_years(
    tokens: Sequence[Token], newest: int | None, units: Collection[str]
) -> tuple[list[Token], tuple[str, ...]]:
    """The tokens with such digits as years up to the one after the newest report's, and notes of what was taken so.

    Digits before a unit count something: 光明24宗.
    """
    found: list[Token] = []
    notes: dict[str, None] = {}
    for at, token in enumerate(tokens):
        year = _CENTURY + int(token.text) if _is_two_digits(token) else 0
        named = _FIRST <= year <= (newest or 0) + 1 and _behind_place(found) and not _counts(tokens[at + 1 :], units)
        found.append(replace(token, years=(year,)) if named else token)
        notes.update({f"按{year}年理解“{token.text}”": None} if named else {})
    return found, tuple(notes)


def _is_two_digits(token: Token) -> bool:
    return token.unknown and len(token.text) == len("24") and token.text.isascii() and token.text.isdecimal()


def _behind_place(before: Sequence[Token]) -> bool:
    """Whether a place stands right before, with nothing but years between."""
    for token in reversed(before):
        if token.places:
            return True
        if not (token.years or Role.JOIN in token.roles or token.text in _BETWEEN):
            return False
    return False


def _counts(behind: Sequence[Token], units: Collection[str]) -> bool:
    """Whether what follows digits says that they count something."""
    following = next((token for token in behind if token.text != " "), None)
    return following is not None and (following.text in units or following.text[0] in _MORE)
