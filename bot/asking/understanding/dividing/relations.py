"""Two figures of one place and how they relate: 审结占受理的几成, A是B的几倍, A比B多多少, A和B的比例."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.asking.understanding.continuing.followups import names_nothing
from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.framing.scope import SHARES
from bot.model import Intent, Query, Relation
from bot.words.questions import Role

Ask = Callable[[Sequence[Token], Query | None], Query]
"""Understands some tokens, in the light of the query before them."""

_EQUALS = frozenset({"是", "为", "等于", "相当于"})
_THAN = frozenset({"比", "比起"})
_SHARE_OF_ALL = ("占全", "占总", "占当地")
_IN = "在"
WITHIN = frozenset({"里", "里面", "里头", "中", "当中", "之中", "其中", "内"})
"""What stands behind something of which a part is counted."""
_DEGREES = frozenset({"多", "少", "高", "低", "大", "小"})
_AROUND = _DEGREES | SHARES | frozenset({"的", "得", "了", "出", "出来"})
_HOW_MUCH, _TIMES = ("多少", "几"), "倍"
_ASKS = frozenset({Role.MULTIPLE, Role.RATE, Role.COMPARE, Role.CHANGE})
_OF_SHARES = frozenset({"成", "%", "个百分点", "百分点", "分"})
_RATIOS = frozenset({"之比", "比值", "比例", "比率", "百分比", "比重"})


class Related(NamedTuple):
    """The words of two figures in the order in which they are to be related: the part first, then its whole."""

    relation: Relation
    one: Sequence[Token]
    other: Sequence[Token]


def related_to(query: Query, tokens: Sequence[Token], ask: Ask) -> Query:
    """The query with the two figures of one place that it wants related as its parts; unchanged where it wants none."""
    of_one = query.intent is Intent.FACT or (query.intent is Intent.COMPARE and len(query.regions) == 1)
    found = _related(tokens) if of_one and not (query.missing or query.choices or query.total) else None
    if found is None or (found.relation is Relation.SHARE and not _OF_SHARES.issuperset(query.units)):
        # 刑事案件占几宗 asks how many there are.
        return query
    one = ask(found.one, None)
    other = ask(found.other, one)
    if other.topics and not one.topics:
        # 通知类占受理法援案件的几成: the topic is named with the second only.
        one = ask(found.one, other)
    parts = tuple(_of_place(part, query) for part in (one, other))
    if not all(map(_is_figure, parts)) or parts[0].asked != parts[1].asked:
        return query
    return replace(query, parts=parts, each=False, relation=found.relation)


def relates_places(tokens: Sequence[Token]) -> bool:
    """Whether a message wants one place's figure as a share of another's, which reports cannot state: 是东莞的几成."""
    end = _asking_end(tokens)
    forms = () if end is None else _forms(tokens, end)
    return any(
        found.relation is Relation.SHARE
        and names(found.one)
        and not names(found.other)
        and any(token.places for token in found.one)
        and any(token.places for token in found.other)
        for found in forms
    )


def _of_place(part: Query, query: Query) -> Query:
    """A part with the place and the year of the whole where it names none."""
    return replace(part, asked=part.asked or query.asked, years=part.years or query.years)


def _is_figure(part: Query) -> bool:
    """Whether a part asks for a figure and nothing else."""
    asks = part.intent is Intent.FACT and not (part.missing or part.choices or part.kinds)
    return asks and len(part.regions) == 1 and not names_nothing(part)


def _related(tokens: Sequence[Token]) -> Related | None:
    """The words that name both figures, where a message has the form of such a question."""
    end = _asking_end(tokens)
    if end is None:
        return None
    for found in _forms(tokens, end):
        one, other = _bare(found.one), _bare(found.other)
        if names(one) and names(other):
            return Related(found.relation, one, other)
    return None


def _asking_end(tokens: Sequence[Token]) -> int | None:
    """Where the words that ask begin, with nothing but such words behind them; None where none do."""
    found = None
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        if not (token.gap or _only_asks(token)):
            break
        if token.roles & _ASKS or token.text.startswith(_HOW_MUCH):
            found = at
    return found


def _forms(tokens: Sequence[Token], end: int) -> Iterator[Related]:
    """The readings of a message whose asking words begin at `end`."""
    asked = tokens[end]
    times = Role.MULTIPLE in asked.roles or _TIMES in asked.text
    for at in range(1, end):
        link = tokens[at]
        joins = Role.JOIN in link.roles and not link.topic
        relation = None
        if (
            link.text in SHARES
            or link.text.startswith(_SHARE_OF_ALL)
            or (link.text in _EQUALS and Role.RATE in asked.roles and asked.text not in _RATIOS)
        ):
            relation = Relation.SHARE
        elif times and link.text in _EQUALS | _THAN:
            relation = Relation.MULTIPLE
        elif link.text in _THAN and (tokens[end - 1].text in _DEGREES or asked.text[0] in _DEGREES):
            relation = Relation.DIFFERENCE
        elif joins and asked.text in _RATIOS:
            relation = Relation.PROPORTION
        elif joins and Role.COMPARE in asked.roles:
            relation = Relation.DIFFERENCE
        if relation:
            yield Related(relation, tokens[:at], tokens[at + 1 : end])
    yield from _within(tokens, end)


def _within(tokens: Sequence[Token], end: int) -> Iterator[Related]:
    """受理的案件里通知类占几成, 通知类在受理的案件中占几成: the whole stands before its part or in the middle."""
    if not (tokens[end].text.startswith("占") or tokens[end - 1].text in SHARES):
        return
    for at in range(1, end):
        if tokens[at].text in WITHIN:
            begin = next((n for n in range(1, at) if tokens[n].text == _IN), None)
            if begin is None:
                yield Related(Relation.SHARE, tokens[at + 1 : end], tokens[:at])
            else:
                yield Related(Relation.SHARE, tokens[:begin], tokens[begin + 1 : at])


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words of a figure without those around them that only join: 比行政许可|多."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].gap or tokens[first].text in _AROUND):
        first += 1
    while last > first and (tokens[last - 1].gap or tokens[last - 1].text in _AROUND):
        last -= 1
    return tokens[first:last]


def names(tokens: Sequence[Token]) -> bool:
    """Whether words name anything beside places, years and what every figure has."""
    return any(token.topic or token.says or token.unknown or (token.word and not token.roles) for token in tokens)


def _only_asks(token: Token) -> bool:
    """Whether a token says nothing of what is asked for."""
    return bool(token.roles) and not (token.topic or token.says or token.places or token.years)
