"""Who is still to be told what: the outbox, and how chats take what they get.

A message to a chat is a row before it is sent and is marked sent after the channel accepted it, so a killed process
loses none. Rows are unique per chat, forum topic, report and revision: telling somebody the same thing twice would take
two rows, and there is only one.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import aiosqlite

from bot.store.database import Database
from bot.store.moving import move_chat
from bot.store.schema import Step

OUTBOX = Step(
    "0003_outbox",
    """
CREATE TABLE publication (
    report TEXT NOT NULL CHECK (report <> ''),
    revision INTEGER NOT NULL CHECK (revision > 0),
    fingerprint TEXT NOT NULL,
    digest TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (report, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline (only INTEGER PRIMARY KEY CHECK (only = 1), at INTEGER NOT NULL) STRICT;

CREATE TABLE bulletin (id INTEGER PRIMARY KEY AUTOINCREMENT, html TEXT NOT NULL, at INTEGER NOT NULL) STRICT;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    thread INTEGER NOT NULL CHECK (thread >= 0),
    kind TEXT NOT NULL CHECK (kind IN ('report', 'bulletin')),
    name TEXT NOT NULL CHECK (name <> ''),
    revision INTEGER NOT NULL,
    topics TEXT NOT NULL CHECK (json_valid(topics)),
    due INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dropped')),
    at INTEGER NOT NULL,
    UNIQUE (chat_id, thread, kind, name, revision)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (chat_id, id) WHERE state = 'waiting';
CREATE INDEX outbox_done ON outbox (at) WHERE state <> 'waiting';

CREATE TABLE recipient (
    chat_id INTEGER PRIMARY KEY,
    not_before REAL NOT NULL,
    refusals INTEGER NOT NULL CHECK (refusals >= 0)
) STRICT;
""",
)

_ROWS_OF = "SELECT count(*) AS n FROM outbox WHERE kind = 'bulletin' AND name = ?"

SENT_KEPT_DAYS = 90
"""How long it is known that a message was sent."""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the outbox that waits: a report's revision, or (kind `bulletin`) the bulletin of that number."""

    id: int
    chat_id: int
    thread: int
    kind: str
    name: str
    revision: int
    topics: tuple[str, ...]
    tries: int


@dataclass(frozen=True, slots=True)
class Queue:
    """How the outbox stands: rows that wait, how long the oldest that is due waits (seconds), chats held back."""

    waiting: int
    oldest: int
    held: int


class OutboxStore:
    """The outbox in the state database. `news` is set when rows come in."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self.news = asyncio.Event()

    @property
    def database(self) -> Database:
        """The state database, for those who write to the outbox within a transaction of their own."""
        return self._db

    async def post(self, html: str, chats: Iterable[tuple[int, int]], key: str = "") -> int:
        """Queue one message (Telegram HTML) for many (chat, thread) in one transaction; returns how many rows it has.

        With a key, a second call with the same key queues nothing more.
        """
        queued = 0
        async with self._db.write() as connection:
            known = await connection.execute_fetchall(_ROWS_OF, (key,))
            if before := int(next(iter(known))["n"]):
                return before
            cursor = await connection.execute("INSERT INTO bulletin (html, at) VALUES (?, ?)", (html, _now()))
            name = key or str(cursor.lastrowid)
            for chat_id, thread in chats:
                values = (chat_id, thread, "bulletin", name, cursor.lastrowid, "[]", _now())
                queued += await insert_row(connection, values)
        self.news.set()
        return queued

    async def posted(self, key: str) -> int:
        """How many rows the message with this key has; 0 when none was posted."""
        return int((await self._db.fetch(_ROWS_OF, (key,)))[0]["n"])

    async def bulletin(self, number: int) -> str:
        """The Telegram HTML of a bulletin; "" when there is none."""
        rows = await self._db.fetch("SELECT html FROM bulletin WHERE id = ?", (number,))
        return str(rows[0]["html"]) if rows else ""

    async def heads(self, now: float, limit: int) -> list[int]:
        """Chats that a message is due for and that are not held back, the longest waiting first."""
        rows = await self._db.fetch(
            "SELECT o.chat_id FROM outbox o LEFT JOIN recipient r ON r.chat_id = o.chat_id "
            "WHERE o.state = 'waiting' AND o.due <= ? AND coalesce(r.not_before, 0) <= ? "
            "GROUP BY o.chat_id ORDER BY min(o.id) LIMIT ?",
            (now, now, limit),
        )
        return [int(row["chat_id"]) for row in rows]

    async def due(self, chat_id: int, now: float) -> list[Item]:
        """What is due for a chat, in the order in which it must arrive."""
        rows = await self._db.fetch(
            "SELECT * FROM outbox WHERE chat_id = ? AND state = 'waiting' AND due <= ? ORDER BY id",
            (chat_id, now),
        )
        return [_item(row) for row in rows]

    async def next_due(self, now: float) -> float | None:
        """The next moment (Unix seconds) at which something can be sent that cannot be now; None when nothing waits."""
        rows = await self._db.fetch(
            "SELECT min(max(o.due, coalesce(r.not_before, 0))) AS due FROM outbox o "
            "LEFT JOIN recipient r ON r.chat_id = o.chat_id WHERE o.state = 'waiting' "
            "AND max(o.due, coalesce(r.not_before, 0)) > ?",
            (now,),
        )
        return None if rows[0]["due"] is None else float(rows[0]["due"])

    async def sent(self, items: Iterable[Item]) -> None:
        """The channel accepted these; the chat takes messages."""
        chosen = list(items)
        async with self._db.write() as connection:
            await _finish(connection, chosen, "sent")
            await connection.executemany(
                "DELETE FROM recipient WHERE chat_id = ?", {(item.chat_id,) for item in chosen}
            )

    async def drop(self, items: Iterable[Item]) -> None:
        """These can never be sent."""
        async with self._db.write() as connection:
            await _finish(connection, list(items), "dropped")

    async def postpone(self, items: Iterable[Item], until: float) -> None:
        """These wait until then (Unix seconds), each counted as tried; others of the chat need not wait for them."""
        async with self._db.write() as connection:
            await connection.executemany(
                "UPDATE outbox SET due = ?, tries = tries + 1 WHERE id = ?", [(ceil(until), item.id) for item in items]
            )

    async def hold(self, chat_id: int, until: float, items: Iterable[Item] = ()) -> None:
        """Try this chat again at `until` (Unix seconds); counts a try for the items."""
        async with self._db.write() as connection:
            await connection.execute(
                "INSERT INTO recipient VALUES (?, ?, 0) ON CONFLICT DO UPDATE SET not_before = excluded.not_before",
                (chat_id, until),
            )
            await connection.executemany(
                "UPDATE outbox SET tries = tries + 1 WHERE id = ?", [(item.id,) for item in items]
            )

    async def refused(self, chat_id: int) -> int:
        """The chat does not let us write; returns how often in a row that was."""
        async with self._db.write() as connection:
            await connection.execute(
                "INSERT INTO recipient VALUES (?, 0, 1) ON CONFLICT DO UPDATE SET refusals = refusals + 1", (chat_id,)
            )
            rows = await connection.execute_fetchall("SELECT refusals FROM recipient WHERE chat_id = ?", (chat_id,))
            return int(next(iter(rows))["refusals"])

    async def end(self, chat_id: int) -> None:
        """The chat is told nothing more: what waits for it and all that it subscribed to goes."""
        async with self._db.write() as connection:
            for table in ("subscription", "delivery", "recipient"):
                await connection.execute(f"DELETE FROM {table} WHERE chat_id = ?", (chat_id,))  # noqa: S608 - constants
            await connection.execute(
                "UPDATE outbox SET state = 'dropped', at = ? WHERE chat_id = ? AND state = 'waiting'", (_now(), chat_id)
            )

    async def move(self, old: int, new: int) -> None:
        """A group became a supergroup: see `move_chat`."""
        await move_chat(self._db, old, new)

    async def queue(self) -> Queue:
        """How the outbox stands."""
        rows = await self._db.fetch(
            "SELECT count(*) AS waiting, min(CASE WHEN due <= ?1 THEN due END) AS oldest, "
            "(SELECT count(*) FROM recipient WHERE not_before > ?1) AS held FROM outbox WHERE state = 'waiting'",
            (_now(),),
        )
        oldest = _now() - rows[0]["oldest"] if rows[0]["oldest"] is not None else 0
        return Queue(rows[0]["waiting"], max(0, oldest), rows[0]["held"])

    async def forget_old(self) -> None:
        """Drop rows whose message went out long ago, and bulletins that nobody waits for."""
        before = _now() - SENT_KEPT_DAYS * 86_400
        async with self._db.write() as connection:
            await connection.execute("DELETE FROM outbox WHERE state <> 'waiting' AND at < ?", (before,))
            await connection.execute(
                "DELETE FROM bulletin WHERE at < ? AND NOT EXISTS (SELECT 1 FROM outbox "
                "WHERE kind = 'bulletin' AND revision = bulletin.id)",
                (before,),
            )


async def insert_row(connection: aiosqlite.Connection, values: tuple[object, ...]) -> int:
    """Queue a message within somebody's transaction: chat, thread, kind, name, revision, topics (JSON), due.

    Returns 0 when that chat's topic has the same one already, else 1.
    """
    cursor = await connection.execute(
        "INSERT INTO outbox (chat_id, thread, kind, name, revision, topics, due, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING",
        (*values, _now()),
    )
    return cursor.rowcount


async def _finish(connection: aiosqlite.Connection, items: Sequence[Item], state: str) -> None:
    await connection.executemany(
        "UPDATE outbox SET state = ?, at = ? WHERE id = ?", [(state, _now(), item.id) for item in items]
    )


def _item(row: sqlite3.Row) -> Item:
    return Item(
        *(row["id"], row["chat_id"], row["thread"], row["kind"], row["name"], row["revision"]),
        tuple(json.loads(row["topics"])),
        row["tries"],
    )


def _now() -> int:
    return int(time.time())
