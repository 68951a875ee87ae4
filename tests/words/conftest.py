"""The real words of the project, loaded once: they are data, and these tests are about the data too."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.words.lexicon import Lexicon
from bot.words.places import Places

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def places() -> Places:
    return Places.load(DATA / "places")


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.load(DATA / "lexicon")
