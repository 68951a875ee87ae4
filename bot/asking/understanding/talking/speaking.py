"""Clauses in which somebody speaks of himself, to us, or wishes well: 你肯定知道, 中午之前给我, 打扰勿怪, 弱弱问下.

But for how a question is put, they are told by what they say besides: only words that talk, and verbs, adverbs and the
like. A noun may be what figures are wanted of, and so may whatever stands behind a word of asking (我问离婚).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

_SPOKEN_TO = re.compile(
    "[我俺咱您你](?![们]?[国市区县省州局院所镇乡村])|^(?:劳烦|麻烦|烦请|恳请|敬请|拜托|有劳|辛苦|打扰|打搅|叨扰|跪(?!着)|盼|望|收到)"
)
_WISHES = re.compile("(?:谢谢|感谢(?!信)|多谢|顺?祝(?!寿))")
_PUTS = re.compile(
    "[^的]{0,8}(?:问|请教|打听|咨询|讨教|求证|核实|确认)(?:一?下|一[句声嘴]|一?个小?(?:问题|事儿?|数)|问)[先哈啊呀哦呢吧]?"
)
"""How a question is put: 厚着脸皮问一句. What stands before the verb is who asks, and how he does it."""
_ASKS_ABOUT = re.compile("问|查|看|找|要|想|说|讲|指|算|数|统计|关心|关注|了解|打听|咨询|核|搜|需|求|限|提供")
_PREDICATES = frozenset({"v", "vi", "a", "ad", "d", "i", "l", "z", "t", "f"})


class Dictionary(Protocol):
    """Knows the words of the language."""

    def tagged(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words of a text, each with its part of speech."""
        ...


def speaks_to_us(text: str, talks: Callable[[str], bool], dictionary: Dictionary) -> bool:
    """Whether a clause is between him who asks and us; `talks` tells words that say nothing of what is wanted."""
    if _PUTS.fullmatch(text):
        return True
    wishes = _WISHES.match(text) is not None
    if not (wishes or _SPOKEN_TO.search(text)):
        return False
    asked = False
    for word, part in dictionary.tagged(text):
        strange = not (talks(word) or part[:1] in "ruyeocp")
        if strange and (asked or not (wishes or part in _PREDICATES)):
            return False
        asked |= _ASKS_ABOUT.search(word) is not None
    return True
