"""Opening SQLite files: schema steps under a file lock, one writer with short transactions, query-only reads.

A file that is corrupt, or that a newer version of this program wrote, is set aside and built anew when everything in it
can be made again from files; otherwise opening it is refused, since state is never lost in silence.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite
from filelock import AsyncFileLock

from bot.errors import DataError
from bot.store.schema import FACTS, Schema
from bot.store.trouble import trouble_of

_log = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
"""How long a writer waits for another process's transaction."""

LOCK_SECONDS = 120.0
"""How long a process waits while another brings the database up to date."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A statement that waits for its transaction; `done` is set once it is on disk."""

    sql: str
    parameters: Sequence[Any]
    done: asyncio.Future[None]


class Database:
    """An open SQLite file. Reads see committed states only; `write` and `put` are the ways to change anything."""

    def __init__(self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader
        self._writing = asyncio.Lock()
        self._waiting: list[_Change] = []
        self._putting: asyncio.Task[None] | None = None
        self._file = _identity(path)

    async def fetch(self, sql: str, parameters: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """All rows of one read; a single statement sees a single state."""
        return list(await self._reader.execute_fetchall(sql, parameters))

    @asynccontextmanager
    async def write(self) -> AsyncIterator[aiosqlite.Connection]:
        """One BEGIN IMMEDIATE transaction: committed at the end, rolled back when the block raises."""
        async with self._writing, self._transaction() as connection:
            yield connection

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        try:
            # Its thread begins the transaction even where the task that asked for it is cancelled meanwhile.
            await self._writer.execute("BEGIN IMMEDIATE")
            yield self._writer
            await self._writer.commit()
        except BaseException:
            await self._writer.rollback()
            raise

    async def put(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Carry out one statement; once this returns it is on disk.

        Statements of others that wait at the same time share the transaction: under load a commit costs more than what
        it commits. They are carried out in the order in which they came; one that fails fails alone.
        """
        change = _Change(sql, parameters, asyncio.get_running_loop().create_future())
        self._waiting.append(change)
        if self._putting is None or self._putting.done():
            self._putting = asyncio.create_task(self._put_all())
        await change.done

    async def _put_all(self) -> None:
        while self._waiting:
            async with self._writing:
                changes, self._waiting = self._waiting, []
                try:
                    await self._commit(changes)
                except Exception:  # whichever it was, the others must get through
                    for change in changes:
                        await self._put_alone(change)

    async def _put_alone(self, change: _Change) -> None:
        try:
            await self._commit([change])
        except Exception as error:
            if not change.done.done():
                change.done.set_exception(error)

    async def _commit(self, changes: Sequence[_Change]) -> None:
        """One transaction of these; whoever waits for them goes on after it."""
        async with self._transaction() as connection:
            for change in changes:
                await connection.execute(change.sql, change.parameters)
        for change in changes:
            if not change.done.done():  # nobody waits any more for one that was cancelled
                change.done.set_result(None)

    def is_lost(self) -> bool:
        """Whether the file that is open has its name no more: somebody deleted or replaced it."""
        return _identity(self.path) != self._file

    async def adopt(self, other: Database) -> None:
        """Go on with the file that `other` has open, once the write of the moment is done; `other` ends with that."""
        async with self._writing:
            before = (self._reader, self._writer)
            self._reader, self._writer, self._file = other._reader, other._writer, other._file
        for connection in before:  # a read that has begun ends first
            await connection.close()

    def lock(self) -> AsyncFileLock:
        """The lock between processes that holds while one of them brings this file up to date."""
        return _lock(self.path)

    async def close(self) -> None:
        """Close both connections; what was committed is on disk."""
        if self._putting is not None:
            await self._putting
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
        raise DataError(str(path), 0, trouble_of(error) or f"打不开：{error}") from error
    return Database(path, writer, reader)


@asynccontextmanager
async def opened(path: Path, schema: Schema = FACTS) -> AsyncIterator[Database]:
    """The file, open as long as the block runs. Raises DataError as `open_database` does."""
    database = await open_database(path, schema)
    try:
        yield database
    finally:
        await database.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file of that name from any other as long as it is open; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _lock(path: Path) -> AsyncFileLock:
    return AsyncFileLock(path.with_name(path.name + ".lock"), timeout=LOCK_SECONDS)


async def _migrated(path: Path, schema: Schema) -> aiosqlite.Connection:
    """The writing connection to a file whose schema is complete."""
    if _identity(path) is None:
        # Whoever has the deleted file open would share its index with the new one, and read what is not there.
        _set_aside(path)
    connection = await _connect(path)
    try:
        await _apply_steps(path, connection, schema)
    except (DataError, sqlite3.DatabaseError) as error:
        await connection.close()
        if _is_busy(error):
            raise
        if not schema.rebuildable:
            raise (
                error if isinstance(error, DataError) else DataError(str(path), 0, f"数据库已损坏：{error}")
            ) from error
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
        raise DataError(str(path), 0, f"数据库已损坏：{broken[0]}")
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("CREATE TABLE IF NOT EXISTS schema_step (name TEXT PRIMARY KEY) STRICT")
    rows = await connection.execute_fetchall("SELECT name FROM schema_step ORDER BY name")
    done = [str(row[0]) for row in rows]
    known = [step.name for step in schema.steps]
    if done != known[: len(done)]:
        raise DataError(str(path), 0, f"数据库是较新的版本写的（{done[-1]}），请升级程序")
    for step in schema.steps[len(done) :]:
        note = f"INSERT INTO schema_step VALUES ('{step.name}');"  # noqa: S608 - a constant of this program
        await connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\n{note}\nCOMMIT;")


def _set_aside(path: Path) -> None:
    """Keep the newest unusable file, or what is left of it, for whoever wants to look; its journal belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(path.with_name(f"{path.name}.broken{suffix}"))
