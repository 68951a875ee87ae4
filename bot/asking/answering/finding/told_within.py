"""What the report of a place tells by name of one within it that has no report: 盐田区 in a report of 深圳市."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.asking.answering.weighing.slots import Slot
from bot.model import Fact, Region, Report
from bot.store.facts import Catalogue, FactStore, Found, Wanted


@dataclass(frozen=True, slots=True)
class Within:
    """The slots of a question and the facts for them, with those of places that only others' reports tell of, and what
    is to be said of these."""

    slots: tuple[Slot, ...]
    found: Found
    caveats: tuple[str, ...] = ()


async def told_within(slots: Sequence[Slot], found: Found, store: FactStore) -> Within:
    """The slots, each place without a report with the reports of the place around it that tell of it by its name."""
    filled, facts, caveats = [], list(found.facts), dict[str, None]()
    for slot in slots:
        around = _around(slot, found.catalogue)
        if around:
            own = await told_of(slot.region, around, store)
            told = {fact.report for fact in own}
            if told:
                slot = replace(slot, reports=tuple(report for report in around if report.id in told))
                facts += own
                when = f"{slot.year}年" if slot.region.adcode in found.catalogue.of_place else ""
                caveats[f"没有{slot.region.own}{when}的报告，数字取自{slot.reports[0].region}的报告"] = None
        filled.append(slot)
    return Within(tuple(filled), replace(found, facts=tuple(facts)), tuple(caveats))


async def told_of(region: Region, reports: Sequence[Report], store: FactStore) -> list[Fact]:
    """What reports of a place around tell of one by its name."""
    outer = await store.find(Wanted(reports=tuple(report.id for report in reports)))
    names = {region.name, region.own, region.short}
    return [fact for fact in outer.facts if fact.claim.subject in names]


def _around(slot: Slot, catalogue: Catalogue) -> tuple[Report, ...]:
    """The reports of the city, else of the province, around a place that has none itself, or none of the year."""
    if slot.reports and slot.has_year:
        return ()
    own = slot.region.adcode
    codes = (code for code in (f"{own[:4]}00", f"{own[:2]}0000") if code != own)
    around = next((catalogue.of_place[code] for code in codes if code in catalogue.of_place), ())
    return tuple(report for report in around if not slot.reports or report.year == slot.year)
