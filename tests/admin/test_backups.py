"""A backup is made while the service works, and what it holds comes back."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from bot.admin import backups as making
from bot.admin.backups import back_up, backups, is_due, newest_backup, restore_from
from bot.app import open_state
from bot.config import Settings
from bot.errors import DataError
from bot.layout import STATE_FILE
from bot.library.shelf import SOURCES, add, newest, put
from bot.store.chats import ChatStore
from bot.store.database import open_database
from bot.store.files import check_whole, copy_online, is_in_use
from bot.store.state import STATE


async def test_a_backup_brings_back_state_and_library(tmp_path: Path) -> None:
    state = await open_database(tmp_path / STATE_FILE, STATE)
    await ChatStore(state).set_home(1, "440311")
    add(tmp_path, lambda folder: put(folder / SOURCES, b"# one\n"), what="x", by="1", key="1")
    put(tmp_path / "proposals" / "3" / "file.html", b"waits")
    (tmp_path / "watch.toml").write_text("# pages\n")
    made = back_up(tmp_path)
    put(tmp_path / "proposals" / "3" / "file.html", b"other")
    (tmp_path / "watch.toml").write_text("# spoilt\n")
    await ChatStore(state).set_home(1, "440881")
    add(tmp_path, lambda folder: put(folder / SOURCES, b"# two\n"), what="x", by="1", key="2")
    assert is_in_use(tmp_path / STATE_FILE)
    await state.close()
    assert not is_in_use(tmp_path / STATE_FILE)
    restore_from(made, tmp_path)
    state = await open_database(tmp_path / STATE_FILE, STATE)
    assert await ChatStore(state).home(1) == "440311"
    await state.close()
    current = newest(tmp_path)
    assert current is not None
    assert (current.folder / SOURCES).read_text("utf-8") == "# one\n"
    assert (tmp_path / "proposals" / "3" / "file.html").read_bytes() == b"waits"
    assert (tmp_path / "watch.toml").read_text() == "# pages\n"
    assert (tmp_path / f"{STATE_FILE}.before").exists()
    assert (tmp_path / "watch.toml.before").read_text() == "# spoilt\n"


async def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    await (await open_database(tmp_path / STATE_FILE, STATE)).close()
    for day in range(1, 6):
        (tmp_path / "backups" / f"2025010{day}-020000").mkdir(parents=True)
    assert newest_backup(tmp_path) == 1_736_042_400
    assert is_due(tmp_path)
    made = back_up(tmp_path, kept=3)
    assert [each.name for each in backups(tmp_path)] == ["20250104-020000", "20250105-020000", made.name]
    assert not is_due(tmp_path)


async def test_two_that_are_made_at_once_are_both_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await (await open_database(tmp_path / STATE_FILE, STATE)).close()
    put(tmp_path / "proposals" / "3" / "file.html", b"waits")
    copied, begun = copy_online, threading.Event()

    def slowly(file: Path, target: Path) -> None:
        copied(file, target)
        begun.set()
        time.sleep(0.2)

    monkeypatch.setattr(making, "copy_online", slowly)
    first = asyncio.create_task(asyncio.to_thread(back_up, tmp_path))
    await asyncio.to_thread(begun.wait, 10)
    made = await asyncio.gather(first, asyncio.to_thread(back_up, tmp_path))
    for folder in made:
        assert (folder / "proposals" / "3" / "file.html").exists()
        check_whole(folder / STATE_FILE)


async def test_a_backup_of_a_clock_that_was_wrong_keeps_none_from_being_made(tmp_path: Path) -> None:
    await (await open_database(tmp_path / STATE_FILE, STATE)).close()
    (tmp_path / "backups" / "21000101-020000").mkdir(parents=True)
    assert newest_backup(tmp_path) is None
    assert is_due(tmp_path)
    back_up(tmp_path)
    assert not is_due(tmp_path)


async def test_a_broken_backup_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    await (await open_database(tmp_path / STATE_FILE, STATE)).close()
    made = back_up(tmp_path)
    (made / STATE_FILE).write_bytes(b"not a database" * 1000)
    before = (tmp_path / STATE_FILE).read_bytes()
    with pytest.raises(DataError, match="已损坏"):
        restore_from(made, tmp_path)
    with pytest.raises(DataError, match="不是备份"):
        restore_from(tmp_path / "nowhere", tmp_path)
    assert (tmp_path / STATE_FILE).read_bytes() == before


async def test_a_corrupt_state_stops_with_the_way_to_restore(tmp_path: Path) -> None:
    await (await open_database(tmp_path / STATE_FILE, STATE)).close()
    made = back_up(tmp_path)
    with sqlite3.connect(tmp_path / STATE_FILE) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    (tmp_path / STATE_FILE).write_bytes(b"x" * 8192)
    with pytest.raises(DataError, match=f"fazhi restore .*{made.name}"):
        async with open_state(Settings(state_dir=tmp_path)):
            pass
    assert (tmp_path / STATE_FILE).read_bytes() == b"x" * 8192
