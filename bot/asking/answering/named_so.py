"""Which of the figures of one indicator a question names: by what they count, and by whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Fact, Query
from bot.words.indicators import plain

_NAME = 3
"""How many characters tell what is counted apart from what has the same unit: 工作室, 工作站."""


def named_so(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts that a question calls by their name and of whom it names, as far as some are."""
    return _of_named(_called_so(facts, query), query)


def _of_named(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts of whom a question names, where some are: 区政府受理1件 beside 全区受理59件."""
    said = plain("".join(query.said))
    return [fact for fact in facts if fact.claim.subject and plain(fact.claim.subject) in said] or facts


def _called_so(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts that count what a question calls by its name, where some of an indicator do: 工作室 beside 工作站."""
    said = plain("".join(query.said))
    return [fact for fact in facts if plain(fact.claim.measure)[-_NAME:] in said] or facts
