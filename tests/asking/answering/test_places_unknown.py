"""A report of a place that the table of places lacks is ranked and shown under the name that it gives itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.asking.answering.answer import Answerer
from bot.model import Bundle, Intent, Query, Status
from bot.replying import reply
from bot.store.database import open_database
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries


async def test_an_unknown_code_keeps_its_own_name(tmp_path: Path, lexicon: Lexicon, places: Places) -> None:
    given = bundles(lexicon.indicator_of)
    first = given[0]
    strange = replace(first.report, id="strange-2024", adcode="999901", region="某开发区", title="某开发区2024年报告")
    facts = tuple(replace(f, report="strange-2024", id=f"strange-2024-{f.start}-{f.id[-6:]}") for f in first.facts)
    db = await open_database(tmp_path / "facts.sqlite3")
    await load(db, entries([*given, Bundle(strange, first.text, facts)]))
    answerer = Answerer(lexicon, places, FactStore(db))
    for intent in (Intent.RANK, Intent.FACT):
        answer = await answerer.answer(Query(intent=intent, indicators=("行政复议/收到申请",)))
        assert answer.status is Status.ANSWER
        assert {fact.report for fact in answer.facts} >= {"strange-2024", "guangming-2024", "lianjiang-2024"}
        assert "某开发区" in reply(answer).text
    await db.close()
