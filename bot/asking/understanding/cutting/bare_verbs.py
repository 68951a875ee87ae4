"""Verbs of one character right before what asks how many, as in haste: 热线接多少电话 is 热线接了多少电话."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.asking.understanding.cutting.segmentation import Token
from bot.words.questions import Role

_NOT_DONE = frozenset("要不没未能该将拟想得需应可会再")
"""What says before a verb that it was not done, or is still to be."""
_LONGEST = 3
"""How long words are that may end in such a verb: 抽查, 人民公证."""


def verbs_before_numbers(broad: Iterable[str], roles: Mapping[str, frozenset[Role]]) -> re.Pattern[str]:
    """The places where a colloquial verb of one character stands right before what asks how many."""
    verbs = {word[0] for word, known in roles.items() if Role.DOING in known} | {v for v in broad if len(v) == 1}
    return re.compile(f"[{''.join(sorted(verbs))}](?=(?:一共|总共|共|大概|大约)?(?:多少|几))")


def with_verbs_done(
    text: str, verbs: re.Pattern[str], cut: Callable[[str], Sequence[Token]], is_word: Callable[[str], bool]
) -> str:
    """The text with 了 behind such verbs, unless they end a word (抽查几次) or are not done (要发多少).

    A character that nothing knows before one makes it part of a misspelt word: 行政处发几宗.
    """

    def done(verb: re.Match[str]) -> str:
        at = verb.end()
        before = text[at - 2 : at - 1]
        ends = any(is_word(text[at - length : at]) for length in range(2, min(_LONGEST, at) + 1))
        letter = next(iter(reversed(cut(text[: verb.start()]))), None)
        misspelt = letter is not None and letter.unknown and len(letter.text) == 1
        return verb.group() if ends or misspelt or before in _NOT_DONE else f"{verb.group()}了"

    return verbs.sub(done, text)
