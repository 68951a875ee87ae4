"""The page as people reach it: a real server on a free port over a real database with the annotated reports."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.config import Settings
from bot.desk import Desk
from bot.model import Bundle, Entry
from bot.reading.reader import Reader
from bot.store.database import Database, open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.web.application import build
from bot.web.server import config
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary
from tests.golden import ROOT, bundles, entries

PATIENCE = 60.0
"""Seconds that a test waits for an answer: machines that run tests are busy, and a first picture loads a library."""


@dataclass(frozen=True, slots=True)
class Service:
    """A running service: its address, a client for it, and what it serves from."""

    base: str
    client: httpx.AsyncClient
    desk: Desk
    store: FactStore
    db: Database


@lru_cache(maxsize=1)
def words() -> tuple[Lexicon, Places]:
    """The lexicon and the places of the project."""
    return Lexicon.load(ROOT / "data" / "lexicon"), Places.load(ROOT / "data" / "places")


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The project's reader."""
    return Reader.load(ROOT / "data" / "lexicon")


@lru_cache(maxsize=1)
def shelf() -> list[Bundle]:
    """The annotated reports with their indicators."""
    return bundles(words()[0].indicator_of)


@lru_cache(maxsize=1)
def understander() -> Understander:
    """One for all services, since it takes time to build and holds no state."""
    lexicon, places = words()
    return Understander(lexicon, places, [bundle.report for bundle in shelf()])


@asynccontextmanager
async def running(
    folder: Path,
    settings: dict[str, Any] | None = None,
    desk: Desk | None = None,
    library: Sequence[Entry] = (),
    **options: Any,
) -> AsyncIterator[Service]:
    """A service with its database in the folder, over the annotated reports or another library; `options` are those of
    `build`."""
    lexicon, places = words()
    db = await open_database(folder / "facts.sqlite3")
    await load(db, library or entries(shelf()))
    store = FactStore(db)
    own = desk or Desk(understander(), Answerer(lexicon, places, store), places)
    chosen = Settings(**{"web_address": "127.0.0.1:0", **(settings or {})})
    app = build(chosen, own, store, Vocabulary(lexicon, places), reader().outline, **options)
    try:
        async with served(config(app, chosen)) as base, httpx.AsyncClient(base_url=base, timeout=PATIENCE) as client:
            yield Service(base, client, own, store, db)
    finally:
        await db.close()


class Announced(uvicorn.Server):
    """A server that tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@asynccontextmanager
async def served(settings: uvicorn.Config) -> AsyncIterator[str]:
    """The address of a server that runs within the block."""
    server = Announced(settings)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        task = asyncio.create_task(server.serve(sockets=[listening]))
        async with asyncio.timeout(PATIENCE):
            await server.ready.wait()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task
