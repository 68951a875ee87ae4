"""Trouble that an admin should hear of, through the same outbox as everything else, the same thing once an hour."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable

from bot.replying.markup import line, messages
from bot.store.outbox import OutboxStore

_log = logging.getLogger(__name__)
HOUR = 3600


class Alerts:
    """Tells the admins; `admins` gives their private chats' ids at that moment."""

    def __init__(self, outbox: OutboxStore, admins: Callable[[], Awaitable[Iterable[int]]]) -> None:
        self._outbox = outbox
        self._admins = admins

    async def tell(self, sentence: str) -> None:
        """Queue a sentence for every admin, unless they were told the same in this hour."""
        _log.error("alert: %s", sentence)
        digest = hashlib.sha256(sentence.encode()).hexdigest()[:12]
        key = f"alert:{digest}:{int(time.time()) // HOUR}"
        text = messages([line("⚠️ ", sentence)])[0]
        await self._outbox.post(text, [(admin, 0) for admin in await self._admins()], key=key)
