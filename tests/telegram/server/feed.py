"""The updates that wait for the bot, and getUpdates' rules: offset confirms, at most 100, one poller at a time."""

from __future__ import annotations

import asyncio
import copy
from typing import Any

from tests.telegram.server.errors import ApiError

# Telegram leaves these out unless they are asked for by name.
ON_REQUEST = {"chat_member", "message_reaction", "message_reaction_count"}
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class Feed:
    """One bot's queue of updates."""

    def __init__(self, first_id: int = 700_000_001) -> None:
        self.next_id = first_id
        self.waiting: list[dict[str, Any]] = []
        self.sent: list[dict[str, Any]] = []
        self.allowed: list[str] = []
        self.webhook: dict[str, Any] = {}
        self.parked = 0
        self._news = asyncio.Event()
        self._poller = 0

    def push(self, kind: str, payload: object, update_id: int = 0) -> int:
        """Queue an update of a kind that the bot wants; returns its id (0: not wanted)."""
        if (self.allowed and kind not in self.allowed) or (not self.allowed and kind in ON_REQUEST):
            return 0
        number = update_id or self.next_id
        self.next_id = max(self.next_id, number) + (number == self.next_id)
        # What was said when it was said: a later edit does not change it.
        self.waiting.append({"update_id": number, kind: copy.deepcopy(payload)})
        self._wake()
        return number

    def again(self, update_id: int) -> None:
        """Deliver an update that was already confirmed once more, as Telegram does after trouble of its own."""
        update = next(update for update in self.sent if update["update_id"] == update_id)
        self.waiting.append(update)
        self.waiting.sort(key=lambda waiting: int(waiting["update_id"]))
        self._wake()

    async def get(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """getUpdates: confirms everything below the offset, then waits for news up to so many seconds."""
        if self.webhook:
            raise ApiError(409, WEBHOOK)
        self._poller += 1
        mine = self._poller
        self._wake()  # an older poller finds that it was replaced
        self._confirm(offset)
        deadline = asyncio.get_running_loop().time() + min(seconds, 50)
        while not self.waiting:
            news = self._news
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            self.parked += 1
            try:
                await asyncio.wait_for(news.wait(), left)
            except TimeoutError:
                break
            finally:
                self.parked -= 1
            if mine != self._poller:
                raise ApiError(409, CONFLICT)
        batch = self.waiting[: max(1, min(limit, 100))]
        self.sent += [update for update in batch if update not in self.sent]
        return batch

    def _wake(self) -> None:
        """Wake every poll that is parked, also one whose waiting has not begun; the next ones wait for other news."""
        self._news.set()
        self._news = asyncio.Event()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
