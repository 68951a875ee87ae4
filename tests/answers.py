"""Fixtures for rooms that need answers over the hand-annotated reports: import them into a conftest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import ROOT, bundles, entries


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load(ROOT / "data" / "lexicon")


@pytest.fixture(scope="session")
def places() -> Places:
    return Places.load(ROOT / "data" / "places")


@pytest.fixture
async def store(tmp_path: Path, lexicon: Lexicon) -> AsyncIterator[FactStore]:
    db = await open_database(tmp_path / "facts.sqlite3")
    await load(db, entries(bundles(lexicon.indicator_of)))
    yield FactStore(db)
    await db.close()


@pytest.fixture
def answerer(lexicon: Lexicon, places: Places, store: FactStore) -> Answerer:
    return Answerer(lexicon, places, store)
