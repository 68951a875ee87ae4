"""What is kept about conversations: updates that came in, answers that went out, buttons, each chat's home place.

Nothing here can be made again from files, so the database that holds it is never rebuilt. What a person wrote is kept
only as long as it is needed: an update's body until it is handled, a question with its answer for follow-ups and edits.
"""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.moving import move_chat
from bot.store.schema import Step

CHATS = Step(
    "0001_chats",
    """
CREATE TABLE inbox (
    arrival INTEGER PRIMARY KEY,
    update_id INTEGER NOT NULL UNIQUE,
    body TEXT,
    digest TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_waiting ON inbox (arrival) WHERE body IS NOT NULL;

CREATE TABLE chat (
    chat_id INTEGER PRIMARY KEY,
    home TEXT NOT NULL CHECK (home GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]')
) STRICT;

CREATE TABLE sent (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    update_id INTEGER NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    question INTEGER NOT NULL,
    ask TEXT NOT NULL,
    query TEXT NOT NULL,
    tabs INTEGER NOT NULL CHECK (tabs IN (0, 1)),
    at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sent_by_update ON sent (update_id, part);
CREATE INDEX sent_by_question ON sent (chat_id, question, part);

CREATE TABLE phrase (key TEXT PRIMARY KEY, ask TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE press (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    data TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id, data)
) STRICT, WITHOUT ROWID;
""",
)
"""The first step of the state database."""

PHRASE_AGE = Step(
    "0007_phrase_age",
    """
ALTER TABLE phrase ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
UPDATE phrase SET at = unixepoch();
""",
)

UPDATES_KEPT_DAYS = 8
"""Telegram delivers an update again for a day at most."""

ANSWERS_KEPT_DAYS = 90
"""How long an answer can be followed up, its question edited, and the buttons under it pressed."""

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that came in and is not handled yet: its JSON, and how often it was taken up again."""

    update_id: int
    body: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A message of the bot: part `part` of the answer to message `question`, made while handling `update_id`.

    `ask` is the message that it answers, `query` how that was understood (JSON, "" when unknown); `tabs` says that
    pressing one of its choices changes this very message.
    """

    chat_id: int
    message_id: int
    update_id: int
    part: int
    question: int
    ask: str
    query: str = ""
    tabs: bool = False


