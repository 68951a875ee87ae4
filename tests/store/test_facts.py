"""Reads of the store: narrowing, search, and what words with FTS5 syntax in them do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model import Modality
from bot.store.database import open_database
from bot.store.facts import FactStore, Wanted
from bot.store.loading import load
from tests.golden import bundles, entries


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[FactStore]:
    db = await open_database(tmp_path / "facts.sqlite3")
    await load(db, entries(bundles()))
    yield FactStore(db)
    await db.close()


async def test_facts_are_narrowed_by_report_topic_modality_and_id(store: FactStore) -> None:
    found = await store.find(Wanted(reports=("lianjiang-2024",), topics=("行政复议",)))
    assert [fact.text for fact in found.facts] == ["252宗", "211宗", "121宗"]
    targets = await store.find(Wanted(modality=Modality.TARGET))
    assert {fact.claim.modality for fact in targets.facts} == {Modality.TARGET}
    one = await store.find(Wanted(ids=(found.facts[1].id,)))
    assert [fact.text for fact in one.facts] == ["211宗"]
    assert (await store.find(Wanted(topics=("没有的主题",)))).facts == ()
    assert (await store.find(Wanted(odd=True))).facts == ()


async def test_what_is_kept_of_a_place_follows_each_load(store: FactStore) -> None:
    wanted = Wanted(places=("440311",))
    first = await store.find(wanted)
    assert (await store.find(wanted)).facts is first.facts
    fewer = [bundle for bundle in bundles() if bundle.report.id != "guangming-2020"]
    assert any(fact.report == "guangming-2020" for fact in first.facts)
    await load(store.db, entries(fewer))
    assert {fact.report for fact in (await store.find(wanted)).facts} == {"guangming-2024"}


async def test_search_finds_two_character_words_with_their_sentence(store: FactStore) -> None:
    hits = await store.search(["法治前哨站"])
    assert hits.total == 3
    assert all("法治前哨站" in hit.text for hit in hits.passages)
    text = await store.text("guangming-2024")
    assert all(text[hit.start : hit.end] == hit.text for hit in hits.passages)
    assert (await store.search(["复议"], ["lianjiang-2024"])).total > 0
    assert {hit.report for hit in (await store.search(["复议"], ["lianjiang-2024"])).passages} == {"lianjiang-2024"}
    both = await store.search(["粤执法", "湛江"])
    assert both.total == 1


@pytest.mark.parametrize("words", ['"', "*", "复议 OR 法援", "NEAR(", "行政*", "'; DROP TABLE fact; --", "，", ""])
async def test_words_are_never_syntax(store: FactStore, words: str) -> None:
    await store.search([words])
    assert (await store.find(Wanted())).facts
