"""What the words of a message do, beside those that name something."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import ENDINGS, Token
from bot.asking.understanding.dividing.relations import relates_places
from bot.words.questions import Role

_THAN = "比"
_STRIVES = "争取"
"""A target of a figure (争取应诉率达到多少), but what was got of a thing: 争取授信多少."""


def roles_of(tokens: Sequence[Token]) -> frozenset[Role]:
    """What the words of a question do: those that name something do nothing else; 有没有矛盾|纠纷 checks nothing."""
    ends = [*(token.gap or bool(token.roles) for token in tokens), True]
    things = [*map(_is_thing, tokens), False]
    roles = frozenset(
        role
        for token, ends_there, thing in zip(tokens, ends[1:], things[1:], strict=True)
        for role in token.roles
        if not (token.topic or token.says)
        and (ends_there or role is not Role.CHECK)
        and not (thing and token.text == _STRIVES)
    )
    roles |= {Role.COMPARE} if _sets_beside(tokens) else set()
    # 是东莞的几成 asks for no rate that a report states.
    return roles - {Role.RATE} if relates_places(tokens) else roles


def _sets_beside(tokens: Sequence[Token]) -> bool:
    """Whether a message opens by setting what was asked before beside another place: 跟|廉江|比."""
    opening = [token for token in tokens if not token.gap][:3]
    if len(opening) < 3:
        return False
    joins, place, than = opening
    return Role.JOIN in joins.roles and bool(place.places) and than.text == _THAN


def _is_thing(token: Token) -> bool:
    """Whether a token names a thing that somebody may get, and no figure."""
    return not (token.roles or token.gap or token.places or token.years or token.topic or token.says) and (
        token.text[-1:] not in ENDINGS
    )
