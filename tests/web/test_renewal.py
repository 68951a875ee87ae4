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
        beside = [asyncio.create_task(app.follow()), asyncio.create_task(app.keep_facts())]
        yield app
        for task in beside:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


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


async def test_a_load_before_the_first_look_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composition, "LOOK_SECONDS", PAUSE)
    shutil.copytree(ROOT / "data", tmp_path / "data")
    async with open_app(Settings(data_dir=tmp_path / "data", state_dir=tmp_path / "state")) as app:
        before = app.vocabulary.lexicon
        await count_up(app)
        beside = asyncio.create_task(app.follow())

        async def renewed() -> bool:
            return app.vocabulary.lexicon is not before

        await until(renewed)
        beside.cancel()


async def count_up(app: App) -> None:
    """Make the facts others, as far as anybody can tell without reading them."""
    db = await open_database(app.settings.state_dir / FACTS_FILE, FACTS)
    async with db.write() as connection:
        await connection.execute("UPDATE revision SET number = number + 1")
    await db.close()


async def test_words_that_cannot_be_read_leave_the_old_ones(running: App, caplog: pytest.LogCaptureFixture) -> None:
    before = running.vocabulary.lexicon
    topics = running.settings.data_dir / "lexicon" / "topics.toml"
    words = topics.read_text("utf-8")
    topics.write_text("[[topic", "utf-8")
    await count_up(running)

    async def complained() -> bool:
        return "could not be read" in caplog.text

    async def renewed() -> bool:
        return running.vocabulary.lexicon is not before

    await until(complained)
    assert not await renewed()
    topics.write_text(words, "utf-8")
    await until(renewed)


async def test_facts_whose_file_was_deleted_are_built_again_and_others_are_heard_again(running: App) -> None:
    page = build(running.settings, running.desk, running.store, running.vocabulary, running.library.outline)
    file = running.settings.state_dir / FACTS_FILE
    before = (await running.store.catalogue()).revision
    async with httpx.AsyncClient(transport=httpx.ASGITransport(page), base_url="http://127.0.0.1") as client:

        async def answers() -> bool:
            found = (await client.get("/api/ask", params={"q": "光明2024 收到复议多少件"})).json()
            return bool(found["facts"])

        for part in file.parent.glob(f"{FACTS_FILE}*"):
            part.unlink()

        async def built_again() -> bool:
            assert await answers()
            return file.exists() and not running.database.is_lost()

        await until(built_again)
        assert await answers()
        assert (await running.store.catalogue()).revision > before
        topics = running.settings.data_dir / "lexicon" / "topics.toml"
        topics.write_text(topics.read_text("utf-8").replace('"法援"', f'"法援", "{COINED}"', 1), "utf-8")
        await load_elsewhere(running)

        async def learned() -> bool:
            return await fills(client, COINED) == ["法律援助 "]

        await until(learned)


async def test_facts_that_cannot_be_built_again_are_served_on_from_the_lost_file(
    running: App, caplog: pytest.LogCaptureFixture
) -> None:
    corrections = running.settings.data_dir / "corrections" / "lianjiang-2024.toml"
    good = corrections.read_text("utf-8")
    corrections.write_text(f'{good}\n[[drop]]\ntext = "没有这个数字"\n', "utf-8")
    (running.settings.state_dir / FACTS_FILE).unlink()

    async def complained() -> bool:
        return "could not be built again" in caplog.text

    await until(complained)
    assert len((await running.store.catalogue()).reports) == 5
    corrections.write_text(good, "utf-8")

    async def built_again() -> bool:
        return not running.database.is_lost()

    await until(built_again)
    assert len((await running.store.catalogue()).reports) == 5
