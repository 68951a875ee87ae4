"""Publishing survives being killed: each act is done once and whole, and the facts and the news follow from it."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from bot.library import Library
from bot.library.shelf import revisions
from bot.store.database import opened
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
EARLY = 0.25
"""The share of kills that come while the process starts."""

BEFORE_ACTS = 6000
"""How often, a hundredth of a second apart, it is looked whether a process has come to its first act."""

AFTER_KILLS_SECONDS = 600.0


async def start(folder: Path) -> asyncio.subprocess.Process:
    """The publishing process."""
    command = (sys.executable, "-m", "tests.admin.publishing", str(folder), str(ACTS))
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT)


async def kill_at_random(folder: Path, dice: random.Random) -> int:
    """Start the process and kill it: now and then while it starts, else somewhere in its acts; returns how many it did.

    What it has done by then, and not the clock, says when, so that a slow machine is no kinder a test.
    """
    process = await start(folder)
    before = made(folder)
    if dice.random() < EARLY:
        await asyncio.sleep(dice.uniform(0, 1.0))
    else:
        for _ in range(BEFORE_ACTS):
            if made(folder) > before or process.returncode is not None:
                break
            await asyncio.sleep(0.01)
        await asyncio.sleep(dice.uniform(0, 0.5))
    if process.returncode is None:
        process.kill()
    await process.wait()
    assert process.returncode in (0, -signal.SIGKILL)
    return made(folder) - before


def made(folder: Path) -> int:
    """How many revisions there are."""
    library = folder / "state" / "library"
    return sum(folder.name.isdecimal() for folder in library.iterdir()) if library.is_dir() else 0


@pytest.mark.kill
async def test_every_act_is_done_once_whenever_the_process_dies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)
    shelf(tmp_path / "data")
    async with opened(tmp_path / "state" / "state.sqlite3", STATE) as state:
        await PublicationLog(OutboxStore(state)).begin([])
        await SubscriptionStore(state).subscribe(1, 0, Wish(keywords=("版",)))
    began = time.monotonic()
    done = [await kill_at_random(tmp_path, dice) for _ in range(KILLS)]
    last = await start(tmp_path)
    async with asyncio.timeout(AFTER_KILLS_SECONDS):
        assert await last.wait() == 0, f"seed {seed}"
    within = sum(acts > 0 for acts in done)
    with capsys.disabled():
        told = f"{KILLS} kills, {within} of them after acts, {sum(done)} of {ACTS} acts before the last one"
        sys.stdout.write(f"\nseed {seed}: {told}, {time.monotonic() - began:.0f} s\n")
    assert within >= KILLS // 4, f"seed {seed}: hardly a kill came after an act"
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
    async with (
        opened(folder / "state" / "facts.sqlite3") as facts,
        opened(folder / "state" / "state.sqlite3", STATE) as state,
    ):
        entries = Library(folder / "data", folder / "state", reader=simple_reader).entries()
        digests = {row["id"]: row["digest"] for row in await facts.fetch("SELECT id, digest FROM report")}
        assert digests == {entry.id: entry.digest for entry in entries}, f"seed {seed}"
        catalogue = await FactStore(facts).catalogue()
        assert catalogue.reports[REPORT.id].title == f"第{ACTS}版"
        waiting = await OutboxStore(state).due(1, LATER)
        rows = await state.fetch("SELECT revision, fingerprint FROM publication WHERE report = ?", (REPORT.id,))
        assert [item.revision for item in waiting] == [len(rows)], f"seed {seed}"
        assert len({row["fingerprint"] for row in rows}) == len(rows), f"seed {seed}"
