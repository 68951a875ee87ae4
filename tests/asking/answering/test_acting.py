"""What a body did is told where the report tells it, and not what all did, over the hand-annotated reports."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries

QUOTE = "全市调解矛盾纠纷7100件，其中公证处调解130件，基层法律服务所调解960件"
FIGURES = (
    ("7100件", "人民调解", "调解矛盾纠纷"),
    ("130件", "公证", "公证处调解"),
    ("960件", "公共法律服务", "法律服务所调解"),
)


@pytest.fixture
async def acted(tmp_path: Path, lexicon: Lexicon, places: Places) -> AsyncIterator[Answerer]:
    """Answers over a report that tells what all mediated, and of it what two kinds of bodies did."""
    first = bundles(lexicon.indicator_of)[0]
    like, facts = first.facts[0], []
    for text, topic, measure in FIGURES:
        start = len(first.text) + QUOTE.index(text)
        claim = replace(like.claim, topic=topic, measure=measure, subject="", asof="", unit="件", quote=QUOTE)
        claim = replace(claim, value=int(text[:-1]))
        identity = lexicon.indicator_of(topic, measure, claim.kind, claim.unit)
        named = f"{like.report}-{start}-abcdef"
        moved = replace(like, id=named, start=start, end=start + len(text), text=text)
        facts.append(replace(moved, claim=claim, indicator=identity))
    async with opened(tmp_path / "acted.sqlite3") as db:
        await load(db, entries([replace(first, text=first.text + QUOTE, facts=tuple(facts))]))
        yield Answerer(lexicon, places, FactStore(db))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("法律服务所调解的纠纷有多少件", "960件"),
        ("公证处调解多少件纠纷", "130件"),
        ("调解的矛盾纠纷有多少件", "7100件"),
    ],
)
async def test_what_a_body_did_is_told_and_not_what_all_did(
    understander: Understander, acted: Answerer, message: str, told: str
) -> None:
    answer = await acted.answer(understander.understand(f"{bundles()[0].report.region}{message}"))
    assert answer.facts[0].text == told
