"""The last errors of this process, for /status: when, where and of what kind; nothing of what anybody wrote."""

from __future__ import annotations

import logging
import re
import traceback
from collections import deque
from dataclasses import dataclass
from pathlib import Path

KEPT = 20
LONGEST = 120
_NUMBERS = re.compile(r"-?\d{5,}")
"""What may be the id of a person or chat, or part of a token."""

_QUOTED = re.compile(r"“[^”]*”|'[^']*'|\"[^\"]*\"")
"""What may be words of a person."""


@dataclass(frozen=True, slots=True)
class Mishap:
    """An error, at Unix seconds: what it was about, and how often it came in a row."""

    at: float
    what: str
    times: int = 1


class Recent(logging.Handler):
    """Keeps the errors that are logged, the newest last; the same one in a row is counted."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self._kept: deque[Mishap] = deque(maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what a record says, without what is personal in it."""
        what = _said(record)
        times = 1
        if self._kept and self._kept[-1].what == what:
            times += self._kept.pop().times
        self._kept.append(Mishap(record.created, what, times))

    def newest(self, most: int) -> list[Mishap]:
        """The last errors, the newest first."""
        return list(self._kept)[: -most - 1 : -1]


def _said(record: logging.LogRecord) -> str:
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        # The text of an error may hold anything; its kind and place do not.
        frames = traceback.extract_tb(error.__traceback__)
        place = f"（{Path(frames[-1].filename).name}:{frames[-1].lineno}）" if frames else ""
        return f"{record.name}：{type(error).__name__}{place}"
    text = _QUOTED.sub("……", _NUMBERS.sub("……", record.getMessage().split("\n")[0]))
    return f"{record.name}：{text}"[:LONGEST]
