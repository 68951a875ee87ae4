"""A process that dies by SIGKILL while it carries out an order: right after it has acted, before it says so to anybody.

`python -m tests.admin.pressing ORDER` with the settings of the service in the environment.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from unittest.mock import patch

from bot.admin.office import Asker
from bot.app import open_app, open_state
from bot.config import Settings, load_settings
from bot.store.administration import AdminStore
from bot.upkeep import Upkeep, open_upkeep

ADMIN = 7
ORDERS = {"retract": "guangming-2024", "broadcast": "周六维护"}


@asynccontextmanager
async def service(settings: Settings) -> AsyncIterator[Upkeep]:
    """What keeps a service up to date, without any channel."""
    async with open_app(settings, or_as_before=True) as app, open_state(settings) as state:
        yield open_upkeep(app, state)


async def press(upkeep: Upkeep, data: str) -> str:
    """What the admin sees after pressing a button."""
    return (await upkeep.office.press(data, Asker(ADMIN, f"press:{data}"))).text


async def order(name: str) -> None:
    """Give an order, confirm it, and die as soon as it has acted."""
    async with service(load_settings()) as upkeep:
        reply = await upkeep.office.command(name, ORDERS[name], Asker(ADMIN, "order"))
        # Then the revision is there and nothing has loaded it; or the message is queued and nobody has written it down.
        with patch("bot.admin.publishing.refresh", _die), patch.object(AdminStore, "note", _die):
            await press(upkeep, reply.buttons[0][0].data)


def _die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(order(sys.argv[1]))
