"""Loading is all or nothing, incremental, and safe with several processes and broken files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import DataError
from bot.model import Bundle, Entry
from bot.store.database import Database, open_database
from bot.store.facts import FactStore, Wanted
from bot.store.loading import load
from bot.store.schema import FACTS, Schema, Step
from tests.golden import bundles, entries


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(tmp_path / "facts.sqlite3")
    yield database
    await database.close()


async def _all_ids(db: Database) -> list[str]:
    found = await FactStore(db).find(Wanted())
    return [fact.id for fact in found.facts]


async def test_a_load_reads_only_what_changed(db: Database) -> None:
    given = bundles()
    first = await load(db, entries(given))
    assert set(first.added) == {bundle.report.id for bundle in given}
    again = await load(db, [replace(entry, read=_must_not_be_read) for entry in entries(given)])
    assert (again.added, again.changed, again.removed) == ((), (), ())
    assert set(again.unchanged) == set(first.added)

    shorter = replace(given[0], facts=given[0].facts[1:])
    changed = await load(db, entries([shorter, *given[2:]]))
    assert changed.changed == (given[0].report.id,)
    assert changed.removed == (given[1].report.id,)
    assert await _all_ids(db) == sorted(
        (fact.id for bundle in (shorter, *given[2:]) for fact in bundle.facts), key=_by_place
    )


def _by_place(id_: str) -> tuple[str, int]:
    report, start, _ = id_.rsplit("-", 2)
    return report, int(start)


def _must_not_be_read() -> Bundle:
    raise AssertionError("an unchanged entry was read")


async def test_facts_come_back_as_they_were(db: Database) -> None:
    given = bundles()
    await load(db, entries(given))
    found = await FactStore(db).find(Wanted())
    assert {fact.id: fact for fact in found.facts} == {fact.id: fact for bundle in given for fact in bundle.facts}
    assert dict(found.catalogue.reports) == {bundle.report.id: bundle.report for bundle in given}
    assert await FactStore(db).text(given[0].report.id) == given[0].text


async def test_one_bad_entry_rejects_the_load_and_leaves_the_old_data(db: Database) -> None:
    given = bundles()
    await load(db, entries(given))
    before = await _all_ids(db)

    def broken() -> Bundle:
        raise DataError("facts/broken.jsonl", 7, "no JSON")

    result = await load(db, [*entries(given[:1]), Entry("broken", "x", broken)])
    assert [(r.report, r.file, r.line, r.reason) for r in result.rejected] == [
        ("broken", "facts/broken.jsonl", 7, "no JSON")
    ]
    assert (result.added, result.changed, result.removed) == ((), (), ())
    assert await _all_ids(db) == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda fact: replace(fact, text="999999宗"),
        lambda fact: replace(fact, id="not an id"),
        lambda fact: replace(fact, claim=replace(fact.claim, quote="别的话")),
        lambda fact: replace(fact, claim=replace(fact.claim, measure="")),
    ],
)
async def test_a_fact_that_cannot_be_true_rejects_the_load(db: Database, spoil: object) -> None:
    assert callable(spoil)
    given = bundles()
    bad = replace(given[1], facts=(spoil(given[1].facts[0]), *given[1].facts[1:]))
    result = await load(db, entries([given[0], bad]))
    assert [r.report for r in result.rejected] == [bad.report.id]
    assert await _all_ids(db) == []


async def test_two_loads_at_once_do_the_work_once(tmp_path: Path) -> None:
    given = bundles()
    path = tmp_path / "facts.sqlite3"
    databases = await asyncio.gather(open_database(path), open_database(path))
    results = await asyncio.gather(*(load(db, entries(given)) for db in databases))
    assert sorted(len(result.added) for result in results) == [0, len(given)]
    for db in databases:
        await db.close()


async def test_readers_see_the_old_or_the_new_state(db: Database) -> None:
    given = bundles()
    store = FactStore(db)
    seen: set[tuple[int, int, int]] = set()

    async def read() -> None:
        for _ in range(60):
            found = await store.find(Wanted())
            reports = {fact.report for fact in found.facts}
            assert reports == set(found.catalogue.reports)
            seen.add((found.catalogue.revision, len(found.facts), len(reports)))

    async def write() -> None:
        for part in (given, given[:1], given, given[1:]):
            await load(db, entries(part))

    await asyncio.gather(read(), write())
    assert len({revision for revision, _, _ in seen}) == len(seen)


async def test_a_corrupt_facts_file_is_built_anew_and_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite3"
    path.write_bytes(b"this is no database at all" * 400)
    db = await open_database(path)
    await load(db, entries(bundles()))
    assert await _all_ids(db)
    assert (tmp_path / "facts.sqlite3.broken").exists()
    await db.close()


async def test_a_damaged_page_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "facts.sqlite3"
    db = await open_database(path)
    await load(db, entries(bundles()))
    await db.close()
    content = bytearray(path.read_bytes())
    content[8192:40960] = b"\xff" * (40960 - 8192)
    path.write_bytes(content)
    db = await open_database(path)
    assert await _all_ids(db) == []
    await db.close()


async def test_state_that_cannot_be_rebuilt_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite3"
    path.write_bytes(b"this is no database at all" * 400)
    before = path.read_bytes()
    with pytest.raises(DataError):
        await open_database(path, replace(FACTS, rebuildable=False))
    assert path.read_bytes() == before


async def test_an_older_file_gets_the_steps_that_it_lacks_and_a_newer_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.sqlite3"
    old = Schema((Step("0001_initial", "CREATE TABLE chat (id INTEGER PRIMARY KEY);"),), rebuildable=False)
    new = Schema((*old.steps, Step("0002_home", "ALTER TABLE chat ADD COLUMN home TEXT;")), rebuildable=False)
    for schema in (old, new):
        db = await open_database(path, schema)
        async with db.write() as connection:
            await connection.execute("INSERT INTO chat DEFAULT VALUES")
        await db.close()
    db = await open_database(path, new)
    assert [tuple(row) for row in await db.fetch("SELECT id, home FROM chat")] == [(1, None), (2, None)]
    await db.close()
    with pytest.raises(DataError, match="0002_home"):
        await open_database(path, old)


async def test_a_failed_transaction_leaves_nothing(db: Database) -> None:
    await load(db, entries(bundles()))
    before = await _all_ids(db)

    async def fail_half_way() -> None:
        async with db.write() as connection:
            await connection.execute("DELETE FROM report")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail_half_way()
    assert await _all_ids(db) == before
