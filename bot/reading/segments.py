"""Which words belong to which number: the words to its left and right within its segment of a clause.

A segment ends at a comma or a colon, and at a bracket when a number stands in brackets. Where several numbers share one
segment, the words between two of them belong to the first when the numbers precede their nouns (办理16件建议和9件提案)
and to the second when they follow them (党课4次、支委会12次).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.lexicon import Phrases
from bot.reading.mentions import Numeral
from bot.reading.phrases import bare, ends_with_verb

_BOUNDARY = re.compile(r"[,:!?]")
_JOINT = re.compile(r"(?:[、和及与或]|以及)*")
_BEFORE_NOUN = (
    "对",
    "为",
    "向",
    "由",
    "以",
    "在",
    "从",
    "将",
    "把",
    "的",
    "中",
    "等",
    "于",
    "给",
    "除",
    "按",
    "与",
    "使",
    "让",
    "被",
    "每",
    "该",
    "全",
    "各",
)


@dataclass(slots=True)
class Local:
    """The words around one number. `noun_follows`: the counted noun stands after it; `listed`: a further item of a list
    whose verb stands with the first; `adjacent`: directly after another number (73场6012人次)."""

    numeral: Numeral
    left: tuple[int, int]
    right: tuple[int, int]
    segment: tuple[int, int]
    noun_follows: bool = False
    listed: bool = False
    adjacent: bool = False
    in_brackets: bool = False


def locals_of(text: str, start: int, end: int, facts: Sequence[Numeral], phrases: Phrases) -> list[Local]:
    """The words around each fact of the clause `start`:`end`, in order."""
    found: list[Local] = []
    for segment, members in _segments(text, start, end, facts):
        found.extend(_shared(text, segment, members, phrases))
    return found


def _segments(text: str, start: int, end: int, facts: Sequence[Numeral]) -> list[tuple[tuple[int, int], list[Numeral]]]:
    """Facts grouped by segment."""
    groups: list[tuple[tuple[int, int], list[Numeral]]] = []
    for fact in facts:
        low, high = _segment(text, start, end, fact)
        if groups and groups[-1][0] == (low, high):
            groups[-1][1].append(fact)
        else:
            groups.append(((low, high), [fact]))
    return groups


def _segment(text: str, start: int, end: int, fact: Numeral) -> tuple[int, int]:
    low, high = start, end
    for mark in _BOUNDARY.finditer(text, start, fact.start):
        low = mark.end()
    if mark_after := _BOUNDARY.search(text, fact.end, end):
        high = mark_after.start()
    opening = text.rfind("(", low, fact.start)
    if opening >= 0 and text.find(")", opening, fact.start) < 0:
        low = opening + 1
        closing = text.find(")", fact.end, high)
        high = closing if closing >= 0 else high
    return low, high


def _shared(text: str, segment: tuple[int, int], members: list[Numeral], phrases: Phrases) -> list[Local]:
    low, high = segment
    first = members[0]
    noun_follows = _noun_follows(text, low, members, high, phrases)
    result: list[Local] = []
    for index, fact in enumerate(members):
        before = members[index - 1].end if index else low
        after = members[index + 1].start if index + 1 < len(members) else high
        gap = text[before : fact.start]
        adjacent = bool(index) and not gap.strip(" 、和及共计,")
        if not noun_follows:
            local = Local(
                fact, (before, fact.start), (fact.end, after if index + 1 == len(members) else fact.end), segment
            )
            local.listed = bool(index) and not adjacent
        elif index and not ends_with_verb(gap, phrases):
            local = Local(fact, (low, first.start), (fact.end, after), segment, noun_follows=True)
        else:
            local = Local(fact, (before, fact.start), (fact.end, after), segment, noun_follows=True)
        local.adjacent = adjacent
        local.in_brackets = low > 0 and text[low - 1] == "("
        result.append(local)
    return result


def _noun_follows(text: str, low: int, members: list[Numeral], high: int, phrases: Phrases) -> bool:
    first = members[0]
    right = text[first.end : members[1].start if len(members) > 1 else high]
    if not right.strip(" ”") or right[0] in "、,;)）”":
        return False
    if len(members) > 1 and not _JOINT.sub("", right, count=1).strip():
        return False
    left = bare(text[low : first.start], phrases)
    return not left or left.endswith(_BEFORE_NOUN) or ends_with_verb(left, phrases)
