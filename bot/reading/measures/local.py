"""The words around one number."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.clauses import Span
from bot.reading.numbers.mentions import Numeral


@dataclass(slots=True)
class Local:
    """The words around one number, as spans of the text.

    `noun_follows`: the counted noun stands after it; `adjacent`: directly after another number (73场6012人次);
    `bracket`: its segment stands in brackets; `share_of`: (place, size) in a run of numbers that one 分别 hands out;
    `before`: the segment before its own; `predicate`: what is said of the last noun of a list and so of this one
    (22家律所和193名律师通过考核); `aspect`: in how many respects the next number counts (3个|方面|28项问题).
    """

    numeral: Numeral
    left: Span
    right: Span
    segment: Span
    before: Span
    noun_follows: bool = False
    adjacent: bool = False
    bracket: bool = False
    share_of: Span | None = None
    predicate: Span = (0, 0)
    aspect: str = ""
