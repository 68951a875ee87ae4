"""The composition root: opens the files, brings the facts up to date, and wires the rooms together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.admin.office import Office, Rooms
from bot.admin.proposals import Proposals
from bot.admin.publishing import Publisher
from bot.asking.answer import Answerer
from bot.asking.understand import Understander
from bot.config import Settings
from bot.desk import Desk
from bot.errors import DataError
from bot.library import Library
from bot.model import Region
from bot.notices.service import Notices
from bot.store.administration import AdminStore
from bot.store.database import Database, open_database
from bot.store.facts import FactStore
from bot.store.loading import Loaded, load
from bot.store.schema import FACTS, Schema
from bot.store.state import STATE
from bot.words.lexicon import Lexicon
from bot.words.places import Places

FACTS_FILE = "facts.sqlite3"
STATE_FILE = "state.sqlite3"


@dataclass(frozen=True, slots=True)
class App:
    """The parts that every channel shares, open."""

    settings: Settings
    library: Library
    lexicon: Lexicon
    places: Places
    database: Database
    store: FactStore
    desk: Desk
    loaded: Loaded


@asynccontextmanager
async def open_app(settings: Settings) -> AsyncIterator[App]:
    """Everything that answers questions, with SQLite up to date.

    Raises DataError naming file, line and reason when the data cannot be loaded; the database stays as it was.
    """
    lexicon = Lexicon.load(settings.data_dir / "lexicon")
    places = Places.load(settings.data_dir / "places")
    library = Library(settings.data_dir, settings.state_dir)
    async with open_facts(settings) as database:
        loaded = await load(database, library.entries())
        refuse_rejected(loaded)
        store = FactStore(database)
        catalogue = await store.catalogue()
        understander = Understander(lexicon, places, tuple(catalogue.reports.values()))
        desk = Desk(understander, Answerer(lexicon, places, store), places, settings.public_url)
        yield App(settings, library, lexicon, places, database, store, desk, loaded)


def open_facts(settings: Settings) -> AbstractAsyncContextManager[Database]:
    """The facts database, which can be built again from files."""
    return _open(settings.state_dir / FACTS_FILE, FACTS)


def open_state(settings: Settings) -> AbstractAsyncContextManager[Database]:
    """The database of all that cannot be made again from files: chats, subscriptions, what was sent."""
    return _open(settings.state_dir / STATE_FILE, STATE)


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
        reports = (await app.store.catalogue()).reports.values()
        app.desk.renew(Understander(app.lexicon, app.places, tuple(reports)))

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


@asynccontextmanager
async def _open(path: Path, schema: Schema) -> AsyncIterator[Database]:
    database = await open_database(path, schema)
    try:
        yield database
    finally:
        await database.close()


def refuse_rejected(loaded: Loaded) -> None:
    """Raises DataError for the first report that could not be loaded, if there is one."""
    for rejected in loaded.rejected:
        raise DataError(rejected.file, rejected.line, rejected.reason)


def home_region(places: Places, name: str) -> Region | None:
    """The place that a chat's home setting names; None when it names none or more than one."""
    found = places.named(name) if name else ()
    return found[0] if len(found) == 1 else None
