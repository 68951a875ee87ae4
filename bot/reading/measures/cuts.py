"""Where the segments of a clause end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.clauses import Span
from bot.reading.numbers.mentions import Numeral

_MARK = re.compile(r"[,:!?…()《“ \t](?:(?<![ \t])|(?<=[\u4e00-\u9fff”]{4}.)(?=[\u4e00-\u9fff]{4}))")
"""What may end a segment: of blanks only a gap between words."""
_QUOTES = {"《": "》", "“": "”"}
_LONGEST_QUOTE = 80
AMONG_THEM = re.compile(
    r"((?![的之其])(?:[^\d,:;、。“”()\n]|\([^()]{1,8}\)){2,12}?)(?<![集高初途其当空之])之?中(?![心央小级院间医学国枢层青老外华])"
)
"""Those that a number counts, before what is said of some of them: 12个|司法所中."""
_SOME = re.compile("(?:[已仅只共现]|目前|至少)?有?")


def cuts(text: str, start: int, end: int, facts: Sequence[Numeral]) -> list[Span]:
    """The segments of a clause in order. A comma inside a title or a quotation ends none, a gap between words of a
    headline does."""
    points: list[int] = []
    among = {at for one, other in pairwise(facts) if (at := _some_of_them(text, one, other)) >= 0}
    open_at, quoted, fact = -1, -1, iter(facts)
    current = next(fact, None)
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        while current and current.end <= at:
            current = next(fact, None)
        if current and current.start <= at < current.end:
            continue
        character = text[at]
        if at < quoted:
            continue
        if character in _QUOTES:
            closing = text.find(_QUOTES[character], at, min(end, at + _LONGEST_QUOTE))
            quoted = closing if closing >= 0 and not (current and current.start < closing) else quoted
        elif character == "(" and open_at < 0:
            closing = text.find(")", at, end)
            holds = current and at < current.start < closing
            open_at = at if closing >= 0 and not holds else -1
            if holds:
                points.append(at)
        elif character == ")":
            if open_at < 0:
                points.append(at)
            open_at = -1
        elif character in ",:!?… \t" and open_at < 0:
            points.append(at)
    bounds = [start - 1, *sorted({*points, *among}), end]
    return [(low + 1, high) for low, high in pairwise(bounds)]


def _some_of_them(text: str, all_of_them: Numeral, some: Numeral) -> int:
    """Where 中 stands between how many there are and how many of them did something (12个司法所中有8个达标): it ends a
    segment as a comma would; -1 where no number follows it at once."""
    those = AMONG_THEM.match(text, all_of_them.end, some.start)
    return those.end() - 1 if those and _SOME.fullmatch(text, those.end(), some.start) else -1
