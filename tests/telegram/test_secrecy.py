"""The token is in no log, whatever goes wrong: every line of every logger at DEBUG is searched for it."""

from __future__ import annotations

import asyncio
import io
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.errors import ConfigError
from handlers.logs import Hiding
from handlers.rates import Limits
from tests.telegram.harness import TOKEN, EchoDesk, Running, running
from tests.telegram.server import Fault, Person, Server, group


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that a handler of the root logger writes, tracebacks included."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


async def test_the_token_is_in_no_log(log: io.StringIO, server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    async def fail(message: str) -> None:
        if message == "/list":
            raise RuntimeError(f"POST {server.url}/bot{TOKEN}/sendMessage failed")

    desk.before = fail
    person = Person(server)
    async with running(server, desk, tmp_path) as bot:
        server.faults += [Fault("sendMessage", status=500), Fault("getUpdates", drop="before")]
        await person.say("/help")
        await person.say("/list")
        await person.private.answer(2)
        logging.getLogger("anybody").error("the application is %r", bot.telegram.application)
        asyncio.get_running_loop().call_exception_handler({"message": f"lost {server.url}/bot{TOKEN}/getMe"})
    text = log.getvalue()
    assert "RuntimeError: POST" in text
    assert "the application is" in text
    assert TOKEN not in text
    assert TOKEN.partition(":")[2] not in text


async def test_a_refused_token_is_not_shown(log: io.StringIO, server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    server.world.token = "424242:another"
    with pytest.raises(ConfigError) as refused:
        async with running(server, desk, tmp_path):
            pass
    shown = "".join(traceback.format_exception(refused.value)) + log.getvalue()
    assert "BOT_TOKEN" in shown
    assert TOKEN not in shown


def test_settings_do_not_show_it() -> None:
    assert TOKEN not in repr(Settings(bot_token=SecretStr(TOKEN)))


def test_arguments_and_tracebacks_are_rewritten() -> None:
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, "to %s", (f"bot{TOKEN}",), None)
    assert Hiding([TOKEN]).filter(record)
    assert record.getMessage() == "to bot<secret>"


def test_no_secret_hides_nothing() -> None:
    assert Hiding([""]).hide("https://api.telegram.org") == "https://api.telegram.org"


async def test_polls_leave_no_trace_in_a_quiet_log(bot: Running, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        await bot.server.world.feed.get(0, 1, 0)
        await asyncio.sleep(0.1)
    assert "httpx" not in {record.name for record in caplog.records}


async def test_nothing_personal_is_in_the_log(
    server: Server, desk: EchoDesk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    person = Person(server, "欧阳某某")
    office = group(server, Person(server), person)
    texts = ("张三的<b>秘密</b>电话13800138000", "/subscribe 光明", "/home@fazhi_bot 光明", "/chats 允许", "/list")

    async def fail(message: str) -> None:
        if "秘密" in message:
            raise ValueError(f"cannot read {message!r} of {person.account.first_name} ({person.account.id})")
        if message == "/list":
            person.account.blocked = True

    desk.before = fail
    with caplog.at_level(logging.INFO):
        async with running(server, desk, tmp_path, Limits(messages=9)) as bot:
            for text in texts:
                await person.say(text)
                await person.say(text.replace("/list", "/list@fazhi_bot"), office)
            message = await person.private.answer()
            await person.press_data(message, "k:AAAAAAAAAAAAAAAA")
            await bot.idle()
    assert "ValueError: cannot read" in caplog.text
    personal = (
        person.account.first_name,
        person.account.username,
        str(person.account.id),
        "张三",
        "秘密",
        "13800138000",
    )
    assert [words for words in personal if words in caplog.text] == []
