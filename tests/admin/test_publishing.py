"""Publishing beside data that somebody is breaking: what was said not to have happened does not happen later either."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.admin.publishing import Candidate, Publisher
from bot.errors import DataError, UserError
from bot.library import Library
from bot.library.shelf import newest, put, revisions
from bot.store.database import Database, opened
from bot.store.facts import FactStore
from bot.store.loading import Loaded
from tests.admin.publishing import REPORT, text_of
from tests.library.shelf import shelf, simple_reader


@dataclass
class Press:
    """A publisher over a small library, with what it announced."""

    folder: Path
    facts: Database
    announced: list[Loaded] = field(default_factory=list)
    words: str = ""

    def __post_init__(self) -> None:
        library = Library(self.folder / "data", self.folder / "state", reader=simple_reader)
        self.publisher = Publisher(library, self.folder / "state", self.facts, self._loaded)

    async def _loaded(self, loaded: Loaded) -> None:
        if self.words:
            raise DataError("lexicon/questions.toml", 3, self.words)
        self.announced.append(loaded)

    async def publish(self, number: int) -> Loaded:
        file = self.folder / f"{number}.txt"
        put(file, text_of(number).encode())
        return await self.publisher.publish(
            Candidate(replace(REPORT, title="年度报告"), file), key=f"act:{number}", by="1"
        )

    async def shown(self) -> str:
        """The text of the report that was published, as readers see it; "" for none."""
        reports = await self.facts.fetch("SELECT text FROM report WHERE id = ?", (REPORT.id,))
        return str(reports[0]["text"]) if reports else ""


@pytest.fixture
async def press(tmp_path: Path) -> AsyncIterator[Press]:
    shelf(tmp_path / "data")
    async with opened(tmp_path / "state" / "facts.sqlite3") as facts:
        yield Press(tmp_path, facts)


@pytest.mark.parametrize("broken", ["[[report]", '[[report]]\nid = "x"\n'])
async def test_what_was_refused_is_not_published_by_the_next_load(press: Press, broken: str) -> None:
    await press.publish(1)
    catalogue = press.folder / "data" / "reports" / "sources.toml"
    good = catalogue.read_text("utf-8")
    catalogue.write_text(good + broken, "utf-8")
    for act in (
        press.publish(2),
        press.publisher.retract(REPORT.id, key="r", by="1"),
        press.publisher.rollback(0, key="b", by="1"),
    ):
        assert (await act).rejected
    assert [one.number for one in revisions(press.folder / "state")] == [1]
    catalogue.write_text(good, "utf-8")
    assert not (await press.publisher.reload()).changed
    assert await press.shown() == text_of(1)
    assert (await press.publish(2)).changed == (REPORT.id,)
    assert await press.shown() == text_of(2)


async def test_an_act_that_was_done_before_is_not_undone_by_data_that_broke_since(press: Press) -> None:
    await press.publish(1)
    catalogue = press.folder / "data" / "reports" / "sources.toml"
    catalogue.write_text("[[report]", "utf-8")
    assert (await press.publish(1)).rejected
    revision = newest(press.folder / "state")
    assert revision is not None
    assert revision.key == "act:1"


async def test_words_that_cannot_be_read_are_said_and_the_report_is_there(press: Press) -> None:
    press.words = "坏了"
    with pytest.raises(UserError, match=r"报告已载入.*坏了"):
        await press.publish(1)
    assert await press.shown() == text_of(1)
    assert REPORT.id in (await FactStore(press.facts).catalogue()).reports
    press.words = ""
    await press.publish(1)
    assert [one.number for one in revisions(press.folder / "state")] == [1]
    assert len(press.announced) == 1
