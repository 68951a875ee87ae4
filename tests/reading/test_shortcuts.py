"""Rules that are not looked at where no word of theirs stands would have found nothing there."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.reading.reader import Reader
from bot.reading.rows import names_of_places
from bot.reading.vocabulary.lexicon import ReadingLexicon
from tests.reading.reading import LEXICON, REGION, YEAR, reader

HERE = Path(__file__).parent
REPORTS = sorted((LEXICON.parent / "reports").glob("*.txt"))
_ANYTHING = re.compile("")


@cache
def thorough() -> Reader:
    """A reader that looks at every rule everywhere."""
    lexicon = ReadingLexicon.load(LEXICON)
    times = replace(lexicon.times, elsewhen=_ANYTHING, cutoff_mark=_ANYTHING)
    return Reader(replace(lexicon, times=times), names_of_places(LEXICON.parent / "places"))


def sentences() -> list[str]:
    """The sentences of the other tests of reading."""

    def texts(entry: Any) -> list[str]:
        values = entry.values() if isinstance(entry, dict) else entry
        nested = [text for value in values if isinstance(value, dict | list) for text in texts(value)]
        return [*nested, *(value for value in values if isinstance(value, str))]

    files = ("whose.toml", "sentences.toml", "measures.toml")
    return [text for file in files for text in texts(tomllib.loads((HERE / file).read_text(encoding="utf-8")))]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports_read_the_same_with_every_rule_looked_at(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert reader().mentions(text, year=YEAR) == thorough().mentions(text, year=YEAR)


def test_sentences_read_the_same_with_every_rule_looked_at() -> None:
    assert len(sentences()) > 100
    for text in sentences():
        assert reader().mentions(text, year=YEAR, region=REGION) == thorough().mentions(text, year=YEAR, region=REGION)
