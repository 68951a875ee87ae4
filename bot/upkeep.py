"""The composition of what only a running service needs: notices of news, and the admins' office."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.admin.backups import back_up, is_due
from bot.admin.incoming import arrival_key, take_incoming
from bot.admin.office import Office, Rooms
from bot.admin.proposals import Proposals
from bot.admin.publishing import Publisher
from bot.admin.recent import Recent
from bot.app import App
from bot.notices.service import Notices
from bot.store.administration import AdminStore
from bot.store.chats import ChatStore
from bot.store.database import Database
from bot.store.loading import Loaded, Rejected
from bot.store.trouble import probe
from bot.store.watching import WatchStore
from bot.watching.watcher import Admins, Arrival, Watcher

_log = logging.getLogger(__name__)

LOOK_SECONDS = 20.0
"""How often it is looked whether anything has to be done."""

WATCH_SECONDS = 60.0
"""How often it is looked whether a watched page is due."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What keeps a running service up to date: notices of news, the admins' office, watched pages."""

    notices: Notices
    office: Office
    admins: AdminStore
    chats: ChatStore
    watcher: Watcher
    rejected: tuple[Rejected, ...]
    state_dir: Path

    async def keep(self) -> None:
        """Do whatever is due; as long as the task lives."""
        for wrong in self.rejected[:1]:
            await self.notices.alerts.trouble("启动时有数据读不了，仍用上次载入的数据，改好后请用 /reload", wrong.error)
        # Sites are slow, and files that arrive may be odd: nothing waits for the other.
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._again(self._take_in, LOOK_SECONDS))
            tasks.create_task(self._again(self._keep_house, LOOK_SECONDS))
            tasks.create_task(self._again(self.watcher.round, WATCH_SECONDS))

    async def _again(self, work: Callable[[], Awaitable[None]], seconds: float) -> None:
        """Do some work again and again. The service goes on without it when it fails, and the admins hear of that."""
        while True:
            try:
                await work()
            except Exception as error:
                await self.notices.alerts.trouble("日常维护没有做成", error)
            await asyncio.sleep(seconds)

    async def _take_in(self) -> None:
        """Propose files that arrive."""
        await take_incoming(self.office, self.state_dir)

    async def _keep_house(self) -> None:
        """Make the day's backup, forget what is past its time."""
        await asyncio.to_thread(probe, self.state_dir)
        if await asyncio.to_thread(is_due, self.state_dir):
            await asyncio.to_thread(back_up, self.state_dir)
            for store in (self.chats, self.notices.outbox, self.admins):
                await store.forget_old()


def open_upkeep(app: App, state: Database, recent: Recent | None = None) -> Upkeep:
    """Notices and the office over the state; whatever changes the facts renews the desk and makes news.

    `recent` keeps the errors that /status shows.
    """
    settings, admins, watched = app.settings, AdminStore(state), WatchStore(state)

    async def told() -> tuple[int, ...]:
        return tuple(dict.fromkeys((*settings.bot_admins, *await admins.admins())))

    notices = Notices(app.database, state, app.vocabulary, told, app.renew)

    async def loaded(result: Loaded) -> None:
        if not (result.added or result.changed or result.removed):
            await app.renew()  # words may have changed that no fact hangs on
        await notices.announce()

    rooms = Rooms(
        store=admins,
        facts=app.store,
        outbox=notices.outbox,
        subscriptions=notices.subscriptions,
        watched=watched,
        publisher=Publisher(app.library, settings.state_dir, app.database, loaded),
        proposals=Proposals(app.library, settings.state_dir, app.vocabulary),
        recent=recent or Recent(),
        state_dir=settings.state_dir,
    )
    office = Office(settings.bot_admins, rooms)
    watcher = Watcher(settings.state_dir, watched, _finders(office, app))
    return Upkeep(notices, office, admins, ChatStore(state), watcher, app.loaded.rejected, settings.state_dir)


def _finders(office: Office, app: App) -> Admins:
    """How the admins hear of what is found on watched pages."""

    async def propose(arrival: Arrival) -> None:
        await office.arrived(arrival.name, arrival.content, arrival_key(arrival.content), arrival.url)

    async def known() -> frozenset[str]:
        return frozenset(one.url for one in (await app.store.catalogue()).reports.values() if one.url)

    return Admins(propose=propose, tell=office.tell, known=known)
