"""Reading facts, reports and sentences; everything that one call returns comes from one state of the data."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bot.model import Bound, Claim, Direction, Fact, Kind, Modality, Passage, Report, UrlSeen
from bot.store.database import Database
from bot.store.passages import phrase

MOST_KEPT = 20_000
"""How many facts stay in memory as objects: some 30 MB."""
MOST_PLACES_KEPT = 64
"""Of how many choices of places all facts are kept together."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What there is: reports by id, those of a place with the newest first, numbers of facts by report and topic."""

    revision: int
    reports: Mapping[str, Report]
    of_place: Mapping[str, tuple[Report, ...]]
    topics: Mapping[str, Mapping[str, int]]

    def named_by(self, things: Iterable[Fact | Passage]) -> dict[str, Report]:
        """The reports that facts or passages come from."""
        return {thing.report: self.reports[thing.report] for thing in things}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which facts to read; what is empty does not narrow. `places` are codes: every report of these places."""

    places: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    modality: Modality | None = None
    ids: tuple[str, ...] = ()
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Facts with the catalogue of the same state."""

    catalogue: Catalogue
    facts: tuple[Fact, ...]


class Hits(NamedTuple):
    """Sentences that a search found: the best ones, how many there are in all, and the catalogue of the same state."""

    catalogue: Catalogue
    passages: tuple[Passage, ...]
    total: int


@dataclass(slots=True)
class FactStore:
    """Reads of the facts database. The catalogue is kept and read again when a load has changed the revision."""

    db: Database
    _catalogue: Catalogue | None = field(default=None, init=False)
    _facts: dict[str, Fact] = field(default_factory=dict, init=False)
    _whole: dict[tuple[str, ...], tuple[Fact, ...]] = field(default_factory=dict, init=False)
    """All facts of the places that were asked about last: free words are looked for in all of them."""

    async def catalogue(self) -> Catalogue:
        """The newest catalogue."""
        rows = await self.db.fetch("SELECT number FROM revision")
        return await self._catalogue_of(int(rows[0][0]))

    async def find(self, wanted: Wanted) -> Found:
        """The facts that are wanted, each whole, by report and start."""
        whole = bool(wanted.places) and wanted == Wanted(places=wanted.places)
        catalogue = await self.catalogue() if whole else self._catalogue or await self.catalogue()
        if whole and catalogue is self._catalogue and (kept := self._whole.get(wanted.places)):
            return Found(catalogue, kept)
        while True:
            conditions, parameters = _conditions(wanted, catalogue)
            # The revision stands in the same statement, so that facts and catalogue are known to be of one state.
            sql = f"SELECT revision.number, fact.* FROM revision LEFT JOIN fact ON {conditions}"  # noqa: S608
            rows = await self.db.fetch(sql, parameters)
            if rows[0][0] == catalogue.revision:
                facts = self._facts_of(rows, catalogue)
                found = Found(catalogue, tuple(sorted(facts, key=lambda fact: (fact.report, fact.start))))
                if whole and catalogue is self._catalogue:
                    self._keep(wanted.places, found.facts)
                return found
            catalogue = await self._catalogue_of(int(rows[0][0]))

    def _facts_of(self, rows: Sequence[sqlite3.Row], catalogue: Catalogue) -> list[Fact]:
        """The rows as facts; those of the kept catalogue's revision are kept too, since making them takes longest."""
        known = self._facts if catalogue is self._catalogue else {}
        if len(known) > MOST_KEPT:
            known.clear()
        found = []
        for row in rows:
            id_ = row["id"]
            if id_ is not None:
                found.append(known.get(id_) or known.setdefault(id_, _fact(row)))
        return found

    def _keep(self, places: tuple[str, ...], facts: tuple[Fact, ...]) -> None:
        if len(self._whole) >= MOST_PLACES_KEPT or sum(map(len, self._whole.values())) + len(facts) > MOST_KEPT:
            self._whole.clear()
        self._whole[places] = facts

    async def search(self, phrases: Sequence[str], reports: Sequence[str] = (), limit: int = 5) -> Hits:
        """Sentences that hold every phrase, best first, within these reports (all when none are given)."""
        query = " AND ".join(phrase(words) for words in phrases)
        within, parameters = _within("passage.report", reports)
        sql = (
            "SELECT revision.number, passage.*, count(*) OVER () AS total "  # noqa: S608
            "FROM passage_words JOIN passage ON passage.id = passage_words.rowid, revision "
            f"WHERE passage_words MATCH ? AND {within} ORDER BY passage_words.rank, passage.id LIMIT ?"
        )
        while True:
            catalogue = await self.catalogue()
            rows = await self.db.fetch(sql, (query, *parameters, limit))
            if not rows or rows[0][0] == catalogue.revision:
                passages = (Passage(*(row[k] for k in ("report", "section", "text", "start", "end"))) for row in rows)
                return Hits(catalogue, tuple(passages), int(rows[0]["total"]) if rows else 0)

    async def measures(self) -> tuple[str, ...]:
        """All that the facts measure, each once."""
        return tuple(str(row[0]) for row in await self.db.fetch("SELECT DISTINCT measure FROM fact"))

    async def text(self, report: str) -> str:
        """The whole text of a report; "" when there is no such report."""
        rows = await self.db.fetch("SELECT text FROM report WHERE id = ?", (report,))
        return str(rows[0][0]) if rows else ""

    async def _catalogue_of(self, revision: int) -> Catalogue:
        """The kept catalogue when it is of this revision, else the newest."""
        if self._catalogue is None or self._catalogue.revision != revision:
            self._catalogue = await self._read_catalogue()
            self._facts.clear()
            self._whole.clear()
        return self._catalogue

    async def _read_catalogue(self) -> Catalogue:
        rows = await self.db.fetch(
            "SELECT revision.number, report.id, title, issuer, region, adcode, year, published, url, url_seen, ("
            "  SELECT json_group_object(topic, facts) FROM ("
            "    SELECT topic, count(*) AS facts FROM fact WHERE fact.report = report.id "
            "    GROUP BY topic ORDER BY min(start)"
            ")) AS topics "
            "FROM revision LEFT JOIN report ON TRUE ORDER BY year DESC, published DESC, report.id"
        )
        reports = {row["id"]: _report(row) for row in rows if row["id"] is not None}
        of_place: dict[str, tuple[Report, ...]] = {}
        for report in reports.values():
            of_place[report.adcode] = (*of_place.get(report.adcode, ()), report)
        topics = {row["id"]: json.loads(row["topics"]) for row in rows if row["id"] is not None}
        return Catalogue(int(rows[0][0]), reports, of_place, topics)


