"""Answers over the hand-annotated reports, and over reports that a test makes up."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.answers import answerer, lexicon, places, store
from tests.asking.answering.telling import Ask, answering, asking

__all__ = ["answerer", "ask", "lexicon", "places", "store", "told"]


@pytest.fixture
async def told(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    lexicon: Lexicon,
    places: Places,
) -> AsyncIterator[tuple[Answerer, str]]:
    """Answers over one report that holds nothing but the module's FIGURES, and the place's name."""
    async with answering(tmp_path, lexicon, places, request.module.FIGURES) as answers:
        yield answers


@pytest.fixture
def ask(understander: Understander, told: tuple[Answerer, str]) -> Ask:
    """What is answered to a message about the place of that one report, or to one that follows up on such a message."""
    answerer, place = told
    return asking(answerer, understander, place)
