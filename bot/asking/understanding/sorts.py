"""Sorts that are named by another topic: 行政处罚类复议 are 行政复议 about 行政处罚, and ask for none of these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.understanding.segmentation import CLAUSE_ENDS, Token

_SORT = "类"


def with_sorts_named(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, what is said to be a sort of another topic's cases a plain word that narrows these."""
    return tuple(_named(tokens))


def _named(tokens: Sequence[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if _is_sort(tokens, at):
            yield Token(token.text, token.start, whole=True)
        elif not (at and token.text == _SORT and _is_sort(tokens, at - 1)):
            yield token


def _is_sort(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token names a sort of what another topic in its clause is about."""
    own = tokens[at].topic or tokens[at].says.partition("/")[0]
    runs_on = at + 1 < len(tokens) and tokens[at + 1].text == _SORT
    return bool(own) and runs_on and bool(_beside(tokens, at) - {own})


def _beside(tokens: Sequence[Token], at: int) -> set[str]:
    """The topics that are named in the clause around a token, its own name apart."""
    first, last = at, at + 1
    while first and not _ends_clause(tokens[first - 1]):
        first -= 1
    while last < len(tokens) and not _ends_clause(tokens[last]):
        last += 1
    return {token.topic for n, token in enumerate(tokens[first:last], first) if n != at and token.topic}


def _ends_clause(token: Token) -> bool:
    return token.gap and bool(CLAUSE_ENDS & set(token.text))
