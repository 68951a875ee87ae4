"""Which groups the bot sits in, and which chats an admin allowed or forbade. Part of the state database."""

from __future__ import annotations

import time
from enum import StrEnum

from bot.store.database import Database
from bot.store.schema import Step

ADMISSION = Step(
    "0006_admission",
    """
CREATE TABLE admission (
    chat_id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL CHECK (rule IN ('', 'allowed', 'forbidden')),
    at INTEGER NOT NULL
) STRICT;
""",
)


class Rule(StrEnum):
    """What was decided about a chat; NONE leaves it to the setting."""

    NONE = ""
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"


class AdmissionStore:
    """The decisions; of a chat only its id is kept."""

    def __init__(self, database: Database) -> None:
        self._db = database

    async def all(self) -> dict[int, Rule]:
        """Every chat that is known, in the order in which they came."""
        rows = await self._db.fetch("SELECT chat_id, rule FROM admission ORDER BY at, chat_id")
        return {row["chat_id"]: Rule(row["rule"]) for row in rows}

    async def rule(self, chat_id: int) -> Rule:
        """What was decided about one chat."""
        rows = await self._db.fetch("SELECT rule FROM admission WHERE chat_id = ?", (chat_id,))
        return Rule(rows[0]["rule"]) if rows else Rule.NONE

    async def decide(self, chat_id: int, rule: Rule) -> None:
        """Keep a decision."""
        await self._db.put("INSERT OR REPLACE INTO admission VALUES (?, ?, ?)", (chat_id, rule, int(time.time())))

    async def joined(self, chat_id: int) -> None:
        """The bot sits in that group now; what was decided about it stays."""
        sql = "INSERT INTO admission VALUES (?, '', ?) ON CONFLICT DO NOTHING"
        await self._db.put(sql, (chat_id, int(time.time())))

    async def left(self, chat_id: int) -> None:
        """The bot is there no more; what was decided about it stays."""
        await self._db.put("DELETE FROM admission WHERE chat_id = ? AND rule = ''", (chat_id,))
