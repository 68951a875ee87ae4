"""What changes the published reports: each act is a revision of the library, loaded before anybody hears of it.

A revision that cannot be loaded, whatever is wrong with the data, is taken back: else the next load that succeeds would
publish what the admin was told had not happened.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.errors import DataError, UserError
from bot.library import Library
from bot.library.shelf import (
    RETRACTED,
    SOURCES,
    Revision,
    add,
    made_by,
    newest,
    put,
    revisions,
    rollback,
    sources_text,
    take_back,
)
from bot.library.sources import Source, read_sources
from bot.model import Report
from bot.reading.documents import SUFFIXES
from bot.store.database import Database
from bot.store.loading import Loaded, Rejected, refresh

Loads = Callable[[Loaded], Awaitable[None]]
"""Told after every load that rejected nothing; may raise DataError."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report that could be published: its metadata, its file, and what people put right in it (TOML)."""

    report: Report
    file: Path
    corrections: str = ""


class Publisher:
    """Changes the library and brings the facts up to date with it. One act at a time."""

    def __init__(self, library: Library, state_dir: Path, facts: Database, loaded: Loads) -> None:
        self._library = library
        self._state_dir = state_dir
        self._facts = facts
        self._loaded = loaded
        self._acting = asyncio.Lock()

    async def reload(self) -> Loaded:
        """Bring the facts up to date with all files; wrong data changes nothing and is reported."""
        async with self._acting:
            return await self._load()

    async def publish(self, candidate: Candidate, *, key: str, by: str) -> Loaded:
        """Publish a report, in place of one with the same id. Raises DataError when it cannot be read as it is."""

        def change(folder: Path) -> None:
            report = candidate.report
            kept = [source.report for source in _sources(folder) if source.report.id != report.id]
            _drop_files(folder, report.id)
            put(folder / SOURCES, sources_text([*kept, report]).encode())
            put(folder / "reports" / f"{report.id}{candidate.file.suffix.lower()}", candidate.file.read_bytes())
            if candidate.corrections:
                put(folder / "corrections" / f"{report.id}.toml", candidate.corrections.encode())
            _set_retracted(folder, _retracted(folder) - {report.id})

        return await self._change(change, what=f"发布 {candidate.report.id}", key=key, by=by)

    async def retract(self, report: str, *, key: str, by: str) -> Loaded:
        """Show a report no more, whether it was published here or comes with the data."""

        def change(folder: Path) -> None:
            kept = [source.report for source in _sources(folder) if source.report.id != report]
            _drop_files(folder, report)
            if kept or (folder / SOURCES).exists():
                put(folder / SOURCES, sources_text(kept).encode())
            _set_retracted(folder, _retracted(folder) | {report})

        return await self._change(change, what=f"撤回 {report}", key=key, by=by)

    async def rollback(self, number: int, *, key: str, by: str) -> Loaded:
        """Back to an older revision (0: before anything was published), by a new one that equals it."""
        return await self._act(lambda: rollback(self._state_dir, number, by=by, key=key))

    async def revisions(self) -> list[Revision]:
        """All revisions, the newest last."""
        return await asyncio.to_thread(revisions, self._state_dir)

    async def made(self, key: str) -> Revision | None:
        """The revision that the act of this key made, perhaps in a process that died since; None: it made none."""
        return await asyncio.to_thread(made_by, self._state_dir, key)

    async def _change(self, change: Callable[[Path], None], *, what: str, key: str, by: str) -> Loaded:
        """A revision with a change to the folder of the newest, of reports that can be read."""

        def checked(folder: Path) -> None:
            change(folder)
            for entry in self._library.published(folder).own_entries():
                entry.read()

        return await self._act(lambda: add(self._state_dir, checked, what=what, by=by, key=key))

    async def _act(self, make: Callable[[], Revision]) -> Loaded:
        """Make a revision, which an act that is ordered twice makes once, and load it."""
        async with self._acting:
            before = await asyncio.to_thread(newest, self._state_dir)
            made = await asyncio.to_thread(make)
            loaded = await self._load()
            if loaded.rejected and made.number > (before.number if before else 0):
                await asyncio.to_thread(take_back, self._state_dir, made)
            return loaded

    async def _load(self) -> Loaded:
        """Raises UserError where the reports are loaded but the words to answer by cannot be."""
        try:
            loaded = await refresh(self._facts, self._library.entries)
        except DataError as error:
            return Loaded(rejected=(Rejected("", error.file, error.line, error.reason),))
        if not loaded.rejected:
            try:
                await self._loaded(loaded)
            except DataError as error:
                raise UserError(f"报告已载入，词表有误，仍按原来的词表回答：{error}", "/reload") from error
        return loaded


def _sources(folder: Path) -> tuple[Source, ...]:
    return read_sources((folder / SOURCES).read_text("utf-8"), SOURCES) if (folder / SOURCES).exists() else ()


def _retracted(folder: Path) -> set[str]:
    file = folder / RETRACTED
    return set(file.read_text("utf-8").split()) if file.exists() else set()


def _set_retracted(folder: Path, ids: set[str]) -> None:
    put(folder / RETRACTED, "".join(f"{report}\n" for report in sorted(ids)).encode())


def _drop_files(folder: Path, report: str) -> None:
    """Take a report's own files out of a folder that is being built."""
    for suffix in SUFFIXES:
        (folder / "reports" / f"{report}{suffix}").unlink(missing_ok=True)
    (folder / "corrections" / f"{report}.toml").unlink(missing_ok=True)
