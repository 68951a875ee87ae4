"""What happens when Telegram, the network or the bot itself is in trouble."""

from __future__ import annotations

import asyncio
import logging
import time
from pathlib import Path

import pytest

from bot.errors import UserError
from bot.layout import STATE_FILE
from handlers.pulse import CONFLICT
from tests.telegram.harness import EchoDesk, Running, reply, running
from tests.telegram.server import Fault, Person, Server, group
from tests.telegram.server.errors import bad_request


async def test_a_flooded_chat_waits_and_others_do_not(bot: Running, server: Server) -> None:
    busy, quiet = Person(server), Person(server)
    server.faults.append(Fault("sendMessage", chat=busy.account.id, retry_after=1))
    began = time.monotonic()
    await busy.say("/list")
    await quiet.say("/list")
    await quiet.private.answer()
    assert time.monotonic() - began < 0.8
    assert busy.private.answers == []
    await busy.private.answer()
    assert time.monotonic() - began > 1


@pytest.mark.parametrize("fault", [Fault("sendMessage", status=500), Fault("sendMessage", drop="before")])
async def test_a_failed_send_is_made_again(bot: Running, server: Server, fault: Fault) -> None:
    server.faults.append(Fault(fault.method, status=fault.status, drop=fault.drop))
    person = Person(server)
    await person.say("/list")
    await bot.idle()
    assert person.private.texts == ["答：/list"]


async def test_polling_goes_on_after_trouble(bot: Running, server: Server) -> None:
    server.faults.append(Fault("getUpdates", status=502))
    server.faults.append(Fault("getUpdates", drop="after"))
    person = Person(server)
    await person.say("/list")
    await bot.idle()
    await person.say("/help")
    await person.private.answer(2)
    assert person.private.texts[0] == "答：/list"


async def test_a_bad_request_is_not_repeated(bot: Running, server: Server) -> None:
    server.faults.append(Fault("sendMessage", refuse=bad_request("TOPIC_CLOSED")))
    person = Person(server)
    await person.say("/list")
    await bot.idle()
    assert [call.status for call in server.of("sendMessage")] == [400, 200]
    assert "编号" in person.private.texts[0]


async def test_refused_markup_goes_out_as_plain_text(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"/list": reply("<b>目录<i> 1 &lt; 2</b>")}
    person = Person(server)
    await person.say("/list")
    assert (await person.private.answer())["text"] == "目录 1 < 2"


async def test_an_over_long_message_is_cut_rather_than_lost(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"/list": reply("<b>" + "𠮷" * 3000 + "</b>")}
    person = Person(server)
    await person.say("/list")
    assert (await person.private.answer())["text"] == "𠮷" * 2048


async def test_who_blocked_the_bot_is_left_alone(
    bot: Running, server: Server, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    person, other = Person(server), Person(server)

    async def block(message: str) -> None:
        person.account.blocked = message == "/list"

    desk.before = block
    await person.say("/list")
    await bot.idle()
    await other.say("/help")
    await other.private.answer()
    assert [call.status for call in server.of("sendMessage")] == [403, 200]
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_group_that_becomes_a_supergroup_is_answered_there(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    person = Person(server)
    office = group(server, person, kind="group")
    await bot.store.set_home(office.room.id, "440311")

    async def migrate(_: str) -> None:
        server.world.migrate(office.room, -1009999)

    desk.before = migrate
    await person.say("/list@fazhi_bot", office)
    await bot.idle()
    assert [message["text"] for message in server.world.from_bot(server.world.rooms[-1009999])] == ["答：/list"]
    assert await bot.store.home(-1009999) == "440311"


async def test_a_users_mistake_is_a_sentence_with_an_example(bot: Running, server: Server, desk: EchoDesk) -> None:
    async def refuse(_: str) -> None:
        raise UserError("请写出两个地方 <A>。", "/compare 行政复议 光明 廉江")

    desk.before = refuse
    person = Person(server)
    await person.say("/compare")
    answer = await person.private.answer()
    assert answer["text"] == "请写出两个地方 <A>。\n例如：/compare 行政复议 光明 廉江"


async def test_our_own_mistake_has_a_number_that_the_log_knows(
    bot: Running, server: Server, desk: EchoDesk, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(_: str) -> None:
        raise ZeroDivisionError("inner secret")

    desk.before = fail
    person = Person(server)
    await person.say("/list")
    text = (await person.private.answer())["text"]
    number = text.partition("编号 ")[2][:6]
    assert "inner secret" not in text
    assert f"error {number}" in caplog.text
    assert "ZeroDivisionError: inner secret" in caplog.text


async def test_a_second_poller_is_told_in_one_line(
    bot: Running, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    await server.until(lambda: server.world.feed.parked > 0)
    await server.world.feed.get(0, 100, 0)
    await server.until(lambda: any(call.status == 409 for call in server.of("getUpdates")))
    person = Person(server)
    await person.say("/list")
    await person.private.answer()
    assert CONFLICT in caplog.text
    assert "Traceback" not in caplog.text


async def test_typing_shows_only_when_an_answer_takes_its_time(bot: Running, server: Server, desk: EchoDesk) -> None:
    async def slowly(message: str) -> None:
        await asyncio.sleep(1 if message == "/list" else 0)

    desk.before = slowly
    person = Person(server)
    await person.say("/help")
    await person.private.answer()
    assert person.private.room.actions == []
    await person.say("/list")
    await person.private.answer(2)
    assert person.private.room.actions == ["typing"]


async def test_what_takes_longer_is_said_and_the_answer_takes_its_place(
    bot: Running, server: Server, desk: EchoDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.presence.SAY_AFTER_SECONDS", 0.1)
    person = Person(server)
    forum = group(server, person, forum=True)
    seen: list[str] = []

    async def slowly(_: str) -> None:
        message = await forum.answer()
        seen.append(message["text"])

    desk.before = slowly
    question = await person.say("/list@fazhi_bot", forum, topic=7)
    await bot.idle()
    assert seen == ["正在查，请稍候……"]
    (message,) = forum.answers
    assert message["text"] == "答：/list"
    assert message["message_thread_id"] == 7
    assert message["reply_to_message"]["message_id"] == question["message_id"]


async def test_what_was_said_is_replaced_by_an_apology_or_after_a_restart(
    server: Server, desk: EchoDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.presence.SAY_AFTER_SECONDS", 0.1)
    person, other = Person(server), Person(server)
    stuck = asyncio.Event()

    async def fail(message: str) -> None:
        place = person.private if message == "/list" else other.private
        await place.answer()
        if message == "/list":
            raise ZeroDivisionError
        await stuck.wait()

    desk.before = fail
    async with running(server, desk, tmp_path) as bot:
        await person.say("/list")
        await bot.idle()
        assert len(person.private.texts) == 1
        assert "编号" in person.private.texts[0]
        question = await other.say("/check")
        await other.private.answer()
        assert other.private.texts == ["正在查，请稍候……"]
        async with asyncio.timeout(10):
            while not await bot.store.answers_to(other.account.id, question["message_id"]):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        # What a killed process leaves: the word that it takes a moment, and the question unanswered.
        state = (tmp_path / STATE_FILE).read_bytes(), (tmp_path / f"{STATE_FILE}-wal").read_bytes()
        stuck.set()
        await bot.idle()
    assert other.private.texts == ["答：/check"]
    left = tmp_path / "left"
    left.mkdir()
    (left / STATE_FILE).write_bytes(state[0])
    (left / f"{STATE_FILE}-wal").write_bytes(state[1])
    desk.before = None
    async with running(server, desk, left) as bot:
        await bot.idle()
    assert other.private.texts == ["答：/check"]
