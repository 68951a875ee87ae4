"""Notices put together: what the counter, the announcer and the worker share, and how they run."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager

from bot.notices.alerts import Alerts
from bot.notices.announcing import Announced, Announcer
from bot.notices.limiter import Rates
from bot.notices.sender import Sender
from bot.notices.subjects import Subjects
from bot.notices.subscribing import Subscribing
from bot.notices.text import NoticeWriter
from bot.notices.wishing import Wishes
from bot.notices.worker import Worker
from bot.store.database import Database
from bot.store.facts import FactStore
from bot.store.outbox import OutboxStore
from bot.store.subscriptions import SubscriptionStore
from bot.words.vocabulary import Vocabulary

LOOK_SECONDS = 15.0
"""How often the facts are looked at for news that another process loaded."""


class Notices:
    """The notices of one service. `admins` gives the private chats that hear of trouble; `changed` is told when the
    facts have become others, whoever loaded them."""

    def __init__(
        self,
        facts: Database,
        state: Database,
        words: Vocabulary,
        admins: Callable[[], Awaitable[Iterable[int]]],
        changed: Callable[[], Awaitable[None]] | None = None,
        rates: Rates | None = None,
    ) -> None:
        store = FactStore(facts)
        self.outbox = OutboxStore(state)
        self.subscriptions = SubscriptionStore(state)
        self.alerts = Alerts(self.outbox, admins)
        self._writer = NoticeWriter(store, self.outbox)
        self._announcer = Announcer(facts, self.outbox, words)
        self._changed = changed
        self._rates = rates
        self.counter = Subscribing(self.subscriptions, Wishes(words), Subjects(store, words), self._writer)

    async def announce(self) -> Announced:
        """Queue what is news in the facts and let it go out."""
        if self._changed and await self._announcer.has_changed():
            await self._changed()
        return await self._announcer.announce()

    @asynccontextmanager
    async def running(self, sender: Sender) -> AsyncIterator[None]:
        """Announce and send as long as the block runs."""
        self.alerts.attach(sender)
        worker = Worker(
            self.outbox,
            self.subscriptions,
            sender,
            self._writer,
            alerts=self.alerts,
            rates=self._rates,
        )
        tasks = [asyncio.create_task(worker.run()), asyncio.create_task(self._look())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _look(self) -> None:
        while True:
            try:
                await self.announce()
            except Exception as error:  # news must not end because of one bad moment
                await self.alerts.trouble("有新报告没能通知出去，会再试", error)
            await asyncio.sleep(LOOK_SECONDS)
