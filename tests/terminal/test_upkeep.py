"""`fazhi backup` and `fazhi restore` as an owner types them."""

from __future__ import annotations

from pathlib import Path

from bot.store.chats import ChatStore
from bot.store.database import open_database
from bot.store.files import alone
from bot.store.state import STATE
from tests.terminal.conftest import Fazhi


async def test_what_was_backed_up_comes_back_but_not_under_a_running_service(fazhi: Fazhi, tmp_path: Path) -> None:
    own = {"STATE_DIR": str(tmp_path)}
    assert fazhi("backup", **own).returncode == 1
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    await ChatStore(state).set_home(1, "440311")
    done = fazhi("backup", **own)
    assert done.returncode == 0
    made = done.stdout.split("已备份到 ")[1].strip()
    await ChatStore(state).set_home(1, "440881")
    done = fazhi("restore", made, **own)
    assert (done.returncode, "请先停下服务" in done.stderr) == (1, True)
    await state.close()
    with alone(tmp_path):  # a service without Telegram keeps no state open
        done = fazhi("restore", made, **own)
        assert (done.returncode, "另一个服务正在用" in done.stderr) == (1, True)
    assert fazhi("restore", made, **own).returncode == 0
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    assert await ChatStore(state).home(1) == "440311"
    await state.close()
    assert fazhi("restore", str(tmp_path / "nowhere"), **own).returncode == 1
