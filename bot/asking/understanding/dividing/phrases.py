"""What a message says beside places and years, as it was typed: the items of its list."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import ITEM_ENDS, Token, is_part
from bot.words.questions import Role

LONGEST = 60
"""Longer messages say more than the names of figures."""
_MOST_WORDS = 20
_LONGEST_WORD = 40


def phrases_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """What a message says beside places and years, an item of a list each."""
    parts = [""]
    for at, token in enumerate(tokens):
        joins = Role.JOIN in token.roles and not token.topic
        if joins or (token.gap and ITEM_ENDS & set(token.text)):
            parts.append("")
        elif is_part(token, tokens[at + 1] if at + 1 < len(tokens) else None) or not (token.places or token.years):
            parts[-1] += " " if token.gap else token.text
    found = tuple(part.strip() for part in parts if part.strip())
    return found if sum(map(len, found)) <= LONGEST else ()


def as_typed(words: Sequence[str], message: str) -> tuple[str, ...]:
    """The first words, Latin ones in the case in which they were typed: GDP."""
    plain = unicodedata.normalize("NFKC", message)
    found = []
    for word in words[:_MOST_WORDS]:
        at = plain.lower().find(word) if word.isascii() else -1
        found.append((plain[at : at + len(word)] if at >= 0 else word)[:_LONGEST_WORD])
    return tuple(found)
