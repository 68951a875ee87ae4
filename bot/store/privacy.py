"""All that is stored about one chat: shown to it, and forgotten when it asks for that."""

from __future__ import annotations

from typing import Any

from bot.store.database import Database

_TABLES = {
    "chat": "home",
    "subscription": "thread, places, topics, keywords, at",
    "delivery": "thread, cadence, hour, weekday, silent, quiet_from, quiet_to",
    "recipient": "not_before, refusals",
    "outbox": "thread, kind, name, revision, state, at",
    "sent": "message_id, question, ask, query, at",
    "press": "message_id, data, at",
    "admission": "rule, at",
}
"""Every table that holds something about a chat, with what is of interest in it; a test compares it with the schema."""

_KEPT = ("admission",)
"""What an admin decided about a chat is not the chat's to undo."""

_RAISED_HERE = "json_extract(body, '$.chat') = ?"
"""Disputed figures name the chat that they came from."""


async def export(state: Database, chat_id: int) -> dict[str, list[dict[str, Any]]]:
    """What is stored about a chat, by table."""
    found = {}
    for table, columns in _TABLES.items():
        rows = await state.fetch(f"SELECT {columns} FROM {table} WHERE chat_id = ?", (chat_id,))  # noqa: S608 - constants
        found[table] = [dict(row) for row in rows]
    rows = await state.fetch(f"SELECT body, state, at FROM pending WHERE {_RAISED_HERE}", (chat_id,))  # noqa: S608
    return found | {"pending": [dict(row) for row in rows]}


async def forget(state: Database, chat_id: int) -> None:
    """Drop all that is stored about a chat, but for whether an admin allowed or forbade it."""
    async with state.write() as connection:
        for table in _TABLES.keys() - set(_KEPT):
            await connection.execute(f"DELETE FROM {table} WHERE chat_id = ?", (chat_id,))  # noqa: S608 - constants
        await connection.execute(f"DELETE FROM pending WHERE {_RAISED_HERE}", (chat_id,))  # noqa: S608 - a constant
