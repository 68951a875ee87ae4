"""A broadcast survives being killed: a real process, SIGKILL at random points, a channel full of trouble.

KILLS and CHATS say how much (`make kill-test`: 200 and 10000); the seed that made the trouble is printed and can be
given as SEED.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pytest

from bot.store.database import Database, opened
from bot.store.news import PublicationLog
from bot.store.outbox import OutboxStore
from bot.store.state import STATE
from tests.golden import ROOT, reports
from tests.notices.broadcast import PATIENCE, READ_SECONDS, TOKEN
from tests.telegram.server import Fault, Server, World, serve
from tests.telegram.server.world import Account, Room

KILLS = int(os.environ.get("KILLS", "10"))
CHATS = int(os.environ.get("CHATS", "10000" if KILLS > 10 else "2000"))
EVERYTHING = 10
"""One chat in so many subscribed to every report, the others to those of one place."""

BEFORE_KILL_SECONDS = 4.0
AFTER_KILLS_SECONDS = 600.0
ORDER = ["guangming-2020", "guangming-2024", "lianjiang-2024"]


@dataclass
class Trouble:
    """What will go wrong, by chat."""

    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    doubtful: int = 0
    """How many messages will be accepted with the sender never hearing of it."""


def people(world: World) -> list[int]:
    """The chats: private ones and groups."""
    chats = [number if number % 5 else -number for number in range(1_000, 1_000 + CHATS)]
    for chat in chats:
        if chat > 0:
            world.accounts[chat] = Account(chat, "张三", started=True)
            world.rooms[chat] = Room(chat, "private", first_name="张三")
        else:
            world.rooms[chat] = Room(chat, "group", "法治科", members={world.bot.id: "member"})
    return chats


def make_trouble(server: Server, chats: list[int], dice: random.Random) -> Trouble:
    """Let a tenth of all chats give trouble of every sort, some of them more than once."""
    trouble = Trouble()
    for chat in dice.sample(chats, CHATS // 10):
        match dice.choice(("blocked", "moved", "flood", "500", "slow", "broken before", "broken after")):
            case "blocked" if chat > 0:
                server.world.accounts[chat].blocked = True
                trouble.blocked.add(chat)
            case "moved" if chat < 0:
                trouble.moved[chat] = -1_000_000_000_000 + chat
                server.world.migrate(server.world.rooms[chat], trouble.moved[chat])
            case "flood":
                server.faults.append(Fault("sendMessage", chat=chat, retry_after=1))
            case "500":
                server.faults.append(Fault("sendMessage", chat=chat, times=dice.randint(1, 2), status=500))
            case "slow" if dice.random() < 0.1:  # each costs the sender its whole patience
                server.faults.append(Fault("sendMessage", chat=chat, delay=2 * READ_SECONDS))
                trouble.doubtful += 1
            case "broken before":
                server.faults.append(Fault("sendMessage", chat=chat, drop="before"))
            case "broken after":
                server.faults.append(Fault("sendMessage", chat=chat, drop="after"))
                trouble.doubtful += 1
    return trouble


async def subscribe(state: Database, chats: list[int]) -> None:
    """Everybody wants the report of 廉江, some want all."""
    rows = [(chat, "[]" if number % EVERYTHING == 0 else '["440881"]') for number, chat in enumerate(chats)]
    async with state.write() as connection:
        await connection.executemany(
            "INSERT INTO subscription (chat_id, thread, places, topics, keywords, at) VALUES (?, 0, ?, '[]', '[]', 0)",
            rows,
        )


async def start(folder: Path, server: Server) -> asyncio.subprocess.Process:
    """The sending process."""
    command = (sys.executable, "-m", "tests.notices.broadcast", str(folder), server.url)
    return await asyncio.create_subprocess_exec(*command, cwd=ROOT)


async def kill_at_random(folder: Path, server: Server, dice: random.Random) -> bool:
    """Start the process and kill it somewhere: while it starts, loads and announces, or after some messages."""
    process = await start(folder, server)
    early = dice.random() < 0.25
    calls = len(server.calls) + dice.randint(1, max(2, 2 * CHATS // KILLS))
    with suppress(TimeoutError):
        await server.until(lambda: len(server.calls) >= calls, dice.uniform(0, 1.5) if early else BEFORE_KILL_SECONDS)
    await asyncio.sleep(dice.uniform(0, 0.005))
    if process.returncode is not None:
        assert process.returncode == 0
        return False
    process.send_signal(signal.SIGKILL)
    await process.wait()
    return True


def copies(server: Server, chat: int) -> Iterator[tuple[str, int]]:
    """What a chat got in order, each report with how many copies came one after the other."""
    names = {one.title: one.id for one in reports().values()}
    room = server.world.rooms[chat]
    got = [names[str(message["text"]).split("《")[1].split("》")[0]] for message in server.world.from_bot(room)]
    for name, run in groupby(got):
        yield name, len(list(run))


@pytest.mark.kill
async def test_a_broadcast_survives_being_killed_again_and_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("SEED", "0")) or random.SystemRandom().randrange(10**6)
    dice = random.Random(seed)
    async with serve(World(TOKEN)) as server:
        chats = people(server.world)
        trouble = make_trouble(server, chats, dice)
        async with opened(tmp_path / "state.sqlite3", STATE) as state:
            await PublicationLog(OutboxStore(state)).begin([])
            await subscribe(state, chats)
        began = time.monotonic()
        kills = sum([await kill_at_random(tmp_path, server, dice) for _ in range(KILLS)])
        last = await start(tmp_path, server)
        async with asyncio.timeout(AFTER_KILLS_SECONDS):
            assert await last.wait() == 0
        seconds = time.monotonic() - began
        doubled = sum(check(server, chats, trouble, seed))
        attempts = Counter(int(call.given["chat_id"]) for call in server.of("sendMessage"))
    with capsys.disabled():
        told = f"{kills} kills, {len(chats)} chats, {sum(attempts.values())} calls, {doubled} of them double"
        sys.stdout.write(f"\nseed {seed}: {told}, {seconds:.0f} s\n")
    assert doubled <= kills + trouble.doubtful, f"seed {seed}"
    for chat in trouble.blocked:
        assert attempts[chat] <= len(PATIENCE.shut) + 1 + kills, f"seed {seed}: {chat}"
    await check_state(tmp_path, trouble)


def check(server: Server, chats: list[int], trouble: Trouble, seed: int) -> Iterator[int]:
    """Every living chat has every report that it asked for, in order; yields how many came more than once."""
    for number, chat in enumerate(chats):
        wanted = ORDER if number % EVERYTHING == 0 else ORDER[2:]
        got = list(copies(server, trouble.moved.get(chat, chat)))
        assert [name for name, _ in got] == ([] if chat in trouble.blocked else wanted), f"seed {seed}: {chat} {got}"
        yield sum(count - 1 for _, count in got)


async def check_state(folder: Path, trouble: Trouble) -> None:
    """Nothing waits, and those who blocked the bot are not going to be tried again."""
    async with opened(folder / "state.sqlite3", STATE) as state:
        assert (await OutboxStore(state).queue()).waiting == 0
        rows = await state.fetch("SELECT chat_id FROM subscription")
    subscribed = {int(row["chat_id"]) for row in rows}
    assert subscribed.isdisjoint(trouble.blocked)
    assert subscribed >= set(trouble.moved.values())
