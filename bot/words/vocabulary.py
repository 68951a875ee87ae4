"""The words in force, for whatever lives longer than they do."""

from __future__ import annotations

from dataclasses import dataclass

from bot.words.lexicon import Lexicon
from bot.words.places import Places


@dataclass(slots=True)
class Vocabulary:
    """The lexicon and the places as they are now. Whoever holds this asks it anew each time, since a reload may have
    put others in."""

    lexicon: Lexicon
    places: Places