class ChatStore:
    """The conversations' part of the state database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def take_in(self, updates: Iterable[tuple[int, str]]) -> set[int]:
        """Keep updates (id, JSON) that were never seen, in their order; returns the ids of those.

        An id that comes back with another content is a new update: another bot's, or of a server that counts anew.
        """
        bodies = dict(updates)
        marks = ", ".join("?" * len(bodies))
        digests = {update_id: hashlib.sha256(body.encode()).hexdigest() for update_id, body in bodies.items()}
        async with self._db.write() as connection:
            rows = await connection.execute_fetchall(
                f"SELECT update_id, digest FROM inbox WHERE update_id IN ({marks})",  # noqa: S608 - question marks only
                list(bodies),
            )
            known = {int(row[0]): str(row[1]) for row in rows}
            new = {update_id for update_id in bodies if known.get(update_id) != digests[update_id]}
            reused = [(update_id,) for update_id in new & known.keys()]
            await connection.executemany("DELETE FROM inbox WHERE update_id = ?", reused)
            await connection.executemany("UPDATE sent SET update_id = 0 WHERE update_id = ?", reused)
            await connection.executemany(
                "INSERT INTO inbox (update_id, body, digest, at) VALUES (?, ?, ?, ?)",
                [(number, body, digests[number], _now()) for number, body in bodies.items() if number in new],
            )
        return new

    async def handled(self, update_id: int) -> None:
        """An update needs no more work: only its id is kept, so that it is recognised when it comes again."""
        await self._db.put("UPDATE inbox SET body = NULL WHERE update_id = ?", (update_id,))

    async def unhandled(self) -> list[Waiting]:
        """What an earlier run took in and did not finish, in order of arrival."""
        rows = await self._db.fetch("SELECT update_id, body, tries FROM inbox WHERE body IS NOT NULL ORDER BY arrival")
        return [Waiting(*row) for row in rows]

    async def tried(self, update_id: int) -> None:
        """Work on an update that an earlier run did not finish begins once more."""
        await self._db.put("UPDATE inbox SET tries = tries + 1 WHERE update_id = ?", (update_id,))

    async def forget_old(self) -> None:
        """Drop what is past its time."""
        async with self._db.write() as connection:
            await connection.execute(
                "DELETE FROM inbox WHERE body IS NULL AND at < ?", (_now() - UPDATES_KEPT_DAYS * DAY,)
            )
            for table in ("sent", "press", "phrase"):
                before = _now() - ANSWERS_KEPT_DAYS * DAY
                await connection.execute(f"DELETE FROM {table} WHERE at < ?", (before,))  # noqa: S608 - constants

    async def remember(self, sent: Sent) -> None:
        """Keep what became of a question; a message that was edited into another answer keeps the newer one."""
        key = (sent.chat_id, sent.message_id, sent.update_id, sent.part, sent.question)
        values = (*key, sent.ask, sent.query, int(sent.tabs), _now())
        await self._db.put("INSERT OR REPLACE INTO sent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    async def forget(self, chat_id: int, message_id: int) -> None:
        """A message of the bot is gone."""
        await self._db.put("DELETE FROM sent WHERE chat_id = ? AND message_id = ?", (chat_id, message_id))

    async def sent(self, chat_id: int, message_id: int) -> Sent | None:
        """What is known of a message of the bot."""
        return _first(await self._sent("chat_id = ? AND message_id = ?", chat_id, message_id))

    async def sent_for(self, update_id: int) -> list[Sent]:
        """The parts that were already sent while handling an update."""
        return await self._sent("update_id = ?", update_id)

    async def answers_to(self, chat_id: int, question: int) -> list[Sent]:
        """The messages that answer a question, first part first."""
        return await self._sent("chat_id = ? AND question = ?", chat_id, question)

    async def latest(self, chat_id: int, seconds: int) -> Sent | None:
        """The bot's last answer in a chat, if it is not older than so many seconds."""
        found = await self._sent("chat_id = ? AND query <> '' AND at >= ?", chat_id, _now() - seconds)
        return max(found, key=lambda sent: sent.message_id, default=None)

    async def _sent(self, where: str, *values: int) -> list[Sent]:
        columns = "chat_id, message_id, update_id, part, question, ask, query, tabs"
        rows = await self._db.fetch(
            f"SELECT {columns} FROM sent WHERE {where} ORDER BY part",  # noqa: S608 - constants of this module
            values,
        )
        return [Sent(**{**dict(row), "tabs": bool(row["tabs"])}) for row in rows]

    async def shorten(self, ask: str) -> str:
        """A key of 16 characters that stands for a message for as long as answers are kept."""
        key = base64.urlsafe_b64encode(hashlib.sha256(ask.encode()).digest()[:12]).decode()
        sql = "INSERT INTO phrase VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at"
        await self._db.put(sql, (key, ask, _now()))
        return key

    async def lengthen(self, key: str) -> str:
        """The message that a key stands for; "" for a key that was never given out, or too long ago."""
        rows = await self._db.fetch("SELECT ask FROM phrase WHERE key = ?", (key,))
        return str(rows[0]["ask"]) if rows else ""

    async def was_pressed(self, chat_id: int, message_id: int, data: str) -> bool:
        """Whether that button of that message has already done its work."""
        where = "chat_id = ? AND message_id = ? AND data = ?"
        rows = await self._db.fetch(f"SELECT 1 FROM press WHERE {where}", (chat_id, message_id, data))  # noqa: S608
        return bool(rows)

    async def press(self, chat_id: int, message_id: int, data: str) -> None:
        """That button of that message has done its work."""
        values = (chat_id, message_id, data, _now())
        await self._db.put("INSERT INTO press VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", values)

    async def home(self, chat_id: int) -> str:
        """The six-digit code of a chat's home place; "" when none was set."""
        rows = await self._db.fetch("SELECT home FROM chat WHERE chat_id = ?", (chat_id,))
        return str(rows[0]["home"]) if rows else ""

    async def set_home(self, chat_id: int, adcode: str) -> None:
        """Set a chat's home place, or none with ""."""
        async with self._db.write() as connection:
            if adcode:
                await connection.execute("INSERT OR REPLACE INTO chat VALUES (?, ?)", (chat_id, adcode))
            else:
                await connection.execute("DELETE FROM chat WHERE chat_id = ?", (chat_id,))

    async def migrate(self, old: int, new: int) -> None:
        """A group became a supergroup: see `move_chat`."""
        await move_chat(self._db, old, new)


def _first(found: list[Sent]) -> Sent | None:
    return found[0] if found else None


def _now() -> int:
    return int(time.time())
