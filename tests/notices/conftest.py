"""A state and facts of the hand-annotated reports, and a channel that does what a test tells it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.model import Bundle
from bot.notices.alerts import Alerts
from bot.notices.announcing import Announced, Announcer
from bot.notices.limiter import Rates
from bot.notices.sender import Accepted, Outcome, Parcel
from bot.notices.text import NoticeWriter
from bot.notices.worker import Patience, Worker
from bot.store.database import Database, open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.store.outbox import OutboxStore
from bot.store.state import STATE
from bot.store.subscriptions import SubscriptionStore
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary
from tests.golden import ROOT, bundles, entries

FAST = Rates(overall=1e6, chat=1e6, group=1_000_000)
SHORT = Patience(shut=(0.01, 0.01), unknown=(0.01,), rejected=(0.01,), missing=(0.01,), in_a_row=1000, pause=(0.01,))


@dataclass
class Post:
    """A channel: accepts everything unless a test has scripted what becomes of the next message to a chat."""

    parcels: list[Parcel] = field(default_factory=list)
    accepted: list[Parcel] = field(default_factory=list)
    script: dict[int, list[Outcome]] = field(default_factory=dict)

    async def send(self, parcel: Parcel) -> Outcome:
        """Take note and answer as scripted."""
        self.parcels.append(parcel)
        outcomes = self.script.get(parcel.chat_id)
        outcome = outcomes.pop(0) if outcomes else Accepted()
        if isinstance(outcome, Accepted):
            self.accepted.append(parcel)
        return outcome


class Heard(Alerts):
    """Alerts that a test reads, instead of an admin's chat."""

    def __init__(self, outbox: OutboxStore, heard: list[str]) -> None:
        super().__init__(outbox, _nobody)
        self._heard = heard

    async def tell(self, sentence: str) -> None:
        """Take note."""
        self._heard.append(sentence)


async def _nobody() -> tuple[int, ...]:
    return ()


@dataclass
class House:
    """Everything notices need, on real files."""

    folder: Path
    facts: Database
    state: Database
    words: Vocabulary
    post: Post = field(default_factory=Post)
    alerts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outbox = OutboxStore(self.state)
        self.subscriptions = SubscriptionStore(self.state)

    async def load(self, given: Sequence[Bundle]) -> None:
        """Bring the facts to hold exactly these reports."""
        loaded = await load(self.facts, entries(given))
        assert not loaded.rejected

    async def announce(self) -> Announced:
        """As a fresh process would."""
        return await Announcer(self.facts, self.outbox, self.words).announce()

    def writer(self) -> NoticeWriter:
        """Puts notices into words."""
        return NoticeWriter(FactStore(self.facts), self.outbox)

    def worker(self, rates: Rates = FAST, patience: Patience = SHORT) -> Worker:
        """A worker that writes to the scripted channel."""
        alerts = Heard(self.outbox, self.alerts)
        return Worker(
            self.outbox, self.subscriptions, self.post, self.writer(), alerts=alerts, rates=rates, patience=patience
        )

    async def reopen(self) -> None:
        """As after a restart."""
        await self.state.close()
        self.state = await open_database(self.folder / "state.sqlite3", STATE)
        self.__post_init__()


@pytest.fixture(scope="session")
def words() -> Vocabulary:
    """The project's own words and places."""
    return Vocabulary(Lexicon.load(ROOT / "data" / "lexicon"), Places.load(ROOT / "data" / "places"))


@pytest.fixture(scope="session")
def golden(words: Vocabulary) -> list[Bundle]:
    """The annotated reports with the project's indicators."""
    return bundles(words.lexicon.indicator_of)


@pytest.fixture
async def house(tmp_path: Path, words: Vocabulary) -> AsyncIterator[House]:
    """An empty house."""
    facts = await open_database(tmp_path / "facts.sqlite3")
    state = await open_database(tmp_path / "state.sqlite3", STATE)
    house = House(tmp_path, facts, state, words)
    yield house
    await house.facts.close()
    await house.state.close()


def revised(bundle: Bundle, title: str) -> Bundle:
    """The same report under another title."""
    return replace(bundle, report=replace(bundle.report, title=title))
