"""The real lexicon, places and reports, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking.understanding.understand import Understander
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import reports

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def places() -> Places:
    return Places.load(DATA / "places")


@pytest.fixture(scope="session")
def understander(places: Places) -> Understander:
    return Understander(Lexicon.load(DATA / "lexicon"), places, list(reports().values()))
