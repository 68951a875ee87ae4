"""The composition root: opens the files, brings the facts up to date, and wires the rooms together."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from bot.admin.backups import backups
from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.config import Settings
from bot.desk import Desk
from bot.errors import DataError
from bot.layout import FACTS_FILE, STATE_FILE
from bot.library import Library
from bot.model import Region
from bot.store.database import Database, open_database, opened
from bot.store.facts import FactStore
from bot.store.loading import Loaded, refresh
from bot.store.state import STATE
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary

LOOK_SECONDS = 15.0
"""How often it is looked whether another process has loaded the facts."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class App:
    """The parts that every channel shares, open. `revision` is that of the facts when they were opened."""

    settings: Settings
    library: Library
    vocabulary: Vocabulary
    database: Database
    store: FactStore
    desk: Desk
    loaded: Loaded
    revision: int

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon as it is now."""
        return self.vocabulary.lexicon

    @property
    def places(self) -> Places:
        """The places as they are now."""
        return self.vocabulary.places

    async def renew(self) -> None:
        """Answer from now on by what the files of words say and what reports there are."""
        lexicon, places = await asyncio.to_thread(words_of, self.settings)
        reports = tuple((await self.store.catalogue()).reports.values())
        measures = await self.store.measures()
        understander = await asyncio.to_thread(Understander, lexicon, places, reports, measures)
        self.desk.renew(understander, Answerer(lexicon, places, self.store))
        self.vocabulary.lexicon, self.vocabulary.places = lexicon, places

    async def follow(self) -> None:
        """Renew whenever the facts have become others, whoever loaded them; as long as the task lives."""
        seen = self.revision
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                now = (await self.store.catalogue()).revision
                if now != seen:
                    await self.renew()
                seen = now
            except Exception:  # it goes on with what it has; words that are being edited may not fit for a moment
                _log.exception("the words could not be read again")

    async def keep_facts(self) -> None:
        """Build the facts again where somebody deleted or replaced their file; as long as the task lives."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                if await asyncio.to_thread(self.database.is_lost):
                    _log.warning("%s was deleted or replaced; it is built again", self.database.path)
                    await self._build_again()
            except Exception:  # it goes on with the file that it has open
                _log.exception("the facts could not be built again")

    async def _build_again(self) -> None:
        async with AsyncExitStack() as held:
            fresh = await open_database(self.database.path)
            held.push_async_callback(fresh.close)
            refuse_rejected(await refresh(fresh, self.library.entries))
            await self.database.adopt(fresh)
            held.pop_all()


@asynccontextmanager
async def open_app(settings: Settings, *, or_as_before: bool = False) -> AsyncIterator[App]:
    """Everything that answers questions, with SQLite up to date.

    Raises DataError naming file, line and reason when the data cannot be loaded; the database stays as it was. With
    `or_as_before` what it held before serves on in that case, if it held anything, and `loaded` says what is wrong.
    """
    lexicon, places = words_of(settings)
    library = Library(settings.data_dir, settings.state_dir)
    async with open_facts(settings) as database:
        loaded = await refresh(database, library.entries)
        store = FactStore(database)
        catalogue = await store.catalogue()
        if not (or_as_before and catalogue.reports):
            refuse_rejected(loaded)
        understander = Understander(lexicon, places, tuple(catalogue.reports.values()), await store.measures())
        desk = Desk(understander, Answerer(lexicon, places, store), places, settings.public_url)
        yield App(settings, library, Vocabulary(lexicon, places), database, store, desk, loaded, catalogue.revision)


def open_facts(settings: Settings) -> AbstractAsyncContextManager[Database]:
    """The facts database, which can be built again from files."""
    return opened(settings.state_dir / FACTS_FILE)


@asynccontextmanager
async def open_state(settings: Settings) -> AsyncIterator[Database]:
    """The database of all that cannot be made again from files: chats, subscriptions, what was sent.

    Raises DataError with the way to restore when it cannot be used.
    """
    try:
        database = await open_database(settings.state_dir / STATE_FILE, STATE)
    except DataError as error:
        newest = backups(settings.state_dir)
        way = f"fazhi restore {newest[-1]}" if newest else "没有备份"
        raise DataError(error.file, error.line, f"{error.reason}；恢复的办法：{way}") from error
    try:
        yield database
    finally:
        await database.close()


def words_of(settings: Settings) -> tuple[Lexicon, Places]:
    """The lexicon and the places as their files say now; raises DataError."""
    return Lexicon.load(settings.data_dir / "lexicon"), Places.load(settings.data_dir / "places")


def refuse_rejected(loaded: Loaded) -> None:
    """Raises DataError for the first report that could not be loaded, if there is one."""
    for rejected in loaded.rejected:
        raise rejected.error


def home_region(places: Places, name: str) -> Region | None:
    """The place that a chat's home setting names; None when it names none or more than one."""
    found = places.named(name) if name else ()
    return found[0] if len(found) == 1 else None
