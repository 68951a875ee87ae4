"""Who asks: 我是佛山的，想问东莞和巴南 asks nothing of 佛山."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.understanding.segmentation import CLAUSE_ENDS, Token

_ASKERS = frozenset({"我", "我们", "本人", "咱", "咱们", "俺", "小弟", "我这", "我这边"})
_FROM = frozenset({"是", "在", "来自", "从", "属于"})


def without_asker(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without a clause that only says where the asker is from, where more follows."""
    clauses = list(_clauses(tokens))
    kept = [clause for clause in clauses[:-1] if not _introduces(clause)] + clauses[-1:]
    return tuple(token for clause in kept for token in clause)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        if token.gap and CLAUSE_ENDS & set(token.text):
            yield clause
            clause = []
    yield clause


def _introduces(clause: Sequence[Token]) -> bool:
    """Whether a clause says 我是 and a place, and names nothing to be asked for."""
    words = [token for token in clause if not token.gap]
    if len(words) < 3 or any(token.topic or token.says for token in words):
        return False
    starts = (at for at, token in enumerate(words[:-2]) if token.text in _ASKERS)
    return any(words[at + 1].text in _FROM and words[at + 2].places for at in starts)
