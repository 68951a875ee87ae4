"""A Bot API server, and the bot running against it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.telegram import outside
from tests.telegram.harness import TOKEN, EchoDesk, Running, running
from tests.telegram.office import Service, office
from tests.telegram.server import Server, World, serve


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    """A Bot API server; whatever went over the wire is shown to aiogram at the end."""
    async with serve(World(TOKEN)) as running_server:
        yield running_server
    outside.check(running_server)


@pytest.fixture
def desk() -> EchoDesk:
    return EchoDesk()


@pytest.fixture
async def bot(server: Server, desk: EchoDesk, tmp_path: Path) -> AsyncIterator[Running]:
    async with running(server, desk, tmp_path) as started:
        yield started


@pytest.fixture
async def service(server: Server, tmp_path: Path) -> AsyncIterator[Service]:
    """The whole service with one owner and data of its own."""
    async with office(server, tmp_path) as started:
        yield started
