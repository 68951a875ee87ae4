"""How often somebody may ask: so many in a window of time, one word at the first refusal, silence until it has passed.

In memory only: after a restart everybody starts afresh, which costs a few answers and nothing else.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

WINDOW_SECONDS = 60
REMEMBERED = 10_000
"""Windows kept; the one that has been quiet the longest is forgotten first."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many a minute: messages of one person and in one group (Telegram takes 20 of ours there), presses of one
    person and in one group, inline queries of one person (each stroke of a key is one); admins have `admins` times
    that."""

    messages: int = 30
    group_messages: int = 20
    presses: int = 40
    group_presses: int = 60
    inline: int = 90
    admins: int = 5


LIMITS = Limits()


class Verdict(Enum):
    """What becomes of one request."""

    FINE = "it counts"
    TELL = "the first refusal of its window"
    SILENCE = "a further one"


@dataclass(slots=True)
class _Window:
    began: float
    count: int = 0
    told: bool = False


class Rates:
    """Counts requests by key. Times are the requests' own, in seconds: a backlog delivered at once is no rush."""

    def __init__(self) -> None:
        self._windows: OrderedDict[Hashable, _Window] = OrderedDict()

    def is_full(self, key: Hashable, most: int, at: float) -> bool:
        """Whether a request would be refused."""
        return self._window(key, at).count >= most

    def weigh(self, key: Hashable, most: int, at: float) -> Verdict:
        """Count a request, or refuse it."""
        window = self._window(key, at)
        if window.count < most:
            window.count += 1
            return Verdict.FINE
        verdict = Verdict.SILENCE if window.told else Verdict.TELL
        window.told = True
        return verdict

    def _window(self, key: Hashable, at: float) -> _Window:
        window = self._windows.get(key)
        # A clock that was put back must keep nobody out until it is late again.
        if window is None or abs(at - window.began) >= WINDOW_SECONDS:
            window = self._windows[key] = _Window(at)
        self._windows.move_to_end(key)
        while len(self._windows) > REMEMBERED:
            self._windows.popitem(last=False)
        return window
