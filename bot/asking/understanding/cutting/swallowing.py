"""Whether an indicator that is said by name is only part of what another one is called."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.words.indicators import Pattern, covered


def text_of(token: Token) -> str:
    """What a token was typed or taken for."""
    return token.heard or token.text


def meaning_of(token: Token) -> str:
    """What reports say for a token: 收到 for 收进来."""
    return token.means or text_of(token)


def meanings_of(token: Token) -> tuple[str, ...]:
    """What reports say for a token, and what else it may stand for: 看了, 审查, 观看."""
    return (meaning_of(token), *token.may_mean)


def is_swallowed(token: Token, own: Pattern, found: Sequence[Pattern]) -> bool:
    """Whether a said indicator is only part of another: 律所 in 考核 律所, 社区矫正对象 in 接收 社区矫正对象."""
    text = text_of(token)
    return any(
        pattern is not own
        and pattern.indicator.topic == own.indicator.topic
        and covered(text, pattern.allowed, pattern.longest)
        for pattern in found
    )


def is_within(own: Pattern, says: Sequence[Token], found: Sequence[Pattern]) -> bool:
    """Whether the words that say an indicator only belong to another's: 以市政府为被告 的 行政诉讼案件."""
    for token in says:
        others = [p for p in found if not all(any(word in text_of(token) for word in group) for group in p.groups)]
        if token.says == own.indicator.id and is_swallowed(token, own, others):
            return True
    return False
