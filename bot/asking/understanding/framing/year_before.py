"""The year before one that a message, or the one before it, names: 通州2021年报告里上一年的, 2021年比2020年涨了多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.framing.places_asked import Gazetteer
from bot.model import Query
from bot.words.questions import Role

_THAN = frozenset("比较")
_BEFORE_THAT = re.compile("(?:上|前|头)一?年")
"""What counts back from the year just asked about; 去年 counts from today."""


def year_before(tokens: Sequence[Token], gazetteer: Gazetteer, previous: Query | None = None) -> tuple[Token, ...]:
    """The tokens, with the year before the named one taken for what it is; a message that names none and says 上一年
    means the one before the year of the `previous` question.

    Where the place has a report of that year, 上一年 names it; where it has none, what the named year's report tells of
    the year before is meant. A row (2020年和去年) names years of their own.
    """
    named = [token.years for token in tokens if token.years]
    places = {region for token in tokens for region in token.places if gazetteer.reports(region)}
    own = max((year for years in named for year in years), default=0)
    if previous and not own and any(_BEFORE_THAT.match(token.text) for token in tokens if Role.LAST in token.roles):
        places = places or set(previous.regions)
        told = (*previous.years, *(asked.year for asked in previous.asked if asked.year))
        own = max(told, default=gazetteer.newest(sorted(places, key=lambda place: place.adcode)) or 0)
    said = [at for at in range(len(tokens)) if _is_before(at, own, tokens)]
    lone = all(len(years) == 1 for years in named) and len(named) <= 2
    if not (lone and len(said) == 1 and any(gazetteer.has(place, own) for place in places)):
        return tuple(tokens)
    [at] = said
    before, token, behind = tokens[:at], tokens[at], tokens[at + 1 :]
    if any(gazetteer.has(place, own - 1) for place in places):
        return (*before, replace(token, years=(own - 1,), roles=token.roles - {Role.LAST}), *behind)
    if _is_compared(at, tokens):  # asks for the change that the report states
        than = before[-1]
        return (*before[:-1], Token(than.text + token.text, than.start, roles=frozenset({Role.CHANGE})), *behind)
    return (*before, replace(token, roles=token.roles - {Role.LAST} | {Role.PRIOR}), *behind)


def _is_before(at: int, own: int, tokens: Sequence[Token]) -> bool:
    """Whether a token says 上一年, alone and not in a row with years, or names that year behind 比 or 较."""
    if tokens[at].years == (own - 1,):
        return _is_compared(at, tokens)
    beside = tokens[max(0, at - 1) : at + 2]
    joined = any(Role.JOIN in token.roles and token.text not in _THAN for token in beside)
    return Role.LAST in tokens[at].roles and not joined


def _is_compared(at: int, tokens: Sequence[Token]) -> bool:
    return at > 0 and tokens[at - 1].text in _THAN
