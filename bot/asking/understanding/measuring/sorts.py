"""Names of another topic that only say which are meant, and ask for nothing of it: 行政处罚类复议, 律所联合党支部."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.asking.understanding.cutting.swallowing import text_of
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_SORT, _OF = "类", "的"
_BODIES = "家"
"""The unit that bodies are counted in."""


def with_sorts_named(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens, what is said to be a sort of another topic's cases a plain word that narrows these."""
    return tuple(_named(tokens, lexicon))


def _named(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if _is_sort(tokens, at, lexicon):
            yield Token(token.text, token.start, whole=True)
        elif not (at and token.text == _SORT and _is_sort(tokens, at - 1, lexicon)):
            yield token


def _is_sort(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a token names a sort of what another topic in its clause is about, and none that this one counts."""
    token = tokens[at]
    if not (at + 1 < len(tokens) and tokens[at + 1].text == _SORT) or token.roles:
        return False
    own, beside = token.topic or token.says.partition("/")[0], _beside(tokens, at)
    counted = any(token.text in pattern.allowed for topic in beside for pattern in lexicon.patterns[topic])
    return bool(beside - {own}) and (bool(own) or (token.word and not counted))


def with_owners(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens, bodies that what is counted behind them belongs to as words that only ask: 律所联合党支部."""
    return tuple(
        replace(token, topic="", says="", word=False, roles=frozenset({Role.ASKING}))
        if _owns(tokens, at, lexicon)
        else token
        for at, token in enumerate(tokens)
    )


def _owns(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a body is named right before what another topic counts of it, at most other bodies between them."""
    body = lexicon.indicator(tokens[at].says)
    if body is None or _BODIES not in body.units:
        return False
    for behind in tokens[at + 1 :]:
        if (behind.gap and not _ends_clause(behind)) or Role.JOIN in behind.roles or behind.text == _OF:
            continue
        counted = lexicon.pattern(behind.says)
        if counted is None or _BODIES not in counted.indicator.units:
            return False
        if counted.indicator.topic != body.topic and text_of(tokens[at]) in counted.mays:
            return True
    return False


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
