"""What is asked of something that was named before: 受理的案件里，通知类有多少 asks for 通知类 alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.asking.understanding.continuing.followups import names_nothing
from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.asking.understanding.dividing.parts import asks
from bot.asking.understanding.dividing.relations import WITHIN, Ask, names
from bot.model import Intent, Query
from bot.words.indicators import ANY_UNIT
from bot.words.questions import Role

_OF = "的"
_CASES = frozenset({"案子", "案件", "官司"})
"""Behind 的 these are what an outcome is asked of: 政府当被告的案子败诉了几件."""


def within(query: Query, tokens: Sequence[Token], ask: Ask) -> Query | None:
    """The query for what is counted of something else, in the light of that; None where nothing is.

    What it is counted of is no answer: who asks for 环保类 of 行政处罚 wants no number of all of these.
    """
    if query.intent is not Intent.FACT or query.missing or query.choices or len(query.regions) > 1:
        return None
    at = next((at for at in range(len(tokens) - 1, 0, -1) if _divides(tokens, at)), None)
    if at is None:
        return None
    whole = ask(tokens[:at], None)
    if not whole.topics:
        return None
    if which := _which(tokens[at + 1 :]):
        return replace(whole, indicators=(), words=(which,), units=query.units, notes=query.notes)
    part = ask(tokens[at + 1 :], whole)
    own = part.intent is Intent.FACT and not (part.missing or part.choices or names_nothing(part))
    if not own or part.asked != whole.asked:
        return None
    if not set(part.topics) <= set(whole.topics):
        return _as_one(query, tokens, at, whole, ask)
    # 外籍 of 外籍复议里谈拢的 says which of them.
    narrowing = tuple(word for word in whole.words if word not in part.words)
    words, said = (*narrowing, *part.words), (*whole.said, *part.said) if narrowing else part.said
    part = replace(part, topics=part.topics or whole.topics, words=words, said=said, notes=query.notes)
    thing, must = tokens[at - 1], any(Role.MUST in token.roles for token in tokens[at + 1 :])
    # 女 must be told by itself: 女执业律师 as one word would be found in 执业律师.
    if must or not (thing.says and part.words) or part.indicators or set(part.units) - {ANY_UNIT}:
        return part
    # 调委会里村的有几个: anything may be counted in 个, and other figures speak of villages.
    return replace(part, words=(*part.words[:-1], part.words[-1] + thing.text), units=(ANY_UNIT,))


def _as_one(query: Query, tokens: Sequence[Token], at: int, whole: Query, ask: Ask) -> Query | None:
    """What is asked of the whole by another topic's name: 行政复议里，调解的 are 行政复议调解; None where that is
    nothing, since what names a topic of its own is no part of another."""
    joined = ask([*tokens[:at], *(token for token in tokens[at + 1 :] if not token.gap)], None)
    known = joined.indicators and set(joined.topics) <= set(whole.topics) and not (joined.missing or joined.choices)
    return replace(joined, notes=query.notes) if known else None


def _divides(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token ends what is counted of, and what is counted stands behind it."""
    before, behind = tokens[:at], tokens[at + 1 :]
    of_cases = tokens[at].text in _CASES and tokens[at - 1].text == _OF
    if not (tokens[at].text in WITHIN or of_cases) or not names(before) or not (names(behind) or _which(behind)):
        return False
    return asks(behind) and not asks(before) and not _asks_first_of_all(tokens[at], behind)


def _asks_first_of_all(divider: Token, behind: Sequence[Token]) -> bool:
    """Whether cases are asked about by themselves before some of them are: 出庭的案子有多少，其中刑事的几件."""
    pause = next((at for at, token in enumerate(behind) if token.gap and CLAUSE_ENDS & set(token.text)), 0)
    return divider.text in _CASES and asks(behind[:pause]) and asks(behind[pause:])


def _which(tokens: Sequence[Token]) -> str:
    """What tells which ones are counted where it names nothing by itself: 镇街的 of 镇街的有多少; "" for others."""
    words = [token for token in tokens if not token.gap]
    of = next((at for at, token in enumerate(words) if token.text == _OF), 0)
    text = "".join(token.text for token in words[: of + 1])
    return text if of and len(text) > 2 and not names(words) and not any(token.places for token in words) else ""
