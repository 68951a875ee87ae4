"""Levels of government that something is told of: what is of one of them is of no other."""

from __future__ import annotations

import re
from collections.abc import Iterable

LEVEL = re.compile("国家级|全国|省级|市级|区级|县级|镇级|村级")


def without_levels(words: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """The words without levels where others name one: 市级的 behind 省级基地 is of no 省级."""
    named = any(map(LEVEL.fullmatch, others))
    return tuple(word for word in words if not (named and LEVEL.fullmatch(word)))
