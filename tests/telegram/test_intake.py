"""No update is lost, none is answered twice, and those of one chat keep their order."""

from __future__ import annotations

import asyncio
import json
import random
from pathlib import Path

import pytest
from telegram import Update

from bot.store.chats import ChatStore
from bot.store.database import opened
from bot.store.state import STATE
from handlers.order import ChatOrder
from tests.telegram.harness import RUSH, EchoDesk, Running, running
from tests.telegram.server import Fault, Person, Server

UNREADABLE = {"message_id": 1, "chat": "no chat"}


async def test_an_update_that_comes_twice_is_answered_once(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/list")
    await bot.idle()
    server.world.feed.again(server.world.feed.sent[0]["update_id"])
    await bot.idle()
    await person.say("/help")
    await bot.idle()
    assert person.private.texts[0] == "答：/list"
    assert len(person.private.texts) == 2


async def test_an_update_that_comes_twice_is_known_after_a_restart(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path) as bot:
        await person.say("/list")
        await bot.idle()
    server.world.feed.again(server.world.feed.sent[0]["update_id"])
    async with running(server, desk, tmp_path) as bot:
        await bot.idle()
    assert person.private.texts == ["答：/list"]


async def test_ids_may_start_anywhere_after_a_quiet_week(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/list")
    await bot.idle()
    server.world.feed.next_id = 12
    await person.say("/help")
    await person.private.answer(2)


async def test_an_id_that_comes_back_with_another_content_is_another_update(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    person = Person(server)
    server.world.feed.next_id = 7
    async with running(server, desk, tmp_path) as bot:
        await person.say("/list")
        await bot.idle()
    server.world.feed.waiting.clear()
    server.world.feed.next_id = 7
    async with running(server, desk, tmp_path) as bot:
        await person.say("/check")
        await person.private.answer(2)
    assert person.private.texts == ["答：/list", "答：/check"]


async def test_an_unreadable_update_does_not_stop_the_others(
    bot: Running, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    person = Person(server)
    number = server.world.feed.push("message", UNREADABLE)
    await person.say("/list")
    await person.private.answer()
    polls = len(server.of("getUpdates"))
    await asyncio.sleep(0.2)
    assert len(server.of("getUpdates")) == polls
    assert f"update {number} cannot be read" in caplog.text
    server.forget(number)


async def test_order_holds_within_a_chat_while_chats_run_side_by_side(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    chance = random.Random(7)
    at_once = 0
    most = 0

    async def dawdle(_: str) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(chance.random() / 50)
        at_once -= 1

    desk.before = dawdle
    people = [Person(server) for _ in range(10)]
    for number in range(12):
        for person in people:
            await person.say(f"第{number}问")
    await bot.idle()
    for person in people:
        assert person.private.texts == [f"答：第{number}问" for number in range(12)]
    assert most == len(people)


async def test_a_chat_that_floods_does_not_hold_up_another(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    gate = asyncio.Event()

    async def wait(message: str) -> None:
        if message == "慢":
            await gate.wait()

    desk.before = wait
    noisy, quiet = Person(server), Person(server)
    async with running(server, desk, tmp_path, RUSH) as bot:
        for _ in range(300):
            await noisy.say("慢")
        await quiet.say("/list")
        await quiet.private.answer()
        gate.set()
        await bot.idle()
    assert len(noisy.private.texts) == 300


async def test_what_cannot_be_sent_while_stopping_is_sent_by_the_next_start(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path):
        await person.say("/list")
        await person.private.answer()
        server.faults.append(Fault("sendMessage", times=2, retry_after=30))
        await person.say("/check")
        await server.until(lambda: any(call.status == 429 for call in server.of("sendMessage")))
    server.faults.clear()
    async with running(server, desk, tmp_path) as bot:
        await bot.idle()
    assert person.private.texts == ["答：/list", "答：/check"]


async def test_what_holds_the_place_of_an_update_does_not_settle_it(tmp_path: Path) -> None:
    """Delivered again after a kill, an update comes twice: as its place holder, and from the inbox, perhaps later."""
    update = {"update_id": 5, "message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}}
    async with opened(tmp_path / "state.sqlite3", STATE) as database:
        store = ChatStore(database)
        await store.take_in([(5, json.dumps(update))])
        order = ChatOrder(store)
        await order.do_process_update(Update(5), asyncio.sleep(0))
        assert [waiting.update_id for waiting in await store.unhandled()] == [5]
        await order.do_process_update(Update.de_json(update, None), asyncio.sleep(0))
        assert await store.unhandled() == []
