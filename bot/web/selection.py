"""Which reports a reader asks for by place, year and topic in an address."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.model import Region, Report
from bot.store.facts import Catalogue
from bot.words.normalise import fold
from bot.words.places import Places


def reports_of(request: Request, catalogue: Catalogue, places: Places) -> tuple[Report, ...]:
    """The reports that `region`, `year` and `topic` of the address leave, the newest first.

    A region takes in the places within it. Raises HTTPException 404 for a place or topic that nobody knows and 400 for
    a year that is none.
    """
    regions = _regions(request.query_params.get("region", ""), places)
    year = year_of(request)
    topic = topic_of(request, catalogue)
    return tuple(
        report
        for report in catalogue.reports.values()
        if (not regions or _lies_in(report, regions, places))
        and year in {0, report.year}
        and (not topic or topic in catalogue.topics.get(report.id, {}))
    )


def year_of(request: Request) -> int:
    """The year of the address; 0 when none is given."""
    year = fold(request.query_params.get("year", "")).removesuffix("年")
    if not year:
        return 0
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise HTTPException(400, "年份要写成四位数字，例如2024。")
    return int(year)


def topic_of(request: Request, catalogue: Catalogue) -> str:
    """The topic of the address; "" when none is given."""
    topic = fold(request.query_params.get("topic", "")).strip()
    if topic and not any(topic in topics for topics in catalogue.topics.values()):
        raise HTTPException(404, "报告里没有这个主题，有哪些主题请看总览。")
    return topic


def _regions(name: str, places: Places) -> tuple[Region, ...]:
    wanted = fold(name).strip()
    if not wanted:
        return ()
    coded = places.get(wanted)
    regions = (coded,) if coded else places.named(wanted)
    if not regions:
        raise HTTPException(404, "没有这个地方，请写区县或市的名称或行政区划代码。")
    return regions


def _lies_in(report: Report, regions: tuple[Region, ...], places: Places) -> bool:
    place = places.get(report.adcode)
    return place is not None and any(places.contains(region, place) for region in regions)
