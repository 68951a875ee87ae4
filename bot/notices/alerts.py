"""Trouble that an admin should hear of, through the same outbox as everything else, the same thing once an hour."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable

from bot.notices.sender import Parcel, Sender
from bot.replying.markup import line, messages
from bot.store.outbox import OutboxStore
from bot.store.trouble import trouble_of

_log = logging.getLogger(__name__)
HOUR = 3600


class Alerts:
    """Tells the admins; `admins` gives their private chats' ids at that moment."""

    def __init__(self, outbox: OutboxStore, admins: Callable[[], Awaitable[Iterable[int]]]) -> None:
        self._outbox = outbox
        self._admins = admins
        self._sender: Sender | None = None
        self._told: dict[str, int] = {}

    def attach(self, sender: Sender) -> None:
        """The way out for what the outbox cannot take, since the disk takes nothing."""
        self._sender = sender

    async def tell(self, sentence: str) -> None:
        """Queue a sentence for every admin, unless they were told the same in this hour."""
        _log.error("alert: %s", sentence)
        key = _key(sentence)
        await self._outbox.post(_html(sentence), [(admin, 0) for admin in await self._admins()], key=key)

    async def trouble(self, what: str, error: Exception) -> None:
        """Log that something did not work and tell the admins, with what to do where the machine is at fault.

        Raises nothing: where the sentence cannot be queued it is sent at once, and where that fails the log has it.
        """
        said = trouble_of(error)
        if said:
            _log.error("%s：%s", what, said)
        else:
            _log.error("%s", what, exc_info=error)
        sentence = f"{what}：{said or error}"
        try:
            await self.tell(sentence)
        except Exception as again:
            _log.warning("the alert could not be queued: %s", trouble_of(again) or type(again).__name__)
            await self._send(sentence)

    async def _send(self, sentence: str) -> None:
        """Send a sentence past the outbox, the same one once an hour as long as this process lives."""
        hour = int(time.time()) // HOUR
        if self._sender is None or self._told.get(sentence) == hour:
            return
        self._told = {**self._told, sentence: hour}
        try:
            for admin in await self._admins():
                await self._sender.send(Parcel(chat_id=admin, thread=0, text=_html(sentence)))
        except Exception:  # an alert of trouble must not become trouble itself
            _log.exception("the alert could not be sent")


def _key(sentence: str) -> str:
    digest = hashlib.sha256(sentence.encode()).hexdigest()[:12]
    return f"alert:{digest}:{int(time.time()) // HOUR}"


def _html(sentence: str) -> str:
    return messages([line("⚠️ ", sentence)])[0]
