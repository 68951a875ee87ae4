"""Opening: data that cannot be loaded ends a command, and leaves a service with what it had."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app import open_app, open_state
from bot.config import Settings
from bot.errors import DataError
from bot.store.outbox import OutboxStore
from bot.upkeep import open_upkeep
from tests.golden import ROOT

OWNER = 7


async def test_a_service_goes_on_with_the_data_that_it_had_and_its_owner_hears_of_it(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    settings = Settings(data_dir=tmp_path / "data", state_dir=tmp_path / "state", bot_admins=(OWNER,))
    corrections = tmp_path / "data" / "corrections" / "lianjiang-2024.toml"
    good = corrections.read_text("utf-8") if corrections.exists() else ""
    corrections.write_text(f'{good}\n[[drop]]\ntext = "没有这个数字"\n', "utf-8")
    with pytest.raises(DataError, match="没有这个数字"):
        async with open_app(settings, or_as_before=True):
            pass
    corrections.write_text(good, "utf-8")
    async with open_app(settings) as app:
        reports = set((await app.store.catalogue()).reports)
    corrections.write_text(f'{good}\n[[drop]]\ntext = "没有这个数字"\n', "utf-8")
    with pytest.raises(DataError, match="没有这个数字"):
        async with open_app(settings):
            pass
    async with open_app(settings, or_as_before=True) as app, open_state(settings) as state:
        assert set((await app.store.catalogue()).reports) == reports
        keeping = asyncio.create_task(open_upkeep(app, state).keep())
        for _ in range(400):
            if waiting := await OutboxStore(state).due(OWNER, 4e9):
                break
            await asyncio.sleep(0.05)
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping
        told = await OutboxStore(state).bulletin(waiting[0].revision)
        assert "仍用上次载入的数据" in told
        assert "corrections/lianjiang-2024.toml" in told
