"""Where a cue word means something else than it would alone: the entries of data/lexicon/cue_contexts.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from bot.errors import DataError
from bot.words.toml import header_lines, read_toml


class Where(Enum):
    """Which cues a pattern is about: those that end with its match, those it follows at once, those in its match."""

    CUE = "cue"
    BEFORE = "before"
    WITHIN = "within"


@dataclass(frozen=True, slots=True)
class CueContext:
    """What the cues that `pattern` finds speak for: `topic`, or "" to tip the scales only, save those of topic `but`.

    A match of `after` stands before them in their sentence, if `far` perhaps before a semicolon; None asks for nothing.
    """

    where: Where
    pattern: re.Pattern[str]
    topic: str
    but: str
    after: re.Pattern[str] | None
    far: bool


_KEYS = {"why", "example", "topic", "but", "after", "far"} | {where.value for where in Where}


def contexts_from(path: Path) -> tuple[CueContext, ...]:
    """The entries of a file, in its order. Raises DataError with file, line and reason where one does not fit."""
    entries = read_toml(path).get("context", [])
    contexts = []
    for line, entry in zip(header_lines(path.read_text(encoding="utf-8"), "context"), entries, strict=True):
        try:
            contexts.append(_context(entry))
        except (re.error, TypeError, ValueError) as error:
            raise DataError(str(path), line, str(error)) from error
    return tuple(contexts)


def _context(entry: Mapping[str, Any]) -> CueContext:
    """One entry. Raises ValueError, TypeError or re.error where it does not fit."""
    found = [where for where in Where if where.value in entry]
    if len(found) != 1 or "why" not in entry or set(entry) - _KEYS:
        raise ValueError("why and one of cue, before and within are expected")
    return CueContext(
        where=found[0],
        pattern=re.compile(entry[found[0].value]),
        topic=entry.get("topic", ""),
        but=entry.get("but", ""),
        after=re.compile(entry["after"]) if "after" in entry else None,
        far=entry.get("far", False),
    )
