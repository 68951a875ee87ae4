"""Figures of a sample that was drawn to look at are not those of all there are, over the hand-annotated reports."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Fact
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries

DRAWN = "从全年归档案卷中随机抽查12件（含7件行政处罚案件）"
ALL = "全年办结行政处罚案件640件"


@pytest.fixture
async def sampled(tmp_path: Path, lexicon: Lexicon, places: Places) -> AsyncIterator[Answerer]:
    """Answers over a report that tells a sample first and the whole behind it."""
    first = bundles(lexicon.indicator_of)[0]
    sentence, at = f"{DRAWN}。{ALL}。", len(first.text)
    facts = [
        _fact(first.facts[0], "12件", 12, "抽查案件", DRAWN, at + sentence.index("12件"), lexicon),
        _fact(first.facts[0], "7件", 7, "行政处罚案件", DRAWN, at + sentence.index("7件"), lexicon),
        _fact(first.facts[0], "640件", 640, "办结行政处罚案件", ALL, at + sentence.index("640件"), lexicon),
    ]
    async with opened(tmp_path / "sampled.sqlite3") as db:
        await load(db, entries([replace(first, text=first.text + sentence, facts=tuple(facts))]))
        yield Answerer(lexicon, places, FactStore(db))


def _fact(like: Fact, text: str, value: int, measure: str, quote: str, start: int, lexicon: Lexicon) -> Fact:
    claim = replace(like.claim, topic="行政执法", measure=measure, subject="", asof="", unit="件", quote=quote)
    claim = replace(claim, value=value)
    indicator = lexicon.indicator_of(claim.topic, measure, claim.kind, claim.unit)
    ends = start + len(text)
    return replace(
        like, id=f"{like.report}-{start}-abcdef", start=start, end=ends, text=text, claim=claim, indicator=indicator
    )


async def test_the_whole_is_told_where_a_sample_stands_first(understander: Understander, sampled: Answerer) -> None:
    for message in ("行政处罚案件多少件", "行政执法 行政处罚案件"):
        answer = await sampled.answer(understander.understand(f"{_place()}{message}"))
        shown = [fact.text for fact in answer.facts]
        assert (shown[0], "7件" in shown) == ("640件", False), message


async def test_a_sample_is_told_to_who_asks_for_it(understander: Understander, sampled: Answerer) -> None:
    query = understander.understand(f"{_place()}抽查的行政处罚案件有几件")
    assert "7件" in [fact.text for fact in (await sampled.answer(query)).facts]


def _place() -> str:
    return bundles()[0].report.region
