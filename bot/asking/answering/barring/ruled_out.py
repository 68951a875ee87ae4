"""Figures that a question rules out by its own words, however near they are: nothing is better than these."""

from __future__ import annotations

from bot.asking.answering.barring.contrary import says_contrary
from bot.asking.answering.barring.members import of_several
from bot.asking.answering.barring.outcomes import counts_without
from bot.model import Fact, Query
from bot.words.lexicon import Lexicon


def is_ruled_out(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is of several things of which one was asked for, says the contrary, or tells no outcome."""
    told = (of_several, says_contrary, counts_without)
    return any(rules_out(fact, query, lexicon) for rules_out in told)
