"""Updates of one chat are handled one after the other, those of different chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.store.chats import ChatStore

AT_ONCE = 64
"""How many chats are served at the same time."""

QUEUED = 100_000
"""PTB's own limit comes before ours; it must never make a busy chat hold up the others."""


class ChatOrder(BaseUpdateProcessor):
    """One lock a chat, then a place among those at work; an update is marked handled when its work is done."""

    def __init__(self, store: ChatStore) -> None:
        super().__init__(QUEUED)
        self._store = store
        self._at_work = asyncio.Semaphore(AT_ONCE)
        self._chats: dict[int, tuple[asyncio.Lock, int]] = {}
        self._unfinished: set[int] = set()
        self._resumed: set[int] = set()

    def count_tries(self, update_id: int) -> None:
        """That update was left by an earlier run: the store is told when work on it begins."""
        self._resumed.add(update_id)

    def leave_unhandled(self, update_id: int) -> None:
        """That update could not be finished in this run: the next start takes it up again."""
        self._unfinished.add(update_id)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle one update in its turn; PTB has already told the error handler of whatever went wrong."""
        key = order_key(update)
        lock, users = self._chats.get(key, (asyncio.Lock(), 0))
        self._chats[key] = (lock, users + 1)
        try:
            async with lock, self._at_work:
                number = update.update_id if isinstance(update, Update) and not is_blank(update) else 0
                if number in self._resumed:
                    await self._store.tried(number)
                await coroutine
                if number and number not in self._unfinished:
                    await self._store.handled(number)
        finally:
            lock, users = self._chats.pop(key)
            if users > 1:
                self._chats[key] = (lock, users - 1)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def is_blank(update: Update) -> bool:
    """Whether an update only holds the place of one that came before, or that cannot be read.

    Its id may be that of an update which an earlier run left unhandled and this one has not come to yet: were that
    marked handled now, it would be lost if this run is killed as well.
    """
    return all(getattr(update, kind) is None for kind in Update.ALL_TYPES)


def order_key(update: object) -> int:
    """Whose turn it is about: the chat, else the person, else nobody else's."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else update.update_id
