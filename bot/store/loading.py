"""Bringing the facts database up to date with the library: incremental by digest, all or nothing."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import aiosqlite

from bot.errors import DataError
from bot.model import Bundle, Entry, Fact
from bot.store.database import Database
from bot.store.passages import passages_of, spaced
from bot.store.trouble import trouble_of


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a report could not be loaded: file, line (from 1; 0 for the whole file) and reason."""

    report: str
    file: str
    line: int
    reason: str

    @property
    def error(self) -> DataError:
        """The same as the error that it came from."""
        return DataError(self.file, self.line, self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did, as report ids. With anything rejected nothing was changed and the first three are empty."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


async def load(db: Database, entries: Sequence[Entry]) -> Loaded:
    """Make the database hold exactly these reports; readers see the state before or the state after.

    Only entries whose digest is new are read. An entry that cannot be read rejects the whole load, reported with all
    the others that cannot. Of two processes that load at once, the second finds its work done. Raises DataError where
    the machine does not take what was read.
    """
    async with db.lock():
        known = {str(row["id"]): str(row["digest"]) for row in await db.fetch("SELECT id, digest FROM report")}
        wanted = {entry.id: entry for entry in entries}
        fresh = [entry for entry in wanted.values() if known.get(entry.id) != entry.digest]
        removed = sorted(known.keys() - wanted.keys())
        unchanged = tuple(sorted(id_ for id_, entry in wanted.items() if known.get(id_) == entry.digest))
        bundles, rejected = await asyncio.to_thread(_read_all, fresh)
        if not rejected and (bundles or removed):
            rejected = await _store(db, bundles, removed)
        if rejected:
            return Loaded(unchanged=unchanged, rejected=tuple(rejected))
        return Loaded(
            added=tuple(entry.id for entry in fresh if entry.id not in known),
            changed=tuple(entry.id for entry in fresh if entry.id in known),
            removed=tuple(removed),
            unchanged=unchanged,
        )


async def refresh(db: Database, entries: Callable[[], Sequence[Entry]]) -> Loaded:
    """Load all that a library has at this moment; a catalogue that cannot be read rejects the load as a report does."""
    try:
        found = await asyncio.to_thread(entries)
    except DataError as error:
        return Loaded(rejected=(Rejected("", error.file, error.line, error.reason),))
    return await load(db, found)


def _read_all(entries: Iterable[Entry]) -> tuple[list[tuple[Entry, Bundle]], list[Rejected]]:
    """Every entry read, and all that is wrong with those that cannot be."""
    bundles: list[tuple[Entry, Bundle]] = []
    rejected: list[Rejected] = []
    for entry in entries:
        try:
            bundle = entry.read()
            _check(entry, bundle)
        except DataError as error:
            rejected.append(Rejected(entry.id, error.file, error.line, error.reason))
        else:
            bundles.append((entry, bundle))
    return bundles, rejected


def _check(entry: Entry, bundle: Bundle) -> None:
    """Refuse what no constraint of the database can see: facts that do not stand in the text they cite."""
    if bundle.report.id != entry.id:
        raise DataError(entry.id, 0, f"the entry holds the report {bundle.report.id}")
    for fact in bundle.facts:
        if fact.report != entry.id or bundle.text[fact.start : fact.end] != fact.text:
            raise DataError(entry.id, 0, f"fact {fact.id}: {fact.text!r} does not stand at {fact.start} of the text")
        if fact.text not in fact.claim.quote:
            raise DataError(entry.id, 0, f"fact {fact.id}: its quote does not hold {fact.text!r}")


async def _store(db: Database, bundles: Sequence[tuple[Entry, Bundle]], removed: Sequence[str]) -> list[Rejected]:
    """Write everything in one transaction; a broken constraint leaves the old state and names the report.

    Raises DataError where the machine does not take it, a full disk for one.
    """
    at = ""
    try:
        async with db.write() as connection:
            for id_ in (*removed, *(entry.id for entry, _ in bundles)):
                await _remove(connection, id_)
            for entry, bundle in bundles:
                at = entry.id
                await _insert(connection, entry, bundle)
            # By the clock, so that a file that is built again never counts as the state that was there before.
            now = time.time_ns() // 1000
            await connection.execute("UPDATE revision SET number = max(number + 1, ?)", (now,))
    except sqlite3.IntegrityError as error:
        return [Rejected(at, at, 0, str(error))]
    except (OSError, sqlite3.OperationalError) as error:
        if said := trouble_of(error):
            raise DataError(str(db.path), 0, said) from error
        raise
    return []


async def _remove(connection: aiosqlite.Connection, report: str) -> None:
    rows = await connection.execute_fetchall("SELECT id, text FROM passage WHERE report = ?", (report,))
    gone = [(row["id"], spaced(row["text"])) for row in rows]
    # A contentless FTS5 table forgets a row only when it is told the row's words once more.
    await connection.executemany(
        "INSERT INTO passage_words (passage_words, rowid, words) VALUES ('delete', ?, ?)", gone
    )
    await connection.execute("DELETE FROM report WHERE id = ?", (report,))


async def _insert(connection: aiosqlite.Connection, entry: Entry, bundle: Bundle) -> None:
    report = bundle.report
    published = report.published.isoformat() if report.published else None
    row = (report.id, entry.digest, report.title, report.issuer, report.region, report.adcode, report.year, published)
    await connection.execute(
        "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, report.url, report.url_seen.value, bundle.text),
    )
    facts = sorted(bundle.facts, key=lambda fact: fact.start)
    marks = ", ".join("?" * 21)
    await connection.executemany(f"INSERT INTO fact VALUES ({marks})", [_fact_row(fact) for fact in facts])  # noqa: S608
    await _insert_passages(connection, bundle, facts)


async def _insert_passages(connection: aiosqlite.Connection, bundle: Bundle, facts: Sequence[Fact]) -> None:
    rows = await connection.execute_fetchall("SELECT coalesce(max(id), 0) FROM passage")
    first = int(next(iter(rows))[0]) + 1
    passages = list(enumerate(passages_of(bundle.report.id, bundle.text, facts), start=first))
    await connection.executemany(
        "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)",
        [(number, each.report, each.section, each.start, each.end, each.text) for number, each in passages],
    )
    await connection.executemany(
        "INSERT INTO passage_words (rowid, words) VALUES (?, ?)",
        [(number, spaced(each.text)) for number, each in passages],
    )


def _fact_row(fact: Fact) -> tuple[Any, ...]:
    claim = fact.claim
    return (
        fact.id,
        fact.report,
        fact.start,
        fact.end,
        fact.text,
        claim.value,
        claim.unit,
        claim.bound.value,
        claim.kind.value,
        claim.direction.value,
        claim.topic,
        claim.measure,
        claim.subject,
        claim.period,
        claim.modality.value,
        claim.asof,
        claim.quote,
        fact.section,
        fact.indicator,
        int(fact.corrected),
        json.dumps(fact.oddities, ensure_ascii=False),
    )
