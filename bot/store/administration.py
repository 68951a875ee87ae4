"""Who may administer, what was done by whom, and what waits for an admin's yes or no. Part of the state database."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.store.database import Database
from bot.store.schema import Step

ADMINISTRATION = Step(
    "0004_administration",
    """
CREATE TABLE admin (user_id INTEGER PRIMARY KEY, granted_by INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    by INTEGER NOT NULL,
    act TEXT NOT NULL CHECK (act <> ''),
    at INTEGER NOT NULL
) STRICT;

CREATE TABLE pending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind <> ''),
    body TEXT NOT NULL CHECK (json_valid(body)),
    by INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dropped')),
    at INTEGER NOT NULL
) STRICT;
""",
)


SETTLED_KEPT_DAYS = 90
"""How long a settled order is recognised when its button is pressed once more."""


LARGEST = 2**63 - 1
"""The largest number that SQLite takes."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something an admin did, at Unix seconds."""

    by: int
    act: str
    at: int


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that an admin asked for and that waits to be confirmed; `body` belongs to its kind."""

    id: int
    kind: str
    body: Mapping[str, Any]
    by: int
    waiting: bool


class AdminStore:
    """Administration's part of the state database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def admins(self) -> tuple[int, ...]:
        """The people whom an owner made admins."""
        return tuple(row["user_id"] for row in await self._db.fetch("SELECT user_id FROM admin ORDER BY at, user_id"))

    async def grant(self, user: int, by: int) -> None:
        """Make somebody an admin."""
        async with self._db.write() as connection:
            values = (user, by, int(time.time()))
            await connection.execute("INSERT INTO admin VALUES (?, ?, ?) ON CONFLICT DO NOTHING", values)

    async def revoke(self, user: int) -> bool:
        """Take that back; False when they were none."""
        async with self._db.write() as connection:
            cursor = await connection.execute("DELETE FROM admin WHERE user_id = ?", (user,))
        return cursor.rowcount > 0

    async def note(self, key: str, by: int, act: str) -> None:
        """Write down what somebody did; the same key is written down once."""
        async with self._db.write() as connection:
            values = (key, by, act, int(time.time()))
            await connection.execute(
                "INSERT INTO audit (key, by, act, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", values
            )

    async def acts(self, limit: int) -> list[Act]:
        """What was done last, newest first."""
        rows = await self._db.fetch("SELECT by, act, at FROM audit ORDER BY id DESC LIMIT ?", (limit,))
        return [Act(*row) for row in rows]

    async def ask(self, key: str, kind: str, body: Mapping[str, Any], by: int) -> int:
        """Keep something until it is confirmed; returns its number, the same one for the same key."""
        async with self._db.write() as connection:
            values = (key, kind, json.dumps(body, ensure_ascii=False), by, int(time.time()))
            await connection.execute(
                "INSERT INTO pending (key, kind, body, by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", values
            )
            rows = await connection.execute_fetchall("SELECT id FROM pending WHERE key = ?", (key,))
            return int(next(iter(rows))["id"])

    async def pending(self, number: int) -> Pending | None:
        """What waits, or waited, under a number; people may type any."""
        if number > LARGEST:
            return None
        rows = await self._db.fetch("SELECT * FROM pending WHERE id = ?", (number,))
        return _pending(rows[0]) if rows else None

    async def open_ones(self, kind: str) -> list[Pending]:
        """All of a kind that wait, oldest first."""
        rows = await self._db.fetch("SELECT * FROM pending WHERE kind = ? AND state = 'waiting' ORDER BY id", (kind,))
        return [_pending(row) for row in rows]

    async def change(self, number: int, body: Mapping[str, Any]) -> None:
        """Put something else in the place of what waits."""
        async with self._db.write() as connection:
            text = json.dumps(body, ensure_ascii=False)
            await connection.execute("UPDATE pending SET body = ? WHERE id = ? AND state = 'waiting'", (text, number))

    async def settle(self, number: int, *, done: bool) -> None:
        """It was done, or dropped."""
        async with self._db.write() as connection:
            state = "done" if done else "dropped"
            await connection.execute("UPDATE pending SET state = ? WHERE id = ?", (state, number))

    async def forget_old(self) -> None:
        """Drop what was settled long ago; who did what stays."""
        before = int(time.time()) - SETTLED_KEPT_DAYS * 86_400
        async with self._db.write() as connection:
            await connection.execute("DELETE FROM pending WHERE state <> 'waiting' AND at < ?", (before,))

    async def waiting(self) -> int:
        """How many things wait for a yes or no."""
        rows = await self._db.fetch("SELECT count(*) AS n FROM pending WHERE state = 'waiting'")
        return int(rows[0]["n"])


def _pending(row: sqlite3.Row) -> Pending:
    return Pending(row["id"], row["kind"], json.loads(row["body"]), row["by"], row["state"] == "waiting")
