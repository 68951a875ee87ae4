"""All that is stored about one chat, or the person whose private chat it is: shown to it, and forgotten on request.

What an admin did stays, with the admin's id: whoever answers for published figures must be known. So does what admins
decided about the chat itself.
"""

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

_RAISED = "kind = 'dispute' AND (json_extract(body, '$.chat') = ?1 OR by = ?1)"
"""Disputed figures: those that came from the chat, and those that the person raised elsewhere."""

_TOLD = f"kind = 'bulletin' AND name IN (SELECT 'told:' || key FROM pending WHERE {_RAISED})"  # noqa: S608 - constants
"""What was told to the admins about those."""


async def export(state: Database, chat_id: int) -> dict[str, list[dict[str, Any]]]:
    """What is stored about a chat, by table."""
    queries = {
        table: f"SELECT {columns} FROM {table} WHERE chat_id = ?1"  # noqa: S608 - constants
        for table, columns in _TABLES.items()
    }
    queries["pending"] = f"SELECT body, state, at FROM pending WHERE {_RAISED}"  # noqa: S608 - a constant
    queries["admin"] = "SELECT granted_by, at FROM admin WHERE user_id = ?1"
    queries["audit"] = "SELECT act, at FROM audit WHERE by = ?1"
    return {table: [dict(row) for row in await state.fetch(sql, (chat_id,))] for table, sql in queries.items()}


async def forget(state: Database, chat_id: int) -> None:
    """Drop all that is stored about a chat, but for what admins did and decided."""
    orders = [
        f"DELETE FROM bulletin WHERE id IN (SELECT revision FROM outbox WHERE {_TOLD})",  # noqa: S608 - constants
        f"DELETE FROM outbox WHERE {_TOLD}",  # noqa: S608
        f"DELETE FROM pending WHERE {_RAISED}",  # noqa: S608
        # A message to this chat alone, an answer to it for example.
        "DELETE FROM bulletin WHERE id IN (SELECT revision FROM outbox WHERE kind = 'bulletin' GROUP BY revision "
        "HAVING min(chat_id) = ?1 AND max(chat_id) = ?1)",
        *(f"DELETE FROM {table} WHERE chat_id = ?1" for table in _TABLES if table not in _KEPT),  # noqa: S608
    ]
    async with state.write() as connection:
        for order in orders:
            await connection.execute(order, (chat_id,))
