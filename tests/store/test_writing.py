"""Statements that wait at the same time share a transaction, each with its own end."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.database import Database, open_database
from bot.store.state import STATE

PHRASE = "INSERT INTO phrase VALUES (?, ?, 0)"


@pytest.fixture
async def state(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(tmp_path / "state.sqlite3", STATE)
    yield database
    await database.close()


def on_disk(state: Database) -> list[str]:
    """What another process sees at this moment."""
    with closing(sqlite3.connect(state.path)) as other:
        return [key for (key,) in other.execute("SELECT key FROM phrase ORDER BY key")]


async def test_what_was_put_is_on_disk(state: Database) -> None:
    await state.put(PHRASE, ("a", "1"))
    assert on_disk(state) == ["a"]


async def test_each_of_many_is_on_disk_when_its_own_call_returns(state: Database) -> None:
    async def put(number: int) -> bool:
        await state.put(PHRASE, (f"{number:03}", "x"))
        return f"{number:03}" in on_disk(state)

    assert all(await asyncio.gather(*(put(number) for number in range(100))))
    assert len(on_disk(state)) == 100


async def test_a_statement_that_fails_fails_alone(state: Database) -> None:
    keys = ("a", "b", "a", "c")
    outcomes = await asyncio.gather(*(state.put(PHRASE, (key, "x")) for key in keys), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), type(None), sqlite3.IntegrityError, type(None)]
    assert on_disk(state) == ["a", "b", "c"]


async def test_they_are_carried_out_in_order_and_beside_other_transactions(state: Database) -> None:
    async def write() -> None:
        async with state.write() as connection:
            await connection.execute(PHRASE, ("w", "x"))

    changes = [state.put("INSERT OR REPLACE INTO phrase VALUES ('k', ?, 0)", (str(number),)) for number in range(20)]
    await asyncio.gather(*changes[:10], write(), *changes[10:])
    (row,) = await state.fetch("SELECT ask FROM phrase WHERE key = 'k'")
    assert row["ask"] == "19"
    assert on_disk(state) == ["k", "w"]


@pytest.mark.parametrize("reads", range(4))
async def test_whoever_is_cancelled_at_any_moment_leaves_the_writer_to_the_next(state: Database, reads: int) -> None:
    async def write() -> None:
        async with state.write() as connection:
            await connection.execute(PHRASE, ("cancelled", "x"))

    task = asyncio.create_task(write())
    await asyncio.sleep(0)  # BEGIN is on its way; the statement and the commit take about as long as a read each
    for _ in range(reads):
        await state.fetch("SELECT 1")
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with state.write() as connection:
        await connection.execute(PHRASE, ("next", "x"))
    assert "next" in on_disk(state)


async def test_one_that_nobody_waits_for_any_more_is_carried_out_and_harms_no_other(state: Database) -> None:
    async with state.write():
        left = asyncio.create_task(state.put(PHRASE, ("a", "x")))
        other = asyncio.create_task(state.put(PHRASE, ("b", "x")))
        await asyncio.sleep(0)
        left.cancel()
    await other
    assert left.cancelled()
    assert on_disk(state) == ["a", "b"]
