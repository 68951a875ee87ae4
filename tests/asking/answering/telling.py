"""Small reports made up for a test: sentences with the figures that they tell."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Context, Understander
from bot.model import Answer, Bound, Direction, Fact, Kind, Modality, Region, Report
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries

YEAR = 2023


class Ask(Protocol):
    """Answers a message that leaves out the place of the report; `after` is one that it follows up on."""

    async def __call__(self, message: str, after: str = "") -> Answer:
        """What is answered."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a sentence; `more` are other fields of its claim."""

    quote: str
    text: str
    topic: str
    measure: str
    value: float
    unit: str = "件"
    more: dict[str, Any] = field(default_factory=dict)


def asking(answerer: Answerer, understander: Understander, place: str) -> Ask:
    """What is answered to a message about a place, or to one that follows up on such a message."""

    async def ask(message: str, after: str = "") -> Answer:
        if not after:
            return await answerer.answer(understander.understand(f"{place}{message}"))
        before = understander.understand(f"{place}{after}")
        return await answerer.answer(understander.understand(message, Context(previous=before)))

    return ask


@asynccontextmanager
async def answering(
    path: Path,
    lexicon: Lexicon,
    places: Places,
    told: Sequence[Told],
    title: str = "年度报告",
    place: Region | None = None,
    also: Sequence[Report] = (),
) -> AsyncIterator[tuple[Answerer, str]]:
    """Answers over one report of 2023, of a place if one is given, that holds nothing but these sentences, each once,
    and the place's name; `also` are reports that tell no figure."""
    like = bundles(lexicon.indicator_of)[0]
    text = f"{title}\n"
    facts: list[Fact] = []
    at: dict[str, int] = {}
    for one in told:
        if one.quote not in at:
            at[one.quote] = len(text)
            text += f"{one.quote}。"
        start = at[one.quote] + one.quote.index(one.text)
        claim = replace(like.facts[0].claim, **_fields(one))
        identity = lexicon.indicator_of(one.topic, one.measure, claim.kind, claim.unit)
        end, named = start + len(one.text), f"{like.report.id}-{start}-abcdef"
        fact = replace(like.facts[0], id=named, start=start, end=end, text=one.text)
        facts.append(replace(fact, claim=claim, indicator=identity))
    report = replace(like.report, title=title, year=YEAR)
    if place:
        report = replace(report, region=place.name, adcode=place.adcode)
    async with opened(path / "told.sqlite3") as db:
        silent = [replace(like, report=other, text="年度报告\n", facts=()) for other in also]
        await load(db, entries([replace(like, report=report, text=text, facts=tuple(facts)), *silent]))
        yield Answerer(lexicon, places, FactStore(db)), report.region


def _fields(one: Told) -> dict[str, Any]:
    plain = {"topic": one.topic, "measure": one.measure, "quote": one.quote, "unit": one.unit, "value": one.value}
    kinds = {
        "kind": Kind.COUNT,
        "modality": Modality.ACTUAL,
        "bound": Bound.EQ,
        "period": YEAR,
        "direction": Direction.NONE,
    }
    return {**plain, **kinds, "subject": "", "asof": "", **one.more}
