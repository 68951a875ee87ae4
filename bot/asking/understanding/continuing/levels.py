"""Levels of government that something is told of: what is of one of them is of no other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.model import Query

LEVEL = re.compile("国家级|全国|省级|市级|区级|县级|镇级|村级")
OWNER = re.compile("[省市区县州镇乡](?:人民)?政府|[省市区县州]?本级")
"""Whose figures are meant, of those that a place's report tells: those of its government, not of all."""
_WAY = re.compile("线上|线下|网上|现场|上门|电话|远程")
_ALL = re.compile("全[省市区县州镇乡]")
_OTHERS = re.compile("[全各]|整个|总|一共|下级|部门|街道|乡镇|其他|其它|政府|本级")
"""What says of whom a message asks itself."""


def without_levels(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The words without levels where others name one: 市级的 behind 省级基地 is of no 省级; none where others name
    another way and what was done that way: 线上咨询的 behind 线下预约."""
    words, others = tuple(words), tuple(others)
    now = "".join(others)
    if any(map(_WAY.match, words)) and _WAY.match(now) and not _WAY.fullmatch(now):
        return ()
    named = any(map(LEVEL.fullmatch, others))
    return tuple(word for word in words if not (named and LEVEL.fullmatch(word)))


def with_owner_before(query: Query, previous: Query, text: str) -> str:
    """A message that goes on about the same, behind the word for whose figures that was; nothing for any other message.

    受理了多少 behind 省政府新收多少复议申请 asks for those of the 省政府.
    """
    same = query.topics and set(query.topics) <= set(previous.topics)
    if not same or query.asked or _OTHERS.search(text):
        return ""
    owner = next(filter(OWNER.fullmatch, previous.words), "")
    return owner and f"{owner}{text}"


def of_all(previous: Query, noun: str) -> Query | None:
    """The question before, of all that its place has: 全省呢 behind 省政府新收多少复议申请; None for anything else."""
    owners = tuple(filter(OWNER.fullmatch, previous.words))
    here = all(region.own.endswith(noun.removeprefix("全")) for region in previous.regions)
    if not (_ALL.fullmatch(noun) and owners and here):
        return None
    words = tuple(word for word in previous.words if word not in owners)
    said = tuple(text.replace(owner, "") for text in previous.said for owner in owners)
    return replace(previous, words=words, said=said, chart=False)
