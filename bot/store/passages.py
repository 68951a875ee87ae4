"""Sentences of a report for full-text search: one Han character a token, so that two-character words are found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from bot.model import Fact, Passage

_SENTENCE = re.compile(r"[^。；;！!？?\r\n]+[。；;！!？?]?[”」』）)]?")
_HAN = re.compile(r"([\u3400-\u9fff\uf900-\ufaff])")


def spaced(text: str) -> str:
    """The text as FTS5 is to see it: a space around every Han character, letters and digits left together."""
    return _HAN.sub(r" \1 ", text)


def phrase(words: str) -> str:
    """An FTS5 phrase that matches these characters in this order; quoting leaves it no syntax of its own."""
    return '"' + spaced(words).replace('"', " ") + '"'


def passages_of(report: str, text: str, facts: Sequence[Fact]) -> list[Passage]:
    """The sentences of a text, each with the section that the facts around it agree on ("" where they do not)."""
    starts = [fact.start for fact in facts]
    found = []
    for match in _SENTENCE.finditer(text):
        sentence = match.group().strip()
        if not sentence:
            continue
        start = match.start() + match.group().index(sentence)
        end = start + len(sentence)
        found.append(Passage(report, _section(facts, starts, start, end), sentence, start, end))
    return found


def _section(facts: Sequence[Fact], starts: Sequence[int], start: int, end: int) -> str:
    """The section of the facts inside a span, else the one that both neighbours share."""
    first = bisect_right(starts, start - 1)
    if first < len(facts) and facts[first].start < end:
        return facts[first].section
    if 0 < first < len(facts) and facts[first - 1].section == facts[first].section:
        return facts[first].section
    return ""
