"""A site that is there for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.watching.site import Site, site


@pytest.fixture
async def bureau() -> AsyncIterator[Site]:
    """A bureau's site without a page."""
    async with site() as served:
        yield served
