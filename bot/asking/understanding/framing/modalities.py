"""Whether a message asks for what came of it, for what was planned, or for the year before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.asking.understanding.cutting.segmentation import CLAUSE_ENDS, Token
from bot.model import Modality
from bot.words.questions import Role

_REQUIRED = re.compile("(?<![按照合符的])要求.{2,24}?(?<![了过])(?:达到?|做到|保持在|不低于)(?:多少|几|百分之|\\d)")
"""What somebody requires of those that stand between: 考核要求乡镇覆盖率达到百分之多少, and not 达到了多少."""
_TO_BE = re.compile(
    "要(?:控制|保持|维持|稳定?|压|降|提高|提升|达|做|涨)[低降高]?(?:在|到)(?:多少|几|百分之)|(?:控制|压降?|降)到?在(?:多少|几)[㐀-鿿]?以[内下]"
)
"""Where a rate is to be: 败诉率要控制在多少以内."""
_WANTED = re.compile("(?:想要?|(?<![不需主重])要)[把将][^了过,，]{0,24}?(?:多少|多大|几|百分之)")
"""What somebody wants to do to so many: 想把多少争议化解掉."""
_HOW_MUCH = ("多少", "几", "多高", "多大", "怎么样")


def modality_of(roles: frozenset[Role], tokens: Sequence[Token]) -> Modality:
    """What is asked for; results where these and their target are both asked for."""
    if Role.BACK in roles:
        return Modality.PRIOR
    if roles & {Role.TARGET, Role.NEXT}:
        # 实际完成 vs 明年目标: the year is the target's alone, so each is a question of its own.
        both = (Role.ACTUAL in roles and Role.NEXT not in roles) or _asks_both(tokens)
        return Modality.ACTUAL if both else Modality.TARGET
    said = "".join(token.text for token in tokens)
    if any(planned.search(said) for planned in (_REQUIRED, _TO_BE, _WANTED)):
        return Modality.TARGET
    compared = roles & {Role.MULTIPLE, Role.CHANGE}
    return Modality.PRIOR if Role.PRIOR in roles and not compared else Modality.ACTUAL


def without_calendar(tokens: Sequence[Token], roles: frozenset[Role]) -> list[Token]:
    """The tokens with 上一年 named as no year where it is to be worked out from the year that is reported."""
    if not roles & {Role.BACK, Role.PRIOR}:
        return list(tokens)
    return [
        replace(token, roles=token.roles - {Role.LAST} | {Role.ASKING}) if Role.LAST in token.roles else token
        for token in tokens
    ]


def _asks_both(tokens: Sequence[Token]) -> bool:
    """败诉率是多少，考核线又是多少: a clause that asks for a figure, and one that only asks for its target."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        ends = CLAUSE_ENDS & set(token.text) or any(word in one.text for one in clauses[-1] for word in _HOW_MUCH)
        if token.gap and ends:
            clauses.append([])
        else:
            clauses[-1].append(token)
    asked = False
    for clause in clauses:
        names = any(token.topic or token.says for token in clause)
        if any(token.roles & {Role.TARGET, Role.NEXT} for token in clause):
            return asked and not names
        asked = asked or (names and any(word in token.text for token in clause for word in _HOW_MUCH))
    return False
