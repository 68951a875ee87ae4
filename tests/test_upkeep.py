"""Keeping house: once a day a backup is made and what is past its time goes, as the README promises."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from bot.admin.backups import backups
from bot.app import open_app, open_state
from bot.config import Settings
from bot.store.chats import ChatStore
from bot.store.database import Database
from bot.upkeep import open_upkeep

DAY = 86_400
KEPT_DAYS = {"sent": 90, "press": 90, "phrase": 90, "inbox": 8, "outbox": 90, "bulletin": 90, "pending": 90}


async def fill(state: Database, days: int, number: int) -> None:
    """A row in every table that people's words may stand in, so many days old and done with."""
    at = int(time.time()) - days * DAY
    rows = {
        "sent": (
            "chat_id, message_id, update_id, part, question, ask, query, tabs, at",
            (1, number, 0, 0, 0, "问", "", 0),
        ),
        "press": ("chat_id, message_id, data, at", (1, number, "x")),
        "phrase": ("key, ask, at", (f"k{number}", "问")),
        "inbox": ("update_id, body, digest, at", (number, None, "d")),
        "bulletin": ("id, html, at", (number, "话")),
        "outbox": (
            "chat_id, thread, kind, name, revision, topics, due, state, at",
            (1, 0, "bulletin", f"n{number}", number, "[]", at, "sent"),
        ),
        "pending": ("key, kind, body, by, state, at", (f"p{number}", "dispute", "{}", 1, "done")),
    }
    async with state.write() as connection:
        for table, (columns, values) in rows.items():
            marks = ", ".join("?" * (len(values) + 1))
            await connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", (*values, at))


async def test_what_is_past_its_time_goes_with_the_days_backup(tmp_path: Path) -> None:
    settings = Settings(state_dir=tmp_path)
    async with open_app(settings) as app, open_state(settings) as state:
        for number, days in enumerate((0, 7, 9, 89, 91), 1):
            await fill(state, days, number)
        waiting = "INSERT INTO inbox (update_id, body, digest, at) VALUES (99, '{}', 'd', 0)"
        await state.put(waiting)
        keeping = asyncio.create_task(open_upkeep(app, state).keep())
        for _ in range(600):  # orders are the last that go
            if not await state.fetch("SELECT 1 FROM pending WHERE key = 'p5'"):
                break
            await asyncio.sleep(0.05)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        left = {table: len(await state.fetch(f"SELECT 1 FROM {table}")) for table in KEPT_DAYS}
    assert left == {table: 4 if days == 90 else 3 for table, days in KEPT_DAYS.items()}
    assert len(backups(tmp_path)) == 1


async def test_a_button_works_as_long_as_answers_are_kept_since_it_was_last_shown(tmp_path: Path) -> None:
    async with open_state(Settings(state_dir=tmp_path)) as state:
        chats = ChatStore(state)
        old, shown_again = await chats.shorten("光明 行政复议"), await chats.shorten("廉江 行政复议")
        await state.put("UPDATE phrase SET at = 0")
        assert await chats.shorten("廉江 行政复议") == shown_again
        await chats.forget_old()
        assert await chats.lengthen(old) == ""
        assert await chats.lengthen(shown_again) == "廉江 行政复议"
