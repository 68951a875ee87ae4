"""What was published of each report: the log that is held against the facts, and turned into messages.

Facts and state are two files; this log makes them agree after any crash. It is never shortened, so a report that comes
back as it was is no news.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import aiosqlite

from bot.store.outbox import OutboxStore, insert_row
from bot.store.subscriptions import Delivery, Subscription, read_all


@dataclass(frozen=True, slots=True)
class Published:
    """A report as it stands in the facts: `fingerprint` changes with what people are told, `digest` with any input."""

    report: str
    fingerprint: str
    digest: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that is to be sent: a report's revision with the topics to dwell on."""

    chat_id: int
    thread: int
    report: str
    topics: tuple[str, ...]
    due: int


Planner = Callable[[Sequence[tuple[Subscription, Delivery]]], Iterable[Draft]]
"""From all subscriptions to the messages that they call for."""


class PublicationLog:
    """The publication log in the state database, with the outbox that its news go to."""

    def __init__(self, outbox: OutboxStore) -> None:
        self._outbox = outbox
        self._db = outbox.database

    async def published(self) -> dict[str, Published]:
        """What was last published of each report."""
        rows = await self._db.fetch(
            "SELECT report, max(revision), fingerprint, digest FROM publication GROUP BY report"
        )
        return {row["report"]: Published(row["report"], row["fingerprint"], row["digest"]) for row in rows}

    async def is_new(self) -> bool:
        """Whether this state has never seen the facts."""
        return not await self._db.fetch("SELECT 1 FROM baseline")

    async def begin(self, reports: Iterable[Published]) -> None:
        """The very first start: all that is there now is known and nobody is told."""
        async with self._db.write() as connection:
            await connection.execute("INSERT INTO baseline VALUES (1, ?) ON CONFLICT DO NOTHING", (int(time.time()),))
            for report in reports:
                await _log(connection, report)

    async def announce(self, reports: Sequence[Published], plan: Planner) -> int:
        """Log these publications and queue the messages they call for, all in one transaction; returns how many.

        A report that was logged with that fingerprint meanwhile is left out. What still waits of an earlier revision
        gives way to the new one.
        """
        queued = 0
        async with self._db.write() as connection:
            revisions = {report.report: await _log(connection, report) for report in reports}
            for draft in plan(await read_all(connection)):
                if not (revision := revisions[draft.report]):
                    continue
                await connection.execute(
                    "DELETE FROM outbox WHERE chat_id = ? AND thread = ? AND kind = 'report' AND name = ? "
                    "AND revision < ? AND state = 'waiting'",
                    (draft.chat_id, draft.thread, draft.report, revision),
                )
                topics = json.dumps(list(draft.topics), ensure_ascii=False)
                row = (draft.chat_id, draft.thread, "report", draft.report, revision, topics, draft.due)
                queued += await insert_row(connection, row)
        self._outbox.news.set()
        return queued

    async def refresh_digest(self, reports: Iterable[Published]) -> None:
        """These reports were read again and say the same as before."""
        async with self._db.write() as connection:
            await connection.executemany(
                "UPDATE publication SET digest = ? WHERE report = ? AND fingerprint = ?",
                [(report.digest, report.report, report.fingerprint) for report in reports],
            )


async def _log(connection: aiosqlite.Connection, report: Published) -> int:
    """Log a publication; returns its revision, 0 when the newest one says the same."""
    rows = await connection.execute_fetchall(
        "SELECT revision, fingerprint FROM publication WHERE report = ? ORDER BY revision DESC LIMIT 1",
        (report.report,),
    )
    newest = next(iter(rows), None)
    if newest is not None and newest["fingerprint"] == report.fingerprint:
        return 0
    revision = int(newest["revision"]) + 1 if newest is not None else 1
    await connection.execute(
        "INSERT INTO publication VALUES (?, ?, ?, ?, ?)",
        (report.report, revision, report.fingerprint, report.digest, int(time.time())),
    )
    return revision
