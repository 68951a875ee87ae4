"""Publishing survives being killed: each act is done once and whole, and the facts and the news follow from it."""

from __future__ import annotations

import asyncio
import os
import random
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.library import Library
from bot.library.shelf import revisions
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.news import PublicationLog
from bot.store.outbox import OutboxStore
from bot.store.state import STATE
from bot.store.subscriptions import SubscriptionStore, Wish
from tests.admin.publishing import REPORT, text_of
from tests.golden import ROOT
from tests.library.shelf import shelf, simple_reader

KILLS = int(os.environ.get("KILLS", "10"))
ACTS = 8 * KILLS
LATER = 4_000_000_000.0


async def run(folder: Path, seconds: float) -> int | None:
    """Let the process work for so long, then kill it; returns its exit code, None when it was killed."""
    command = (sys.executable, "-m", "tests.admin.publishing", str(folder), str(ACTS))
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            return await process.wait()
    process.kill()
    await process.wait()
    return None


@pytest.mark.kill
async def test_every_act_is_done_once_whenever_the_process_dies(tmp_path: Path) -> None:
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)
    shelf(tmp_path / "data")
    state = await open_database(tmp_path / "state" / "state.sqlite3", STATE)
    await PublicationLog(OutboxStore(state)).begin([])
    await SubscriptionStore(state).subscribe(1, 0, Wish(keywords=("版",)))
    await state.close()
    codes = [await run(tmp_path, dice.uniform(0.5, 2.0)) for _ in range(KILLS)]
    assert set(codes) <= {None, 0}, f"seed {seed}"
    assert await run(tmp_path, 120) == 0, f"seed {seed}"
    check_library(tmp_path, seed)
    await check_state(tmp_path, seed)


def check_library(folder: Path, seed: int) -> None:
    """One revision an act, in order, each as it was published."""
    found = revisions(folder / "state")
    assert [one.number for one in found] == list(range(1, ACTS + 1)), f"seed {seed}"
    assert [one.key for one in found] == [f"act:{number}" for number in range(1, ACTS + 1)], f"seed {seed}"
    for one in found:
        assert (one.folder / "reports" / f"{REPORT.id}.txt").read_text("utf-8") == text_of(one.number)


async def check_state(folder: Path, seed: int) -> None:
    """The facts are those of the last act; its news waits once, and no state of the report was news twice."""
    facts = await open_database(folder / "state" / "facts.sqlite3")
    state = await open_database(folder / "state" / "state.sqlite3", STATE)
    entries = Library(folder / "data", folder / "state", reader=simple_reader).entries()
    digests = {row["id"]: row["digest"] for row in await facts.fetch("SELECT id, digest FROM report")}
    assert digests == {entry.id: entry.digest for entry in entries}, f"seed {seed}"
    catalogue = await FactStore(facts).catalogue()
    assert catalogue.reports[REPORT.id].title == f"第{ACTS}版"
    waiting = await OutboxStore(state).due(1, LATER)
    rows = await state.fetch("SELECT revision, fingerprint FROM publication WHERE report = ?", (REPORT.id,))
    assert [item.revision for item in waiting] == [len(rows)], f"seed {seed}"
    assert len({row["fingerprint"] for row in rows}) == len(rows), f"seed {seed}"
    await facts.close()
    await state.close()
