"""A process that is killed (SIGKILL) at work loses no question, and answers none twice but for one narrow case.

What is guaranteed: every question that Telegram delivered is answered, in order within its chat. A question is answered
twice only when the process dies while its answer is being sent: accepted by Telegram, but not yet written down. That
is one answer a chat and kill at most; Telegram offers no key by which it could recognise the second one.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.layout import STATE_FILE
from tests.processes import environment
from tests.telegram.harness import TOKEN
from tests.telegram.server import Person, Server, World, serve

KILLS = min(int(os.environ.get("KILLS", "6")), 40)
CHATS = 12


@asynccontextmanager
async def victim(server: Server, state_dir: Path, how: str = "") -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot process, killed at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.telegram.victim", server.url, str(state_dir), how),
        cwd=state_dir,
        env=environment(),
    )
    try:
        yield process
    finally:
        process.kill()
        await process.wait()


@pytest.mark.kill
async def test_no_question_is_lost_and_none_answered_again_that_was_written_down(tmp_path: Path) -> None:
    chance = random.Random(20)
    kills: list[tuple[float, set[tuple[str, str]]]] = []
    async with serve(World(TOKEN)) as server:
        people = [Person(server) for _ in range(CHATS)]
        enough = asyncio.Event()
        asking = asyncio.create_task(ask(people, chance, enough))
        for _ in range(KILLS):
            async with victim(server, tmp_path):
                answered = len(server.of("sendMessage"))
                await server.until(lambda seen=answered: len(server.of("sendMessage")) > seen, 30)  # type: ignore[misc]
                await asyncio.sleep(chance.random() / 2)
            kills.append((time.monotonic(), written_down(tmp_path)))
        enough.set()
        rounds = await asking
        async with victim(server, tmp_path):
            await server.until(lambda: all(len(set(person.private.texts)) == rounds for person in people), 60)
            await server.until(lambda: not server.world.feed.waiting)
    for person in people:
        assert list(dict.fromkeys(person.private.texts)) == [f"答：第{number}问" for number in range(rounds)]
    sends = [(call.at, (call.given["chat_id"], call.given["text"])) for call in server.of("sendMessage")]
    again = [key for killed, written in kills for at, key in sends if at > killed and key in written]
    assert again == []
    doubled = len(sends) - CHATS * rounds
    print(f"{KILLS} kills, {CHATS * rounds} questions, 0 lost, {doubled} answered twice")  # noqa: T201
    assert doubled <= KILLS * CHATS, "at most what was being sent at the moment of a kill"


def written_down(state_dir: Path) -> set[tuple[str, str]]:
    """The answers (chat, text) that the killed process knew to be sent."""
    with closing(sqlite3.connect(state_dir / STATE_FILE)) as state:
        rows = state.execute("SELECT chat_id, ask FROM sent").fetchall()
    return {(str(chat_id), f"答：{ask}") for chat_id, ask in rows}


async def ask(people: list[Person], chance: random.Random, enough: asyncio.Event) -> int:
    """Everybody asks, all through the kills; returns how often."""
    rounds = 0
    while not enough.is_set():
        for person in people:
            await person.say(f"第{rounds}问")
        rounds += 1
        with suppress(TimeoutError):
            await asyncio.wait_for(enough.wait(), chance.random() * 0.6)
    return rounds


async def test_killed_at_rest_nothing_is_answered_again(tmp_path: Path) -> None:
    async with serve(World(TOKEN)) as server:
        person = Person(server)
        async with victim(server, tmp_path):
            await person.say("一")
            await person.private.answer(1, 20)
            await server.until(lambda: not server.world.feed.waiting)
            await asyncio.sleep(0.2)
        # Telegram delivers both again, as it does when a confirmation got lost.
        server.world.feed.again(server.world.feed.sent[0]["update_id"])
        async with victim(server, tmp_path):
            await person.say("二")
            await person.private.answer(2, 20)
            await asyncio.sleep(0.2)
        assert person.private.texts == ["答：一", "答：二"]


async def test_confirmed_questions_that_nobody_has_looked_at_survive(tmp_path: Path) -> None:
    async with serve(World(TOKEN)) as server:
        person = Person(server)
        async with victim(server, tmp_path, "stuck"):
            for number in range(120):
                await person.say(f"第{number}问")
            await server.until(lambda: not server.world.feed.waiting, 20)
        assert person.private.texts == []
        async with victim(server, tmp_path):
            await person.private.answer(120, 20)
        assert person.private.texts == [f"答：第{number}问" for number in range(120)]
