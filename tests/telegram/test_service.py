"""The service as it is started for real: `python -m bot run` beside a loopback Bot API server."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from handlers.pulse import STARTING
from tests.processes import environment
from tests.telegram.harness import TOKEN
from tests.telegram.server import Person, Server

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Service:
    """A running service: its process, its page's address, and a client for it."""

    process: asyncio.subprocess.Process
    page: str
    client: httpx.AsyncClient

    async def until_ready(self, telegram: str = "ok") -> httpx.Response:
        """The answer of /readyz once it says that of Telegram."""
        for _ in range(200):
            answer = await self.client.get(f"{self.page}/readyz")
            if answer.json()["telegram"] == telegram:
                return answer
            await asyncio.sleep(0.1)
        raise AssertionError(answer.text)


def told(server: Server, state_dir: Path, **more: str) -> dict[str, str]:
    """What the service is told."""
    settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": server.url, "STATE_DIR": str(state_dir)}
    return environment(**{**settings, "WEB_ADDRESS": "127.0.0.1:0", **more})


@asynccontextmanager
async def running(server: Server, state_dir: Path, **more: str) -> AsyncIterator[Service]:
    """The service, ended by the signal that a supervisor sends."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=state_dir,
        env=told(server, state_dir, **more),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    log = asyncio.create_task(process.stderr.read())
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
        found = ADDRESS.search(line)
        assert found, line
        async with httpx.AsyncClient() as client:
            yield Service(process, found.group(), client)
        process.terminate()
        assert await asyncio.wait_for(process.wait(), 20) == 0
        text = (await log).decode()
        assert TOKEN not in text
        assert "Traceback" not in text, text
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_polling_and_page_run_together(server: Server, tmp_path: Path) -> None:
    async with running(server, tmp_path) as service:
        ready = await service.until_ready()
        assert ready.status_code == 200
        person = Person(server)
        await person.say("/compare 行政复议 光明 廉江")
        assert "583宗" in (await person.private.answer(1, 20))["text"]


async def test_updates_come_in_over_the_pages_webhook(server: Server, tmp_path: Path) -> None:
    settings = {"WEBHOOK_URL": "https://fazhi.example.cn/telegram/inbox", "WEBHOOK_SECRET": "s3cret"}
    async with running(server, tmp_path, **settings) as service:
        await service.until_ready()
        person = Person(server)
        await person.say("/对比 行政复议 光明 廉江")
        (update,) = server.world.feed.waiting
        address = f"{service.page}/telegram/inbox"
        host = {"Host": "fazhi.example.cn"}
        assert (await service.client.post(address, json=update, headers=host)).status_code == 403
        for _ in range(2):
            answer = await service.client.post(address, json=update, headers=host | {SECRET_HEADER: "s3cret"})
            assert answer.status_code == 200, answer.text
        await person.say("/list")
        await service.client.post(address, json=server.world.feed.waiting[1], headers=host | {SECRET_HEADER: "s3cret"})
        await person.private.answer(2, 20)
        assert ["252宗" in text for text in person.private.texts] == [True, False]


async def test_the_page_works_while_telegram_cannot_be_reached(server: Server, tmp_path: Path) -> None:
    async with running(server, tmp_path, BOT_API_URL="http://127.0.0.1:9") as service:
        ready = await service.until_ready(STARTING)
        assert ready.status_code == 503
        answer = await service.client.get(f"{service.page}/api/ask", params={"q": "/compare 行政复议 光明 廉江"})
        assert "583宗" in answer.text


async def test_a_wrong_token_ends_with_one_line(server: Server, tmp_path: Path) -> None:
    server.world.token = "424242:another"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env=told(server, tmp_path),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await asyncio.wait_for(process.communicate(), 30)
    text = err.decode()
    assert process.returncode == 1, text
    assert text.splitlines()[-1] == "fazhi: BOT_TOKEN: Telegram does not know this token"
    assert TOKEN not in text
    assert "Traceback" not in text


@pytest.mark.parametrize("url", ["ftp://x", "nonsense"])
async def test_a_wrong_address_is_named(server: Server, tmp_path: Path, url: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=tmp_path,
        env=told(server, tmp_path, BOT_API_URL=url),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    _, err = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode == 1
    assert err.decode().startswith("fazhi: BOT_API_URL")
