"""A group became a supergroup, which has another id: all that is kept of the group goes with it, whoever hears of it.

The service message may come first, or Telegram's answer to something that was sent to the old id. Messages that the bot
sent stay behind: their ids are other ones there.
"""

from __future__ import annotations

from bot.store.database import Database

_SETTINGS = ("chat", "admission")
_LISTS = ("subscription", "delivery", "outbox")


async def move_chat(state: Database, old: int, new: int) -> None:
    """Put everything under the new id; what that has already is no second time there. A second call does nothing."""
    async with state.write() as connection:
        for table in _SETTINGS:
            await connection.execute(f"UPDATE OR REPLACE {table} SET chat_id = ? WHERE chat_id = ?", (new, old))  # noqa: S608
        for table in _LISTS:
            await connection.execute(f"UPDATE OR IGNORE {table} SET chat_id = ? WHERE chat_id = ?", (new, old))  # noqa: S608
        for table in (*_LISTS, "recipient"):
            await connection.execute(f"DELETE FROM {table} WHERE chat_id = ?", (old,))  # noqa: S608 - constants
