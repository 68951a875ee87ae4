"""Telegram's limits for what a bot sends of its own accord: overall, a chat, and a group."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

MINUTE = 60.0
KEPT = 1000
"""Chats that are remembered before it is worth forgetting those that are free to be written to again."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How much may be sent: messages a second overall and to one chat, messages a minute to one group.

    Telegram allows about 30 a second; some of them are left to the answers that people wait for.
    """

    overall: float = 25.0
    chat: float = 1.0
    group: int = 20


class Limiter:
    """When the next message may go to a chat. Groups are the chats with negative ids."""

    def __init__(self, rates: Rates, clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._next = 0.0
        self._chats: dict[int, deque[float]] = {}
        self._tidy_at = KEPT

    def overall(self) -> float:
        """Seconds until anything may be sent."""
        return max(0.0, self._next - self._clock())

    def wait(self, chat_id: int) -> float:
        """Seconds until a message may go to this chat, as far as the chat is concerned."""
        sent = self._chats.get(chat_id)
        if not sent:
            return 0.0
        free = sent[-1] + 1 / self._rates.chat
        if chat_id < 0 and len(sent) >= self._rates.group:
            free = max(free, sent[-self._rates.group] + MINUTE)
        return max(0.0, free - self._clock())

    def count(self, chat_id: int) -> None:
        """A message goes to this chat now."""
        now = self._clock()
        self._next = max(now, self._next) + 1 / self._rates.overall
        self._chats.setdefault(chat_id, deque(maxlen=self._rates.group)).append(now)
        if len(self._chats) > self._tidy_at:
            self._chats = {chat: sent for chat, sent in self._chats.items() if sent[-1] > now - MINUTE}
            self._tidy_at = max(KEPT, 2 * len(self._chats))
