"""One thing that is asked for of several, each by itself: 现行有效的文件，政府的和部门的各有多少."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.asking.understanding.dividing.said_once import HOW_MANY
from bot.model import Intent, Query
from bot.words.questions import Role

_PAUSE = Token(",", 0, gap=True)
_LONGEST = 3
"""How many words may name one of those of whom it is asked."""


def each_of(
    tokens: Sequence[Token],
    pieces: Sequence[list[Token]],
    ask: Callable[[Sequence[Token], Query | None], Query],
) -> tuple[Query, ...]:
    """The questions that a message asks of each of several; none where it does not name a thing first and then at least
    two of which each is counted."""
    last = pieces[-1] if len(pieces) > 2 else []
    of = next((at for at, token in enumerate(last) if Role.APIECE in token.roles), 0)
    if not of or not any(HOW_MANY.search(token.text) for token in last[of:]):
        return ()
    first = len(pieces) - 1
    while first > 1 and _are_listed(pieces[first - 1], pieces[first], tokens):
        first -= 1
    items = [*pieces[first:-1], last[:of]]
    head = [token for piece in pieces[:first] for token in piece]
    if len(items) < 2 or first != 1 or not _names(head) or any(map(_asks, head)) or not all(map(_is_item, items)):
        return ()
    found = tuple(ask([*head, _PAUSE, *item, *last[of:]], None) for item in items)
    plain = all(one.intent is Intent.FACT and len(one.asked) < 2 and not (one.missing or one.choices) for one in found)
    return found if plain else ()


def _are_listed(piece: Sequence[Token], behind: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether no clause ends between two pieces of a message."""
    between = (token for token in tokens if piece[-1].end <= token.start < behind[0].start)
    return not any(token.gap and CLAUSE_ENDS & set(token.text) for token in between)


def _names(tokens: Sequence[Token]) -> bool:
    return any(token.topic or token.says for token in tokens)


def _asks(token: Token) -> bool:
    return HOW_MANY.search(token.text) is not None


def _is_item(item: Sequence[Token]) -> bool:
    """Whether a piece only says whose, and names no thing of its own."""
    return 0 < len(item) <= _LONGEST and not _names(item) and not any(_asks(token) or token.gap for token in item)
