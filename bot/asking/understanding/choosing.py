"""What an asker may choose from, where a badly typed word may stand for several terms."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.commands import Said
from bot.asking.understanding.cutting.segmentation import Token
from bot.model import Choice

_MOST_CHOICES = 4


def choices_of(said: Said, tokens: Sequence[Token]) -> tuple[Choice, ...]:
    """The message again, once with each term that a badly typed word may stand for."""
    unclear = next((token for token in tokens if token.rivals), None)
    if unclear is None:
        return ()
    before, after = said.text[: unclear.start], said.text[unclear.end :]
    terms = (unclear.heard, *unclear.rivals)[:_MOST_CHOICES]
    return tuple(Choice(term, f"{said.prefix}{before}{term}{after}") for term in terms)
