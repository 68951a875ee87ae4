"""The composition of what only a running service needs: notices of news, and the admins' office."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot.admin.office import Office, Rooms
from bot.admin.proposals import Proposals
from bot.admin.publishing import Publisher
from bot.app import App, words_of
from bot.asking.answer import Answerer
from bot.asking.understand import Understander
from bot.notices.service import Notices
from bot.store.administration import AdminStore
from bot.store.database import Database
from bot.store.loading import Loaded


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What keeps a running service up to date: notices of news, and the admins' office."""

    notices: Notices
    office: Office


def open_upkeep(app: App, state: Database) -> Upkeep:
    """Notices and the office over the state; whatever changes the facts renews the desk and makes news."""
    settings, admins = app.settings, AdminStore(state)

    async def told() -> tuple[int, ...]:
        return tuple(dict.fromkeys((*settings.bot_admins, *await admins.admins())))

    async def renew() -> None:
        reports = tuple((await app.store.catalogue()).reports.values())
        lexicon, places = await asyncio.to_thread(words_of, settings)
        app.desk.renew(Understander(lexicon, places, reports), Answerer(lexicon, places, app.store))

    notices = Notices(app.database, state, app.lexicon, app.places, told, renew)

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
    return Upkeep(notices, Office(settings.bot_admins, rooms))