def _within(column: str, values: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """An SQL condition that a column holds one of these values (any value when there are none)."""
    chosen = tuple(values)
    return (f"{column} IN ({', '.join('?' * len(chosen))})", chosen) if chosen else ("TRUE", ())


def _conditions(wanted: Wanted, catalogue: Catalogue) -> tuple[str, tuple[str, ...]]:
    here = [report.id for place in wanted.places for report in catalogue.of_place.get(place, ())]
    parts = [
        _within("fact.report", here) if here or not wanted.places else ("FALSE", ()),
        _within("fact.report", wanted.reports),
        _within("fact.topic", wanted.topics),
        # The second half lets SQLite use the index, which leaves out facts without an indicator.
        _within("fact.indicator <> '' AND fact.indicator", wanted.indicators),
        _within("fact.modality", (wanted.modality.value,) if wanted.modality else ()),
        _within("fact.id", wanted.ids),
        ("fact.oddities <> '[]'" if wanted.odd else "TRUE", ()),
    ]
    sql = " AND ".join(condition for condition, _ in parts if condition != "TRUE") or "TRUE"
    return sql, tuple(value for _, values in parts for value in values)


def _report(row: Mapping[str, Any] | sqlite3.Row) -> Report:
    return Report(
        id=row["id"],
        title=row["title"],
        issuer=row["issuer"],
        region=row["region"],
        adcode=row["adcode"],
        year=row["year"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        url=row["url"],
        url_seen=UrlSeen(row["url_seen"]),
    )


def _fact(row: sqlite3.Row) -> Fact:
    claim = Claim(
        value=row["value"],
        unit=row["unit"],
        bound=Bound(row["bound"]),
        kind=Kind(row["kind"]),
        direction=Direction(row["direction"]),
        topic=row["topic"],
        measure=row["measure"],
        subject=row["subject"],
        period=row["period"],
        modality=Modality(row["modality"]),
        asof=row["asof"],
        quote=row["quote"],
    )
    return Fact(
        id=row["id"],
        report=row["report"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        claim=claim,
        section=row["section"],
        indicator=row["indicator"],
        corrected=bool(row["corrected"]),
        oddities=tuple(json.loads(row["oddities"])),
    )
