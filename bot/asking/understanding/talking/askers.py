"""Who asks: 我是佛山的，想问东莞和巴南 asks nothing of 佛山, 财政局想问一句 nothing of a 财政局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token

_ASKERS = frozenset({"我", "我们", "本人", "咱", "咱们", "俺", "小弟", "我这", "我这边"})
_FROM = frozenset({"是", "在", "来自", "从", "属于"})
_US = ("我", "咱", "俺")
_BODY = "局|办|科|委|厅|处|院|部|所|站|中心|单位|公司|企业|学校|领导|同事|同志|群众|老师|代表|委员|书记|主任"
_WANTS_TO_KNOW = re.compile(
    f"(?:[\u3400-\u9fff]{{0,12}}(?:{_BODY})(?:的(?:同事|同志|领导|人))?|我们?|咱们?|俺们?)(?:这边|那边|这里|这儿)?"
    "(?:(?:[让叫托]我|要我|想要?|[需想]要)(?:了解|[来再]?问|知道|打听|请教|查|咨询|核实)问?|(?:问|打听|请教)(?=[一下]))"
    "(?:一?[下句声])?"
)
"""A clause that opens with who wants to know: 我们工信局想了解, 市监局的同事问一下."""


_OF = "的"
_ADDRESSED = frozenset({"老师", "同志"})
"""Whom a message speaks to, set apart or before who speaks; run into what is counted, they are those it is about."""


def _with_people_named(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with people that run into what is counted taken for those whom it is about: 老师培训几期."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        beside = (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])
        if token.text in _ADDRESSED and any(_is_measure(other) or other.text == _OF for other in beside):
            found[at] = replace(token, roles=frozenset(), whole=True)
    return tuple(found)


def _is_measure(token: Token) -> bool:
    """Whether a token is part of what is counted."""
    return bool(token.topic or token.says or (token.word and not token.roles))


def without_asker(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without what only says where the asker is from, where more follows, or who wants to know."""
    clauses = list(_clauses(tokens))
    kept = [clause for clause in clauses[:-1] if not _introduces(clause)] + clauses[-1:]
    return _with_people_named(_without_who_wants([token for clause in kept for token in clause]))


def _without_who_wants(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens without those that say who wants to know; a place among them is asked about where no other is."""
    for clause in _clauses(tokens):
        found = _WANTS_TO_KNOW.match("".join(token.text for token in clause))
        end = clause[0].start + found.end() if found and clause else 0
        who = [token for token in clause if token.end <= end]
        behind = [token for token in tokens if token.start >= end]
        if not (who and who[-1].end == end and any(map(_asks_for, behind))):
            continue
        ours = who[0].text.startswith(_US)
        if any(token.topic or token.says for token in who) and not ours:
            continue
        placed = any(token.places for token in behind)
        return tuple(token for token in tokens if token not in who or (token.places and not placed))
    return tuple(tokens)


def _asks_for(token: Token) -> bool:
    """Whether a token names what somebody may want to know."""
    return bool(token.topic or token.says or token.unknown or (token.word and not token.roles))


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        if token.gap and CLAUSE_ENDS & set(token.text):
            yield clause
            clause = []
    yield clause


def _introduces(clause: Sequence[Token]) -> bool:
    """Whether a clause says where the asker is from, and names no figure."""
    words = [token for token in clause if not token.gap]
    if len(words) < 3 or any(token.topic or token.says for token in words):
        return False
    starts = (at for at, token in enumerate(words[:-2]) if token.text in _ASKERS)
    return any(words[at + 1].text in _FROM and words[at + 2].places for at in starts)
