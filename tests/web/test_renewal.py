"""A page that runs on learns of new words and reports without a restart, whoever loaded them."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from bot import app as composition
from bot.app import App, open_app
from bot.config import Settings
from bot.layout import FACTS_FILE
from bot.store.database import open_database
from bot.store.loading import load
from bot.store.schema import FACTS
from bot.web.application import build
from tests.golden import ROOT
from tests.web.service import PATIENCE

COINED = "法扶"
"""A name that the lexicon does not have."""
PAUSE = 0.05


@pytest.fixture
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[App]:
    """The project over a copy of its data, following what other processes load."""
    monkeypatch.setattr(composition, "LOOK_SECONDS", PAUSE)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    async with open_app(Settings(data_dir=tmp_path / "data", state_dir=tmp_path / "state")) as app:
        following = asyncio.create_task(app.follow())
        yield app
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait until something holds."""
    for _ in range(round(PATIENCE / PAUSE)):
        if await holds():
            return
        await asyncio.sleep(PAUSE)
    raise TimeoutError


async def fills(client: httpx.AsyncClient, typed: str) -> list[str]:
    found = (await client.get("/suggest", params={"q": typed})).json()["suggestions"]
    return [one["fill"] for one in found]


async def test_a_page_learns_what_another_process_loaded(running: App) -> None:
    page = build(running.settings, running.desk, running.store, running.vocabulary, running.library.outline)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=page), base_url="http://localhost") as client:
        assert await fills(client, COINED) == []
        topics = running.settings.data_dir / "lexicon" / "topics.toml"
        words = topics.read_text("utf-8")
        topics.write_text(words.replace('"法援"', f'"法援", "{COINED}"', 1), "utf-8")
        await load_elsewhere(running)

        async def learned() -> bool:
            return await fills(client, COINED) == ["法律援助 "]

        await until(learned)
        answer = (await client.get("/api/ask", params={"q": f"光明 {COINED}"})).json()
        assert answer["understood"]["topics"] == ["法律援助"]


async def load_elsewhere(app: App) -> None:
    """Load the data as another process would, through a connection of its own."""
    db = await open_database(app.settings.state_dir / FACTS_FILE, FACTS)
    try:
        assert (await load(db, app.library.entries())).changed
    finally:
        await db.close()


async def test_words_that_cannot_be_read_leave_the_old_ones(running: App, caplog: pytest.LogCaptureFixture) -> None:
    before = running.vocabulary.lexicon
    topics = running.settings.data_dir / "lexicon" / "topics.toml"
    words = topics.read_text("utf-8")
    topics.write_text("[[topic", "utf-8")
    db = await open_database(running.settings.state_dir / FACTS_FILE, FACTS)
    async with db.write() as connection:
        await connection.execute("UPDATE revision SET number = number + 1")
    await db.close()

    async def complained() -> bool:
        return "could not be read" in caplog.text

    async def renewed() -> bool:
        return running.vocabulary.lexicon is not before

    await until(complained)
    assert not await renewed()
    topics.write_text(words, "utf-8")
    await until(renewed)
