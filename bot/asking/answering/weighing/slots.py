"""Which facts may answer which part of a question: one slot for each place and year that was asked about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.model import Fact, Intent, Kind, Level, Modality, Query, Region, Report
from bot.store.facts import Catalogue
from bot.words.places import Places

_PLACE = re.compile("(?![全各本我该])[\u3400-\u9fff]{2,7}(?<![社园小辖景校片城街各全])[省市区县州旗]")
"""What names a place by itself: neither 全市 nor 示范园区."""
_REST_OF_ROW = re.compile("(?:、[㐀-鿿]{2,6})*[、和与及][㐀-鿿]{2,6}?[区县市旗](?=分别|依次|各)")
"""What follows on the first of places whose kind is named once, with the last: 甲、乙、丙区分别."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a question, with the year if one was asked for, and the place's reports, the newest first."""

    region: Region
    year: int | None
    reports: tuple[Report, ...]
    quoted: bool = False
    """Whether nobody named the year: it takes part in a trend if the next year's report tells of it."""

    @property
    def has_year(self) -> bool:
        """Whether there is a report of the year that was asked for (true when none was)."""
        return self.year is None or any(report.year == self.year for report in self.reports)


@dataclass(frozen=True, slots=True)
class Pool:
    """The facts that may answer a slot, those of the newest report first, within a report in the text's order."""

    slot: Slot
    facts: tuple[Fact, ...]


def region_of(adcode: str, catalogue: Catalogue, places: Places) -> Region:
    """The place of a code that reports have; one that the table of places lacks is called as its report calls it."""
    known = places.get(adcode)
    if known and known.adcode == adcode:
        return known
    name = catalogue.of_place[adcode][0].region
    return Region(adcode, name, name, name, Level.CITY if adcode.endswith("00") else Level.COUNTY)


def slots_of(query: Query, catalogue: Catalogue) -> tuple[Slot, ...]:
    """The slots of a question in the order asked; a trend without years takes every report year of its places, and the
    years before these as far as they are quoted."""
    found: dict[tuple[str, int | None], Slot] = {}
    for asked in query.asked:
        reports = catalogue.of_place.get(asked.region.adcode, ())
        years: Iterable[int | None] = (asked.year,) if asked.year else query.years or (None,)
        quoted: set[int | None] = set()
        if query.intent is Intent.TREND and asked.year is None and not query.years:
            own = {report.year for report in reports}
            years = sorted(own | {year - 1 for year in own}) or (None,)
            quoted = {year for year in years if year not in own}
        for year in years:
            found.setdefault((asked.region.adcode, year), Slot(asked.region, year, reports, year in quoted))
    return tuple(found.values())


def by_report(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """The facts of each report."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.report, []).append(fact)
    return found


def pool_of(slot: Slot, facts: Mapping[str, Sequence[Fact]], modality: Modality, said: Sequence[str] = ()) -> Pool:
    """The facts of the slot's place that fit its year and what was asked for: results, targets or earlier figures.

    `facts` holds those of each report in the text's order. What a report tells of a place within its own, or around it,
    is no figure of its own, unless it is `said`: 盐田区受案 in a report of 深圳市, 开发区受案.
    """
    fitting = [
        fact
        for report in slot.reports
        for fact in facts.get(report.id, ())
        if _fits_modality(fact, modality, slot, report)
        and _fits_year(fact, slot, report)
        and (not _is_other_places(fact, slot.region) or fact.claim.subject in "".join(said))
    ]
    return Pool(slot, tuple(fitting))


def _is_other_places(fact: Fact, region: Region) -> bool:
    """Whether a figure is said of a place by its name, and not of the one that the report is about."""
    subject = fact.claim.subject
    _, _, behind = fact.claim.quote.partition(subject) if subject else ("", "", "")
    return (
        (_PLACE.fullmatch(subject) or _REST_OF_ROW.match(behind)) is not None
        and subject not in region.name
        and region.own not in subject
    )


def _fits_modality(fact: Fact, modality: Modality, slot: Slot, report: Report) -> bool:
    """Results answer a question for results. An earlier year's figure that a later report quotes may, for its year."""
    if modality is Modality.PRIOR:
        return fact.claim.modality is not Modality.TARGET
    quoted = fact.claim.modality is Modality.PRIOR and slot.year == fact.claim.period and report.year != slot.year
    return fact.claim.modality is modality or (modality is Modality.ACTUAL and quoted)


def _fits_year(fact: Fact, slot: Slot, report: Report) -> bool:
    """A report answers for its year; other years' reports only where there is none, with figures about that year."""
    if slot.year is None or report.year == slot.year:
        return True
    return fact.claim.period == slot.year and (fact.claim.modality is Modality.TARGET or not slot.has_year)


def tells_of_before(fact: Fact) -> bool:
    """Whether a fact is an earlier year's figure, or one from which that follows."""
    return fact.claim.modality is Modality.PRIOR or against_last_year(fact)


def against_last_year(fact: Fact) -> bool:
    """Whether a fact compares with an earlier period: 去年同期的3.38倍, 同比增长64.6%."""
    claim = fact.claim
    return claim.modality is Modality.ACTUAL and bool(claim.direction) and claim.kind in (Kind.MULTIPLE, Kind.CHANGE)
