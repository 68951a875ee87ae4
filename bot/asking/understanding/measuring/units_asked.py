"""The units that a message asks in: 多少人次, 几家; people are counted in several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token, unit_asked
from bot.asking.understanding.cutting.swallowing import text_of
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

_PEOPLE = ("人", "名", "位")
_HOW_MANY = re.compile("有?(?:多少|几多|好多)")
_NAMES_OF_PEOPLE = ("人", "员", "工", "师", "群众", "学生", "老板", "军人", "妇女", "干部", "对象")
_NOT_IN: dict[str, tuple[str, ...]] = {"个": ("点", "百分点")}
"""What is no such unit of a figure: 多了几个|点 asks for a share."""
_SUITS, _OF_SUITS = "官司", "场"
"""What is counted so by who asks alone: 打官司输了几场."""
_OF_CASES, _CASES = "件", ("案子", "官司")
"""What cases are counted in, and what people call those of a topic: 鉴定接了多少案子."""
_ANYTHING = frozenset("次件个宗")
"""Units whose number may be asked of anything: 上门次数 of 频次."""
_TELLING_UNITS = frozenset({"人次", "场次", "件次"})
"""Units that ask by themselves: 培训人次."""


def units_of(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """The units that a message asks in: 多少人次 → 人次; people are counted in several."""
    found: dict[str, None] = {}
    named = any(token.topic for token in tokens)
    suits = any(_SUITS in token.text for token in tokens)
    for at, token in enumerate(tokens):
        if Role.PEOPLE in token.roles or _asks_people(tokens, at, lexicon) or _asks_people_alone(tokens, at, lexicon):
            found.update(dict.fromkeys(_PEOPLE))
        unit = unit_asked(token.text, lexicon.units) or (token.text if token.text in _TELLING_UNITS else "")
        unit = unit or _number_of(token, lexicon)
        behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
        unit = _OF_CASES if named and behind in _CASES and _HOW_MANY.fullmatch(token.text) else unit
        if unit and not (behind.startswith(_NOT_IN.get(unit, ())) or (suits and unit == _OF_SUITS)):
            found.setdefault(unit)
        if named and not unit and _asks_of_cases(tokens, at):
            found.setdefault(_OF_CASES)
    return tuple(found)


def _asks_people_alone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a bare 多少 stands beside people, and nothing else is asked: 党员有多少."""
    if _HOW_MANY.fullmatch(tokens[at].text) is None:
        return False
    told = [t for t in tokens if not (t.gap or t.places or t.years or (t.roles and not t.word))]
    people = len(told) == 1 and told[0].word and not (told[0].says or told[0].topic)
    beside = people and (told[0].end == tokens[at].start or told[0].start == tokens[at].end)
    return bool(beside) and lexicon.alike.same(text_of(told[0])).endswith(_NAMES_OF_PEOPLE)


def _asks_of_cases(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare 多少 asks what was done with cases that were named before: 那种案子，一年接了多少."""
    deed, behind = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if not at or _HOW_MANY.fullmatch(tokens[at].text) is None or not (deed.means or deed.may_mean):
        return False
    if behind and not behind.gap and behind.roles != {Role.ASKING}:
        return False
    cases = [n for n, token in enumerate(tokens[:at]) if token.text in _CASES]
    return bool(cases) and tokens[cases[-1] + 1].text != "的"


def _number_of(token: Token, lexicon: Lexicon) -> str:
    """The unit of what asks for a number by it: 场数, 份数; "" for what asks in any, as 总数, 次数 and 件数 do."""
    unit = token.text.removesuffix("数") if Role.NUMBER in token.roles else ""
    return unit if unit in lexicon.units and unit not in _ANYTHING else ""


def _asks_people(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether 多少 stands right before whom it counts, of whom only is said what was done: 多少民工受益了."""
    counted, behind = (*tokens[at + 1 : at + 3], None, None)[:2]
    if counted is None or _HOW_MANY.fullmatch(tokens[at].text) is None:
        return False
    if counted.text.startswith(_PEOPLE[0]) and counted.roles == {Role.ASKING} and len(counted.text) > 1:
        # 有多少|人来.
        return True
    if behind is None or not counted.word:
        return False
    people = lexicon.alike.same(text_of(counted)).endswith(_NAMES_OF_PEOPLE)
    done = behind.gap or behind.roles or behind.text in lexicon.alike.doing
    return people and bool(done) and not (counted.says or counted.topic)
