"""Other questions that an answer without figures may offer: the reports have something close to what was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.asking.answering.telling import missing
from bot.asking.answering.weighing.slots import Slot, against_last_year
from bot.model import Choice, Modality, Query
from bot.store.facts import Catalogue, Found
from bot.words.places import Places

MOST_CHOICES = 5
"""How many other questions are offered."""


def choices_instead(query: Query, slots: Sequence[Slot], found: Found, places: Places) -> tuple[Choice, ...]:
    """The same question about places inside, about another year, or about the year before as the next report has it."""
    catalogue = found.catalogue
    what = " ".join((*query.topics, *query.words))
    offered: dict[str, Choice] = {}
    for slot in slots:
        for label in (*_inside(slot, catalogue, places), *_other_years(slot, query, catalogue)):
            ask = f"{label} {what}".strip()
            offered.setdefault(ask, Choice(label.strip(), ask))
        for label in _year_before(slot, query, found):
            ask = f"{label} {what} 去年同期"
            offered.setdefault(ask, Choice(f"{label}报告里的去年同期", ask))
    return tuple(offered.values())[:MOST_CHOICES]


def _inside(slot: Slot, catalogue: Catalogue, places: Places) -> Iterator[str]:
    if not slot.reports:
        yield from (place.own for place in missing.inside(slot.region, catalogue, places))
        yield from (place.own for place in places.today(slot.region) if place.adcode in catalogue.of_place)


def _other_years(slot: Slot, query: Query, catalogue: Catalogue) -> Iterator[str]:
    """The years of which a place has a report with figures on the topic."""
    if slot.year is None:
        return
    for report in slot.reports:
        held = catalogue.topics.get(report.id, {})
        if report.year != slot.year and any(topic in held for topic in query.topics) and not query.words:
            yield f"{slot.region.own}{report.year}年"


def _year_before(slot: Slot, query: Query, found: Found) -> Iterator[str]:
    """The next year's report, where it compares with the year that was asked for."""
    if slot.year is None or slot.has_year or query.modality is not Modality.ACTUAL or not query.topics:
        return
    after = {report.id for report in slot.reports if report.year == slot.year + 1}
    if any(fact.report in after and against_last_year(fact) for fact in found.facts):
        yield f"{slot.region.own}{slot.year + 1}年"
