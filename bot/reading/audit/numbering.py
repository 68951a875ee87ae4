"""Headings and list numbers that skip one: 一、二、四、 or 1. 3."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.reading.audit.findings import Finding, FindingKind
from bot.words.normalise import align

_HAN = "一二三四五六七八九"
_HAN_NUMBER = f"(?:[{_HAN}]?十[{_HAN}]?|[{_HAN}])"
_LINE_MARKS = (
    re.compile(rf"[ \t\u3000]*({_HAN_NUMBER})、"),
    re.compile(rf"[ \t\u3000]*\(({_HAN_NUMBER})\)"),
    re.compile(r"[ \t\u3000]*(\d{1,2})(?:\.(?!\d)|、)"),
    re.compile(r"[ \t\u3000]*\((\d{1,2})\)"),
)
_INLINE_MARK = re.compile(rf"(?:^|(?<=[。;:、,\s]))({_HAN_NUMBER})是")
_LONGEST_QUOTE = 40


@dataclass(slots=True)
class _Last:
    """The number last seen of one kind of mark."""

    number: int
    start: int
    text: str


def numbering_gaps(text: str) -> Iterator[Finding]:
    """Every gap in the numbers that begin lines, within each heading's own list, and in 一是…二是… of a paragraph."""
    last: list[_Last | None] = [None] * len(_LINE_MARKS)
    start = 0
    for line, given in zip(align(text).split("\n"), text.split("\n"), strict=True):
        for level, mark in enumerate(_LINE_MARKS):
            found = mark.match(line)
            if found:
                now = _Last(_number(found[1]), start + found.start(1), given.strip()[:_LONGEST_QUOTE])
                yield from _gap(last[level], now, found[0].strip())
                last[level] = now
                # A heading begins the lists below it anew.
                last[level + 1 :] = [None] * (len(_LINE_MARKS) - level - 1)
                break
        yield from _inline_gaps(line, given, start)
        start += len(given) + 1


def _inline_gaps(line: str, given: str, start: int) -> Iterator[Finding]:
    last: _Last | None = None
    for found in _INLINE_MARK.finditer(line):
        quote = given[found.start(1) : found.start(1) + _LONGEST_QUOTE]
        now = _Last(_number(found[1]), start + found.start(1), quote)
        yield from _gap(last, now, found[0])
        last = now


def _gap(last: _Last | None, now: _Last, mark: str) -> Iterator[Finding]:
    """A gap where a number is more than one above the one before; a list may begin again with its first."""
    if last is None or now.number <= last.number + 1:
        return
    missing = "、".join(_like(number, mark) for number in range(last.number + 1, now.number))
    yield Finding(
        kind=FindingKind.NUMBERING,
        start=now.start,
        facts=(),
        arithmetic=f"{_like(last.number, mark)} 之后是 {_like(now.number, mark)}",
        quotes=(last.text, now.text),
        remark=f"编号从“{_like(last.number, mark)}”跳到“{_like(now.number, mark)}”，缺“{missing}”，是否漏了内容？",
    )


def _number(mark: str) -> int:
    if mark.isdigit():
        return int(mark)
    tens, ten, ones = mark.rpartition("十")
    return ((_HAN.index(tens) + 1 if tens else 1) * 10 if ten else 0) + (_HAN.index(ones) + 1 if ones else 0)


def _like(number: int, mark: str) -> str:
    """A number written as a mark is: 3 → (三) like (二)."""
    if re.search(r"\d", mark):
        return re.sub(r"\d+", str(number), mark)
    tens, ones = divmod(number, 10)
    han = ("" if tens < 2 else _HAN[tens - 1]) + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")
    return re.sub(_HAN_NUMBER, han, mark)
