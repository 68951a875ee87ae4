"""Places that nobody asks about: where somebody goes (去新疆帮扶), and names that hold one's province (安徽法网)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bot.asking.understanding.cutting.segmentation import Token
from bot.model import Region

_GOES = ("去", "赴", "到", "往", "驻", "援", "支援", "援助", "对口", "帮扶", "协作")
"""What ends in front of a place that something is done for or taken to."""
_MOST = "最"
_HANDS_ON = ("移交", "移送", "转")
"""What begins behind a place that handed something on to the one that is asked about: 那区移交的有几宗."""


class Gazetteer(Protocol):
    """Knows which places have reports, and what lies in what."""

    def reports(self, region: Region) -> bool:
        """Whether there is any report of the place."""
        ...

    def contains(self, outer: Region, inner: Region) -> bool:
        """Whether a place lies in another."""
        ...


def with_named_only(tokens: Sequence[Token], gazetteer: Gazetteer, before: Sequence[Region] = ()) -> tuple[Token, ...]:
    """The tokens, places that only say more about another one's figures as words: they narrow what is asked.

    `before` are the places that the conversation is about.
    """
    asked = [region for token in tokens for region in token.places if gazetteer.reports(region)] or list(before)
    found: list[Token] = []
    for at, token in enumerate(tokens):
        found.append(token)
        if not token.places or any(map(gazetteer.reports, token.places)) or not asked:
            continue
        goes = "".join(ahead.text for ahead in tokens[max(0, at - 2) : at]).endswith(_GOES)
        around = any(gazetteer.contains(outer, inner) for outer in token.places for inner in asked)
        hands_on = "".join(behind.text for behind in tokens[at + 1 : at + 3]).startswith(_HANDS_ON)
        if goes or hands_on or (around and _goes_on(tokens[at + 1 : at + 3])):
            found[-1] = replace(token, places=(), topic="", says="", word=True)
        elif around and _opens_name(tokens[at + 1 : at + 3]):
            # 深圳的光明区 is 深圳光明.
            found.pop()
    return tuple(found)


def _opens_name(behind: Sequence[Token]) -> bool:
    """Whether the place that a place is around stands behind it: 的|光明区."""
    return len(behind) > 1 and behind[0].text == "的" and bool(behind[1].places)


def _goes_on(behind: Sequence[Token]) -> bool:
    """Whether what stands right behind a place may be the rest of a name that it opens: 宁波|最|佳实践."""
    if len(behind) > 1 and behind[0].text == _MOST and behind[1].unknown:
        return True
    first = behind[0] if behind else None
    return first is not None and not (
        first.gap or first.places or first.years or first.topic or first.says or first.roles
    )
