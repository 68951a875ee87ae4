"""Opening SQLite files: schema steps under a file lock, one writer with short transactions, query-only reads.

A file that is corrupt, or that a newer version of this program wrote, is set aside and built anew when everything in it
can be made again from files; otherwise opening it is refused, since state is never lost in silence.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite
from filelock import AsyncFileLock

from bot.errors import DataError
from bot.store.schema import FACTS, Schema

_log = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's transaction."""

LOCK_SECONDS = 120.0
"""How long a process waits while another brings the database up to date."""


class Database:
    """An open SQLite file. Reads see committed states only; `write` is the one way to change anything."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()

    async def fetch(self, sql: str, parameters: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """All rows of one read; a single statement sees a single state."""
        return list(await self._reader.execute_fetchall(sql, parameters))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[aiosqlite.Connection]:
        """One BEGIN IMMEDIATE transaction: committed at the end, rolled back when the block raises."""
        async with self._writing:
            await self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                await self._writer.rollback()
                raise
            await self._writer.commit()

    def lock(self) -> AsyncFileLock:
        """The lock between processes that holds while one of them brings this file up to date."""
        return _lock(self.path)

    async def close(self) -> None:
        """Close both connections; what was committed is on disk."""
        await self._reader.close()
        await self._writer.close()


async def open_database(path: Path, schema: Schema = FACTS) -> Database:
    """Open the file, creating it or bringing its schema up to date first.

    Raises DataError when it cannot be used and must not be thrown away, or when its folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        async with _lock(path):
            writer = await _migrated(path, schema)
        reader = await _connect(path)
        await reader.execute("PRAGMA query_only = ON")
    except (OSError, sqlite3.OperationalError) as error:
        raise DataError(str(path), 0, f"cannot be opened: {error}") from error
    return Database(path, writer, reader)


def _lock(path: Path) -> AsyncFileLock:
    return AsyncFileLock(path.with_name(path.name + ".lock"), timeout=LOCK_SECONDS)


async def _migrated(path: Path, schema: Schema) -> aiosqlite.Connection:
    """The writing connection to a file whose schema is complete."""
    connection = await _connect(path)
    try:
        await _apply_steps(path, connection, schema)
    except (DataError, sqlite3.DatabaseError) as error:
        await connection.close()
        if _is_busy(error):
            raise
        if not schema.rebuildable:
            raise error if isinstance(error, DataError) else DataError(str(path), 0, str(error)) from error
        _log.warning("%s cannot be used (%s); it is set aside and built anew", path, error)
        _set_aside(path)
        connection = await _connect(path)
        await _apply_steps(path, connection, schema)
    return connection


def _is_busy(error: Exception) -> bool:
    """Whether the file is only held by somebody else, or its disk failed: no reason to call it broken."""
    return isinstance(error, sqlite3.OperationalError) and not str(error).startswith(("no such", "table", "duplicate"))


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    await connection.execute("PRAGMA foreign_keys = ON")
    return connection


async def _apply_steps(path: Path, connection: aiosqlite.Connection, schema: Schema) -> None:
    """Check the file and run the steps that it lacks, each in its own transaction."""
    broken = [str(row[0]) for row in await connection.execute_fetchall("PRAGMA quick_check(1)")]
    if broken != ["ok"]:
        raise DataError(str(path), 0, f"the database is corrupt: {broken[0]}")
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY) STRICT")
    rows = await connection.execute_fetchall("SELECT name FROM schema_step ORDER BY name")
    done = [str(row[0]) for row in rows]
    known = [step.name for step in schema.steps]
    if done != known[: len(done)]:
        raise DataError(str(path), 0, f"the database has schema step {done[-1]}, which this version does not know")
    for step in schema.steps[len(done) :]:
        note = f"INSERT INTO schema_step VALUES ('{step.name}');"  # noqa: S608 - a constant of this program
        await connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\n{note}\nCOMMIT;")


def _set_aside(path: Path) -> None:
    """Keep the newest unusable file for whoever wants to look at it; its journal belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(path.with_name(f"{path.name}.broken{suffix}"))
