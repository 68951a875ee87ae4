"""Who does what several questions of a message ask for is named once: 社区法律顾问代理了几宗诉讼，又审了几份合同."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.asking.understanding.measuring.doers import DEEDS, NAMES_OF_PEOPLE
from bot.model import Query
from bot.words.questions import Role

_BODIES = ("所", "会", "公证处")
"""What names of bodies end in that do something for others."""
_GOES_ON = frozenset({"又", "还", "也", "再", "另外", "同时", "并", "并且", "而且", "以及", "一共", "总共", "共"})
_DONE = ("了", "过")
_SHORT_DEEDS = ("办", "帮")
_OUTCOMES, _MANY = ("成功", "成功了", "办结", "办结了"), ("多少", "几")


def with_doer_carried(pieces: list[list[Token]]) -> list[list[Token]]:
    """The questions, each with the people or the body that did what the one before it asks for, where it goes on with
    what else was done and names nobody itself."""
    doer: Token | None = None
    carried: list[list[Token]] = []
    for piece in pieces:
        goes_on = doer is not None and _goes_on(piece)
        carried.append([doer, *piece] if doer and goes_on else piece)
        doer = doer if goes_on else _doer_in(piece)
    return carried


def has_doer_carried(part: Query, whole: Query) -> bool:
    """Whether a part of a question has somebody in front of what was said, who was named with the part before it."""
    first = part.said[0] if part.said else ""
    return any(first != said and first.endswith(said) for said in whole.said)


def _doer_in(piece: Sequence[Token]) -> Token | None:
    """The people or the body that a question says to have done what it asks for."""
    told = [token for token in piece if not token.gap]
    for at, token in enumerate(told[:-1]):
        named = (token.topic or token.says) and token.text.endswith((*NAMES_OF_PEOPLE, *_BODIES))
        behind = told[at + 1]
        if named and (_is_deed(told[at + 1 :]) or behind.text.startswith(DEEDS)):
            return token
    return None


def _goes_on(piece: Sequence[Token]) -> bool:
    """Whether a question opens with what was done, and names what it was done to behind that, or only how it came out:
    化解成功多少宗."""
    begun = next((at for at, token in enumerate(piece) if not (token.gap or token.text in _GOES_ON)), len(piece))
    own = piece[begun:]
    named = any(token.topic or token.says for token in own)
    came_out = not named and len(own) > 1 and own[0].text.endswith(_OUTCOMES) and _asks(own[1])
    return came_out or (_is_deed(own) and any(token.topic or token.says for token in own[1:]))


def _asks(token: Token) -> bool:
    return token.text.startswith(_MANY)


def _is_deed(tokens: Sequence[Token]) -> bool:
    """Whether tokens open with what somebody does: 办了, 调解|了, 代理."""
    told = [token for token in tokens if token.text not in _GOES_ON][:2]
    if not told or told[0].gap or told[0].places:
        return False
    deed = told[0]
    done = deed.text.endswith(_DONE) or (len(told) > 1 and told[1].text in _DONE)
    return done or deed.text in (*DEEDS, *_SHORT_DEEDS) or Role.DOING in deed.roles
