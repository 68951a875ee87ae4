"""An order whose process was killed after it had acted: whatever is pressed afterwards, what is said of it is true."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from pathlib import Path

import pytest

from bot.admin.office import Asker
from bot.config import Settings
from bot.errors import UserError
from bot.library.shelf import revisions
from bot.notices.subscribing import Spot
from tests.admin.pressing import ADMIN, ORDERS, press, service
from tests.golden import ROOT
from tests.processes import environment

YES, NO = "d:yes:1", "d:no:1"
REPORT = ORDERS["retract"]


async def killed(folder: Path, order: str) -> Settings:
    """The settings of a service that died in the middle of an order."""
    shutil.copytree(ROOT / "data", folder / "data")
    settings = Settings(data_dir=folder / "data", state_dir=folder / "state", bot_admins=(ADMIN,))
    async with service(settings) as upkeep:
        await upkeep.notices.counter.subscribe(Spot(5, 0), "光明")
    given = environment(DATA_DIR=str(settings.data_dir), STATE_DIR=str(settings.state_dir), BOT_ADMINS=str(ADMIN))
    command = (sys.executable, "-m", "tests.admin.pressing", order)
    process = await asyncio.create_subprocess_exec(*command, env=given, cwd=folder)
    assert await process.wait() == -signal.SIGKILL
    return settings


async def test_what_a_killed_process_did_is_not_said_to_be_dropped(tmp_path: Path) -> None:
    settings = await killed(tmp_path, "retract")
    async with service(settings) as upkeep:
        assert REPORT not in (await upkeep.office._rooms.facts.catalogue()).reports
        assert "已经做了（撤回 guangming-2024）" in await press(upkeep, NO)
        with pytest.raises(UserError, match="处理过了"):
            await press(upkeep, YES)
        assert [(act.by, act.act) for act in await upkeep.admins.acts(5)] == [(ADMIN, f"撤回 {REPORT}")]
    assert [one.number for one in revisions(settings.state_dir)] == [1]


async def test_confirming_it_once_more_does_it_once(tmp_path: Path) -> None:
    settings = await killed(tmp_path, "retract")
    async with service(settings) as upkeep:
        assert "没有变化" in await press(upkeep, YES)
        assert [act.act for act in await upkeep.admins.acts(5)] == [f"撤回 {REPORT}"]
    assert [one.number for one in revisions(settings.state_dir)] == [1]


async def test_data_that_broke_meanwhile_does_not_make_it_undone(tmp_path: Path) -> None:
    settings = await killed(tmp_path, "retract")
    catalogue = settings.data_dir / "reports" / "sources.toml"
    good = catalogue.read_text("utf-8")
    catalogue.write_text(good + "[[report]]\n", "utf-8")
    async with service(settings) as upkeep:
        assert "已记为第 1 版" in await press(upkeep, YES)
        catalogue.write_text(good, "utf-8")
        reply = await upkeep.office.command("reload", "", Asker(ADMIN, "reload"))
        assert f"移除：{REPORT}" in reply.text


async def test_a_broadcast_that_is_on_its_way_is_not_said_to_be_dropped(tmp_path: Path) -> None:
    settings = await killed(tmp_path, "broadcast")
    async with service(settings) as upkeep:
        assert (await upkeep.notices.outbox.queue()).waiting == 1
        assert "已经做了（群发（1 处））" in await press(upkeep, NO)


async def test_a_broadcast_that_is_confirmed_once_more_says_how_many_it_reaches(tmp_path: Path) -> None:
    settings = await killed(tmp_path, "broadcast")
    async with service(settings) as upkeep:
        assert "已交付发送：1 处" in await press(upkeep, YES)
        assert (await upkeep.notices.outbox.queue()).waiting == 1


async def test_of_a_yes_and_a_no_at_the_same_time_the_second_hears_what_came_of_the_first(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    async with service(Settings(data_dir=tmp_path / "data", state_dir=tmp_path / "state", bot_admins=(7,))) as upkeep:
        await upkeep.office.command("retract", REPORT, Asker(ADMIN, "order"))
        done, refused = await asyncio.gather(press(upkeep, YES), press(upkeep, NO), return_exceptions=True)
        assert isinstance(done, str)
        assert f"移除：{REPORT}" in done
        assert isinstance(refused, UserError)
        assert "处理过了" in str(refused)
