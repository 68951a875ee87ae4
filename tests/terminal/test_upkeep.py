"""`fazhi backup` and `fazhi restore` as an owner types them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot.store.chats import ChatStore
from bot.store.database import open_database
from bot.store.state import STATE
from tests.golden import ROOT


def fazhi(state_dir: Path, *words: str) -> tuple[int, str]:
    """Run one command; its exit code and all that it said."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *words],
        cwd=ROOT,
        env=os.environ | {"STATE_DIR": str(state_dir)},
        capture_output=True,
        timeout=60,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


async def test_what_was_backed_up_comes_back_but_not_under_a_running_service(tmp_path: Path) -> None:
    assert fazhi(tmp_path, "backup")[0] == 1
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    await ChatStore(state).set_home(1, "440311")
    code, said = fazhi(tmp_path, "backup")
    assert code == 0
    made = said.split("已备份到 ")[1].strip()
    await ChatStore(state).set_home(1, "440881")
    code, said = fazhi(tmp_path, "restore", made)
    assert (code, "请先停下服务" in said) == (1, True)
    await state.close()
    assert fazhi(tmp_path, "restore", made)[0] == 0
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    assert await ChatStore(state).home(1) == "440311"
    await state.close()
    assert fazhi(tmp_path, "restore", str(tmp_path / "nowhere"))[0] == 1
