"""A bot process to be killed: `python -m tests.telegram.victim URL STATE_DIR [stuck]`.

It answers slowly, so that it dies at work, or never.
"""

from __future__ import annotations

import asyncio
import random
import sys
from pathlib import Path

from tests.telegram.harness import RUSH, EchoDesk, running
from tests.telegram.server import Server, World

BUSY_SECONDS = 0.03


async def live(url: str, state_dir: Path, stuck: bool) -> None:
    """Poll that server until killed."""
    chance = random.Random()

    async def think(_: str) -> None:
        await asyncio.sleep(3600 if stuck else BUSY_SECONDS * chance.random())

    desk = EchoDesk(before=think)
    elsewhere = Server(World("1:x"), url)
    async with running(elsewhere, desk, state_dir, RUSH):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(live(sys.argv[1], Path(sys.argv[2]), sys.argv[3:] == ["stuck"]))
