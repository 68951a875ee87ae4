"""What data/ ships is what the program makes of it today: `fazhi facts` has nothing to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.library import Library
from bot.library.digests import words_digest
from bot.library.factfile import facts_text
from bot.library.sources import Source

DATA = Path(__file__).parents[2] / "data"
LIBRARY = Library(DATA)


@pytest.mark.parametrize("source", LIBRARY.sources(), ids=lambda source: source.report.id)
def test_shipped_facts_are_those_that_reading_and_corrections_give(source: Source) -> None:
    shipped = (DATA / "facts" / f"{source.report.id}.jsonl").read_text("utf-8")
    reread = LIBRARY.reread(source)
    assert shipped == facts_text(reread.mentions, reread.facts), "run `fazhi facts` and look at the difference"


def test_shipped_facts_are_known_to_be_up_to_date() -> None:
    words = words_digest(DATA)
    made_from = (DATA / "facts" / "made_from.toml").read_text("utf-8")
    for source in LIBRARY.sources():
        assert f'{source.report.id} = "{LIBRARY.inputs_digest(source, words)}"\n' in made_from, "run `fazhi facts`"


def test_no_facts_or_corrections_are_left_of_reports_that_are_gone() -> None:
    ids = {source.report.id for source in LIBRARY.sources()}
    assert {path.stem for path in (DATA / "facts").glob("*.jsonl")} == ids
    assert {path.stem for path in (DATA / "corrections").glob("*.toml")} <= ids
