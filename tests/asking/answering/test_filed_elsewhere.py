"""Figures that a report gives in a part about a topic, though what they count belongs to other topics."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Asked, Intent, Query, Status
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries


@pytest.mark.parametrize(
    ("item", "found"),
    [("五是推进非编公职律师试点工作", True), ("五是用好公职律师和法律顾问", False), ("五是推进试点工作", False)],
)
async def test_the_part_about_a_topic_answers_when_it_is_about_no_other(
    item: str, found: bool, tmp_path: Path, lexicon: Lexicon, places: Places
) -> None:
    first = bundles(lexicon.indicator_of)[0]
    facts = tuple(
        replace(f, section=f"一、情况/{item}", indicator="", claim=replace(f.claim, topic="公共法律服务"))
        if f.claim.topic == "公职律师"
        else f
        for f in first.facts
    )
    db = await open_database(tmp_path / "facts.sqlite3")
    await load(db, entries([replace(first, facts=facts)]))
    region = places.get(first.report.adcode)
    assert region
    answer = await Answerer(lexicon, places, FactStore(db)).answer(
        Query(intent=Intent.FACT, topics=("公职律师",), asked=(Asked(region),))
    )
    assert (answer.status is Status.ANSWER) is found
    assert {fact.text for fact in answer.facts} == (
        {"25家", "3505余份", "8949次", "2404余宗", "33场"} if found else set()
    )
    assert any("讲公职律师的段落" in caveat for caveat in answer.caveats) is found
    await db.close()
