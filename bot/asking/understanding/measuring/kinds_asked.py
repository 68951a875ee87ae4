"""Which kinds of figures a message asks for: how much something grew, how long it took, what share, how much money."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.measuring.measures_asked import Measures
from bot.model import Kind
from bot.words.lexicon import Lexicon
from bot.words.questions import Role


def kinds_of(
    roles: frozenset[Role], indicators: Sequence[str], what: Measures, of_one: bool, lexicon: Lexicon
) -> tuple[Kind, ...]:
    """The kinds meant beside those that the indicators have anyway; empty where none is said.

    `of_one`: one place and year are asked about, whose growth is meant, never the difference of two.
    """
    known = {found.kind for identity in indicators if (found := lexicon.indicator(identity))}
    if Role.MULTIPLE in roles and (of_one or Role.PRIOR in roles):
        return (Kind.MULTIPLE,)
    if Role.CHANGE in roles and of_one:
        # 快几天 asks for time, which no multiple says.
        return (Kind.CHANGE, Kind.DURATION if Role.DURATION in roles else Kind.MULTIPLE)
    for role, kind in ((Role.DURATION, Kind.DURATION), (Role.RATE, Kind.RATE), (Role.MONEY, Kind.MONEY)):
        if role in roles and kind not in known:
            return (kind,)
    return _of_all(roles, what)


def rate_of(identity: str, lexicon: Lexicon) -> str:
    """The rate of what is counted, where reports give one: 调解和解的占多少 asks for 调解和解率."""
    rate = f"{identity}率"
    return rate if lexicon.indicator(rate) else identity


def _of_all(roles: frozenset[Role], what: Measures) -> tuple[Kind, ...]:
    """企业总数, 哪里最多: how many there are of what the lexicon does not know, or how much; never a share of it."""
    unknown = bool(what.words) and not what.indicators
    if unknown and Role.MOST in roles:
        return (Kind.COUNT, Kind.MONEY)
    return (Kind.COUNT,) if unknown and Role.NUMBER in roles and not what.topics else ()
