"""What the words of a message do, beside those that name something."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.relations import relates_places
from bot.asking.understanding.segmentation import Token
from bot.words.questions import Role


def roles_of(tokens: Sequence[Token]) -> frozenset[Role]:
    """What the words of a question do: those that name something do nothing else; 有没有矛盾|纠纷 checks nothing."""
    ends = [*(token.gap or bool(token.roles) for token in tokens), True]
    roles = frozenset(
        role
        for token, ends_there in zip(tokens, ends[1:], strict=True)
        for role in token.roles
        if not (token.topic or token.says) and (ends_there or role is not Role.CHECK)
    )
    # 是东莞的几成 asks for no rate that a report states.
    return roles - {Role.RATE} if relates_places(tokens) else roles
