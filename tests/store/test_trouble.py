"""Trouble with the machine, made for real: a full disk, a read-only one, broken and busy files; each is said."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.store.chats import ChatStore
from bot.store.database import Database, open_database
from bot.store.facts import FactStore
from bot.store.files import alone
from bot.store.loading import load
from bot.store.state import STATE
from bot.store.trouble import BUSY, CORRUPT, FULL, READ_ONLY, probe, trouble_of
from tests.golden import ROOT, bundles, entries
from tests.processes import environment

HOLD = "import sys, time; from pathlib import Path; from bot.store.files import alone\nwith alone(Path(sys.argv[1])):\n"


async def limit(database: Database, pages: int) -> None:
    """Let a database file grow to so many pages, as a disk does that has room for no more."""
    async with database.write() as connection:
        await connection.execute(f"PRAGMA max_page_count = {pages}")


async def test_a_full_disk_is_said_and_leaves_facts_as_they_were(tmp_path: Path) -> None:
    given = bundles()
    facts = await open_database(tmp_path / "facts.sqlite3")
    await load(facts, entries(given[:1]))
    pages = (await facts.fetch("PRAGMA page_count"))[0][0]
    await limit(facts, pages + 1)
    with pytest.raises(DataError) as caught:
        await load(facts, entries(given))
    assert (caught.value.file, caught.value.reason) == (str(facts.path), FULL)
    assert set((await FactStore(facts).catalogue()).reports) == {given[0].report.id}
    await limit(facts, 1_000_000)
    assert len((await load(facts, entries(given))).added) == len(given) - 1
    await facts.close()


async def test_state_that_cannot_be_written_is_said_and_read_all_the_same(tmp_path: Path) -> None:
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    chats = ChatStore(state)
    await chats.set_home(1, "440311")
    async with state.write() as connection:
        await connection.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.OperationalError) as caught:
        await chats.set_home(1, "440881")
    assert trouble_of(caught.value) == READ_ONLY
    assert await chats.home(1) == "440311"
    await state.close()


async def test_a_file_that_breaks_while_it_is_open_is_said(tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite3"
    await (await open_database(path)).close()
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        path.write_bytes(content[:1000] + b"\xff" * (len(content) - 1000))
        with pytest.raises(sqlite3.DatabaseError) as caught:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
    assert trouble_of(caught.value) == CORRUPT


async def test_a_database_that_another_holds_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as one, closing(sqlite3.connect(path, timeout=0)) as two:
        one.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as caught:
            two.execute("BEGIN IMMEDIATE")
    assert trouble_of(caught.value) == BUSY


def test_files_that_the_system_lets_grow_no_further_are_a_full_disk(tmp_path: Path) -> None:
    """In a process of its own whose files may hold four kilobytes: writing fails in the system, not in a stand-in."""
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from bot.store.trouble import probe, trouble_of\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    probe(Path(sys.argv[1]))\n"
        "except OSError as error:\n    sys.stdout.buffer.write(trouble_of(error).encode())\n"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT, capture_output=True, timeout=60)
    assert done.stdout.decode() == FULL, done.stderr.decode()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_read_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    found = os.fork()
    if not found:  # a child that is nobody: root may write anywhere
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            probe(tmp_path)
        except OSError as error:
            os._exit(0 if trouble_of(error) == READ_ONLY else 2)
        os._exit(1)
    assert os.waitpid(found, 0)[1] == 0


def test_a_disk_that_can_be_written_is_no_trouble(tmp_path: Path) -> None:
    probe(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_trouble_is_found_behind_other_errors_and_nothing_else_is_taken_for_it() -> None:
    outer = DataError("x", 0, "y")
    outer.__cause__ = OSError(errno.ENOSPC, "No space left on device")
    assert trouble_of(outer) == FULL
    for error in (None, ValueError("disk full"), FileNotFoundError(errno.ENOENT, "x"), sqlite3.IntegrityError("x")):
        assert trouble_of(error) == ""


async def test_a_folder_that_cannot_be_made_is_said_when_opening(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="打不开"):
        await open_database(tmp_path / "file" / "state.sqlite3", STATE)


def test_two_services_never_share_a_state_directory_and_a_killed_one_frees_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"{HOLD}    print('held', flush=True); time.sleep(60)", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(DataError, match="另一个服务正在用这个状态目录"), alone(tmp_path):
            pass
        other.kill()
    with alone(tmp_path):
        pass


def test_a_service_that_cannot_start_says_why_in_one_line(tmp_path: Path) -> None:
    """The real command: beside another one, and on a state that is broken, with the way back."""
    state = tmp_path / "state"
    (state / "backups" / "20260101-020000").mkdir(parents=True)
    (state / "state.sqlite3").write_bytes(b"no database" * 1000)
    told = environment(STATE_DIR=str(state), BOT_TOKEN="1:x", WEB_ADDRESS="127.0.0.1:0")

    def run() -> tuple[int, str]:
        command = [sys.executable, "-m", "bot", "run"]
        done = subprocess.run(command, cwd=tmp_path, env=told, capture_output=True, timeout=120)
        return done.returncode, [line for line in done.stderr.decode().splitlines() if line.startswith("fazhi: ")][-1]

    with alone(state):
        code, said = run()
    assert (code, "另一个服务正在用" in said) == (1, True)
    code, said = run()
    assert code == 1
    assert "数据库已损坏" in said
    assert "恢复的办法：fazhi restore" in said
    assert "20260101-020000" in said
