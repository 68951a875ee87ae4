"""The composition of what only a running service needs: notices of news, and the admins' office."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bot.admin.backups import back_up, is_due
from bot.admin.incoming import take_incoming
from bot.admin.office import Office, Rooms
from bot.admin.proposals import Proposals
from bot.admin.publishing import Publisher
from bot.app import App
from bot.notices.service import Notices
from bot.store.administration import AdminStore
from bot.store.database import Database
from bot.store.loading import Loaded

_log = logging.getLogger(__name__)

LOOK_SECONDS = 20.0
"""How often it is looked whether anything has to be done."""


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What keeps a running service up to date: notices of news, and the admins' office."""

    notices: Notices
    office: Office
    admins: AdminStore
    state_dir: Path

    async def keep(self) -> None:
        """Propose files that arrive, make the day's backup, forget what is past its time; as long as the task lives."""
        while True:
            try:
                await take_incoming(self.office, self.state_dir)
                if await asyncio.to_thread(is_due, self.state_dir):
                    await asyncio.to_thread(back_up, self.state_dir)
                    await self.notices.outbox.forget_old()
                    await self.admins.forget_old()
            except Exception as error:  # the service goes on without; a full disk may not even take the alert
                _log.exception("upkeep failed")
                with suppress(Exception):
                    await self.notices.alerts.tell(f"日常维护没有做成：{error}")
            await asyncio.sleep(LOOK_SECONDS)


def open_upkeep(app: App, state: Database) -> Upkeep:
    """Notices and the office over the state; whatever changes the facts renews the desk and makes news."""
    settings, admins = app.settings, AdminStore(state)

    async def told() -> tuple[int, ...]:
        return tuple(dict.fromkeys((*settings.bot_admins, *await admins.admins())))

    notices = Notices(app.database, state, app.lexicon, app.places, told, app.renew)

    async def loaded(_: Loaded) -> None:
        await notices.announce()

    rooms = Rooms(
        store=admins,
        facts=app.store,
        outbox=notices.outbox,
        subscriptions=notices.subscriptions,
        publisher=Publisher(app.library, settings.state_dir, app.database, loaded),
        proposals=Proposals(app.library, settings.state_dir, app.places),
        state_dir=settings.state_dir,
    )
    return Upkeep(notices, Office(settings.bot_admins, rooms), admins, settings.state_dir)
