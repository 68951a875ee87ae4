"""Who wants to hear of what, and how: subscriptions and the delivery of each chat and forum topic.

Part of the state database, which is never rebuilt. Nothing but ids of chats and what they subscribed to is kept.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import aiosqlite

from bot.store.database import Database
from bot.store.schema import Step

SUBSCRIPTIONS = Step(
    "0002_subscriptions",
    """
CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    thread INTEGER NOT NULL CHECK (thread >= 0),
    places TEXT NOT NULL CHECK (json_valid(places)),
    topics TEXT NOT NULL CHECK (json_valid(topics)),
    keywords TEXT NOT NULL CHECK (json_valid(keywords)),
    at INTEGER NOT NULL,
    UNIQUE (chat_id, thread, places, topics, keywords)
) STRICT;

CREATE TABLE delivery (
    chat_id INTEGER NOT NULL,
    thread INTEGER NOT NULL CHECK (thread >= 0),
    cadence TEXT NOT NULL CHECK (cadence IN ('once', 'daily', 'weekly')),
    hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
    quiet_from INTEGER NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to INTEGER NOT NULL CHECK (quiet_to BETWEEN 0 AND 23),
    PRIMARY KEY (chat_id, thread)
) STRICT, WITHOUT ROWID;
""",
)


class Cadence(StrEnum):
    """When notices go out: as soon as there is something, or gathered once a day or a week."""

    ONCE = "once"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is subscribed to: any of the places (codes), any of the topics, all of the keywords; empty is everything."""

    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish of a chat's forum topic (thread 0: of the chat itself)."""

    id: int
    chat_id: int
    thread: int
    wish: Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How notices reach a chat's forum topic. Hours are those of Asia/Shanghai; weekday 0 is Monday.

    No notice arrives from `quiet_from` to `quiet_to` o'clock; the same hour twice means that no time is quiet.
    """

    cadence: Cadence = Cadence.ONCE
    hour: int = 9
    weekday: int = 0
    silent: bool = False
    quiet_from: int = 0
    quiet_to: int = 0


class SubscriptionStore:
    """The subscriptions' part of the state database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def subscribe(self, chat_id: int, thread: int, wish: Wish) -> bool:
        """Keep a wish; False when the chat's topic has exactly that one already."""
        values = (chat_id, thread, *_columns(wish), int(time.time()))
        async with self._db.write() as connection:
            cursor = await connection.execute(
                "INSERT INTO subscription (chat_id, thread, places, topics, keywords, at) VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING",
                values,
            )
            # Whoever asks for notices can be reached: an earlier block no longer counts.
            await connection.execute("DELETE FROM recipient WHERE chat_id = ?", (chat_id,))
        return cursor.rowcount > 0

    async def unsubscribe(self, chat_id: int, thread: int, subscription: int | None = None) -> int:
        """Drop one subscription of a chat's topic, or all of them; returns how many were dropped.

        With the last one goes what still waits to be sent there.
        """
        here = (chat_id, thread)
        async with self._db.write() as connection:
            cursor = await connection.execute(
                "DELETE FROM subscription WHERE chat_id = ? AND thread = ? AND (? IS NULL OR id = ?)",
                (*here, subscription, subscription),
            )
            await connection.execute(
                "DELETE FROM outbox WHERE chat_id = ? AND thread = ? AND state = 'waiting' AND kind = 'report' AND "
                "NOT EXISTS (SELECT 1 FROM subscription s WHERE s.chat_id = ? AND s.thread = ?)",
                (*here, *here),
            )
        return cursor.rowcount

    async def of(self, chat_id: int, thread: int | None = None) -> list[Subscription]:
        """The subscriptions of a chat (of one forum topic when it is named), oldest first."""
        rows = await self._db.fetch(
            "SELECT * FROM subscription WHERE chat_id = ? AND (? IS NULL OR thread = ?) ORDER BY id",
            (chat_id, thread, thread),
        )
        return [_subscription(row) for row in rows]

    async def delivery(self, chat_id: int, thread: int) -> Delivery:
        """How notices reach a chat's forum topic."""
        rows = await self._db.fetch("SELECT * FROM delivery WHERE chat_id = ? AND thread = ?", (chat_id, thread))
        return _delivery(rows[0]) if rows else Delivery()

    async def set_delivery(self, chat_id: int, thread: int, delivery: Delivery, due: int) -> None:
        """Change how notices reach a chat's forum topic; `due` (Unix seconds) is when those that wait may go out."""
        async with self._db.write() as connection:
            await connection.execute(
                "INSERT OR REPLACE INTO delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(chat_id, thread, delivery.cadence.value, delivery.hour, delivery.weekday),
                    *(int(delivery.silent), delivery.quiet_from, delivery.quiet_to),
                ),
            )
            await connection.execute(
                "UPDATE outbox SET due = ? WHERE chat_id = ? AND thread = ? AND state = 'waiting' AND kind = 'report'",
                (due, chat_id, thread),
            )

    async def spots(self) -> list[tuple[int, int]]:
        """Every chat and forum topic that subscribed to anything."""
        rows = await self._db.fetch("SELECT DISTINCT chat_id, thread FROM subscription ORDER BY chat_id, thread")
        return [(row["chat_id"], row["thread"]) for row in rows]

    async def counts(self) -> tuple[int, int]:
        """How many subscriptions there are, and of how many chats."""
        rows = await self._db.fetch("SELECT count(*), count(DISTINCT chat_id) FROM subscription")
        return int(rows[0][0]), int(rows[0][1])


async def read_all(connection: aiosqlite.Connection) -> list[tuple[Subscription, Delivery]]:
    """Every subscription whose chat can be reached, with its delivery, within somebody's transaction."""
    rows = await connection.execute_fetchall(
        "SELECT s.*, d.cadence, d.hour, d.weekday, d.silent, d.quiet_from, d.quiet_to FROM subscription s "
        "LEFT JOIN delivery d ON d.chat_id = s.chat_id AND d.thread = s.thread ORDER BY s.id"
    )
    return [(_subscription(row), _delivery(row) if row["cadence"] else Delivery()) for row in rows]


def _columns(wish: Wish) -> tuple[str, str, str]:
    """A wish as it is stored: the order in which it was typed makes no difference."""
    return _json(wish.places), _json(wish.topics), _json(wish.keywords)


def _json(values: Sequence[str]) -> str:
    return json.dumps(sorted(set(values)), ensure_ascii=False)


def _subscription(row: sqlite3.Row) -> Subscription:
    wish = Wish(*(tuple(json.loads(row[column])) for column in ("places", "topics", "keywords")))
    return Subscription(row["id"], row["chat_id"], row["thread"], wish)


def _delivery(row: sqlite3.Row) -> Delivery:
    return Delivery(
        cadence=Cadence(row["cadence"]),
        hour=row["hour"],
        weekday=row["weekday"],
        silent=bool(row["silent"]),
        quiet_from=row["quiet_from"],
        quiet_to=row["quiet_to"],
    )
