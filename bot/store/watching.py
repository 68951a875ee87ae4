"""What is remembered of watched pages: how they stood, when they are looked at next, which reports were found there.

Part of the state database, so that nothing is proposed twice.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.schema import Step

WATCHING = Step(
    "0005_watching",
    """
CREATE TABLE watched_page (
    url TEXT PRIMARY KEY CHECK (url <> ''),
    sought TEXT NOT NULL,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    due REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE watched_link (
    identity TEXT PRIMARY KEY CHECK (identity <> ''),
    url TEXT NOT NULL CHECK (url <> ''),
    title TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    due REAL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_link_waiting ON watched_link (due) WHERE due IS NOT NULL;
""",
)


@dataclass(frozen=True, slots=True)
class WatchedPage:
    """A page as it stood when it was last looked at for `sought`; `due` is the next time (Unix seconds)."""

    url: str
    sought: str = ""
    etag: str = ""
    modified: str = ""
    failures: int = 0
    due: float = 0.0


@dataclass(frozen=True, slots=True)
class WatchedLink:
    """A report that was found and is to be fetched. `identity` is the same for all spellings of its address."""

    identity: str
    url: str
    title: str
    failures: int = 0


class WatchStore:
    """The watched pages' part of the state database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def page(self, url: str) -> WatchedPage:
        """What is known of a page."""
        rows = await self._db.fetch("SELECT * FROM watched_page WHERE url = ?", (url,))
        return WatchedPage(**dict(rows[0])) if rows else WatchedPage(url)

    async def looked(self, page: WatchedPage, links: Iterable[WatchedLink]) -> None:
        """How a page stands now, with what was found there; what was found before is as it was."""
        now = int(time.time())
        async with self._db.write() as connection:
            await connection.execute(
                "INSERT OR REPLACE INTO watched_page VALUES (?, ?, ?, ?, ?, ?)",
                (page.url, page.sought, page.etag, page.modified, page.failures, page.due),
            )
            await connection.executemany(
                "INSERT INTO watched_link (identity, url, title, due, at) VALUES (?, ?, ?, 0, ?) "
                "ON CONFLICT DO NOTHING",
                [(link.identity, link.url, link.title, now) for link in links],
            )

    async def waiting(self, now: float, limit: int) -> list[WatchedLink]:
        """Reports that are to be fetched now, those that were found first before others."""
        rows = await self._db.fetch(
            "SELECT identity, url, title, failures FROM watched_link WHERE due <= ? ORDER BY at, identity LIMIT ?",
            (now, limit),
        )
        return [_link(row) for row in rows]

    async def again(self, link: WatchedLink, due: float) -> None:
        """A report could not be fetched; it is tried again at `due` (Unix seconds)."""
        async with self._db.write() as connection:
            await connection.execute(
                "UPDATE watched_link SET failures = failures + 1, due = ? WHERE identity = ?", (due, link.identity)
            )

    async def settle(self, link: WatchedLink) -> None:
        """Nothing more is to be done about a report, ever."""
        async with self._db.write() as connection:
            await connection.execute("UPDATE watched_link SET due = NULL WHERE identity = ?", (link.identity,))

    async def counts(self) -> tuple[int, int]:
        """How many pages could not be looked at the last time, and how many reports wait to be fetched."""
        rows = await self._db.fetch(
            "SELECT (SELECT count(*) FROM watched_page WHERE failures > 0) AS failing, "
            "(SELECT count(*) FROM watched_link WHERE due IS NOT NULL) AS waiting"
        )
        return int(rows[0]["failing"]), int(rows[0]["waiting"])


def _link(row: sqlite3.Row) -> WatchedLink:
    return WatchedLink(row["identity"], row["url"], row["title"], row["failures"])
