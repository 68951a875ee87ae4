"""How the Telegram side starts, how it says that it is well, and how updates come by webhook."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from telegram.error import Conflict

from bot.errors import ConfigError
from handlers.pulse import (
    CONFLICT,
    LASTING_SECONDS,
    OK,
    QUIET_SECONDS,
    STARTING,
    TOLD_EVERY_SECONDS,
    UNREACHABLE,
    Pulse,
)
from tests.telegram.harness import TOKEN, EchoDesk, Running, running
from tests.telegram.server import Call, Fault, Person, Server, World, serve
from tests.telegram.server.errors import bad_request
from tests.telegram.server.world import unauthorized

WEBHOOK: dict[str, Any] = {"webhook_url": "https://fazhi.example.cn/telegram/x", "webhook_secret": SecretStr("s3cret")}


def update_of(server: Server) -> tuple[int, bytes]:
    """The newest update as a webhook call brings it."""
    update = server.world.feed.waiting.pop()
    return update["update_id"], json.dumps(update).encode()


async def test_updates_by_webhook_are_answered_once(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    async with running(server, desk, tmp_path, **WEBHOOK) as bot:
        assert server.world.feed.webhook["url"] == WEBHOOK["webhook_url"]
        assert server.world.feed.webhook["secret_token"] == "s3cret"
        person = Person(server)
        await person.say("/list")
        _, body = update_of(server)
        await bot.telegram.receive(body)
        await bot.telegram.receive(body)
        await bot.telegram.receive(json.dumps({"update_id": 5, "message": {"chat": "none"}}).encode())
        await bot.idle()
        assert person.private.texts == ["答：/list"]
        assert server.of("getUpdates") == []
        assert bot.telegram.state() == OK
    # What comes while nobody is there must wait at Telegram: the webhook stays.
    assert server.world.feed.webhook


async def test_a_webhook_call_is_on_disk_before_it_is_accepted(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    async def never(_: str) -> None:
        await asyncio.sleep(3600)

    desk.before = never
    person = Person(server)
    async with running(server, desk, tmp_path, **WEBHOOK) as bot:
        await person.say("/list")
        number, body = update_of(server)
        await bot.telegram.receive(body)
        assert [waiting.update_id for waiting in await bot.store.unhandled()] == [number]
        for task in asyncio.all_tasks():
            if "process_concurrent_update" in task.get_name():
                task.cancel()
    desk.before = None
    async with running(server, desk, tmp_path, **WEBHOOK) as bot:
        await bot.idle()
    assert person.private.texts == ["答：/list"]


async def test_a_refused_webhook_address_is_said(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    server.faults.append(Fault("setWebhook", refuse=bad_request("bad webhook: IP address 127.0.0.1 is reserved")))
    with pytest.raises(ConfigError, match=r"WEBHOOK_URL.*is reserved"):
        async with running(server, desk, tmp_path, **WEBHOOK):
            pass


async def test_a_token_that_is_revoked_at_that_moment_is_said(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    server.faults.append(Fault("deleteWebhook", refuse=unauthorized()))
    with pytest.raises(ConfigError, match="BOT_TOKEN"):
        async with running(server, desk, tmp_path):
            pass


async def test_the_bot_waits_for_a_network_that_comes_later(desk: EchoDesk, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    later = Server(World(TOKEN), f"http://127.0.0.1:{port}")
    starting = asyncio.create_task(started(later, desk, tmp_path))
    await asyncio.sleep(0.5)
    assert not starting.done()
    async with serve(later.world, port) as server:
        person = Person(server)
        await person.say("/list")
        await person.private.answer()
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)


async def started(server: Server, desk: EchoDesk, state_dir: Path) -> None:
    """Run until cancelled."""
    async with running(server, desk, state_dir):
        await asyncio.Event().wait()


async def test_only_the_proxy_is_spoken_to(desk: EchoDesk, tmp_path: Path) -> None:
    # The server takes whole addresses in its request line, as a proxy does.
    nowhere: dict[str, Any] = {"bot_api_url": "http://api.telegram.invalid"}
    async with serve(World(TOKEN)) as server, running(server, desk, tmp_path, proxy_url=server.url, **nowhere):
        person = Person(server)
        await person.say("/list")
        await person.private.answer()


async def test_state_tells_trouble_and_recovery(bot: Running, server: Server) -> None:
    await server.until(lambda: server.world.feed.parked > 0)
    assert bot.telegram.state() == OK
    await server.world.feed.get(0, 1, 0)
    await server.until(lambda: bot.telegram.state() == CONFLICT)
    server.faults.append(Fault("getUpdates", status=502))
    await server.until(lambda: bot.telegram.state() == UNREACHABLE)
    await Person(server).say("/list")
    await server.until(lambda: bot.telegram.state() == OK)


def test_silence_is_trouble_when_polling(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("handlers.pulse.time.monotonic", lambda: now)
    polled, called = Pulse(), Pulse()
    assert polled.state() == STARTING
    polled.start(polls=True)
    called.start(polls=False)
    now += QUIET_SECONDS
    assert polled.state() == f"已有 {QUIET_SECONDS} 秒收不到 Telegram 的回应"
    assert called.state() == OK


def test_owners_hear_of_conflicts_that_last_once_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("handlers.pulse.time.monotonic", lambda: now)
    pulse, conflict = Pulse(), Conflict("terminated by other getUpdates request")
    assert not pulse.trouble(conflict)
    now += LASTING_SECONDS
    assert not pulse.trouble(conflict)
    told = []
    for _ in range(2 * TOLD_EVERY_SECONDS // 60):
        now += 60
        told.append(pulse.trouble(conflict))
    assert told.count(True) == 2
    assert told[0]


async def test_two_processes_on_one_token_are_said_in_one_sentence(
    server: Server, desk: EchoDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    owner = Person(server)
    async with running(server, desk, tmp_path, bot_admins=(owner.account.id, 4)):
        for _ in range(2):
            conflicts = len(_conflicts(server))
            await server.until(lambda: server.world.feed.parked > 0)
            await server.world.feed.get(0, 1, 0)
            await server.until(lambda seen=conflicts: len(_conflicts(server)) > seen)  # type: ignore[misc]
        assert CONFLICT in (await owner.private.answer())["text"]
        await owner.say("/list")
        await owner.private.answer(2)
    assert caplog.text.count(CONFLICT) == 1
    assert "Traceback" not in caplog.text


def _conflicts(server: Server) -> list[Call]:
    return [call for call in server.of("getUpdates") if call.status == 409]
