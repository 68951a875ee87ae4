"""A question that says how its answer is counted and not of what: 东莞司法局有多少人."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.asking.understanding.continuing.followups import names_nothing
from bot.asking.understanding.cutting.segmentation import Token
from bot.model import Intent, Query
from bot.words.questions import Role

_COUNTED = frozenset({Role.PEOPLE, Role.MONEY})


def of_nothing(query: Query, tokens: Sequence[Token]) -> Query:
    """The query for people or money that nobody named with what it asks as its word: all that there is is no answer."""
    if not query.asked or query.intent is not Intent.FACT or not names_nothing(query) or query.missing:
        return query
    counted = [token.text for token in tokens if token.roles & _COUNTED and not (token.places or token.years)]
    return replace(query, words=tuple(text.removeprefix("有") for text in counted[:1]), kinds=())
