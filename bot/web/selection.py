"""Which reports a reader asks for by place, year and topic in an address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.model import Region, Report
from bot.store.facts import Catalogue
from bot.words.normalise import fold
from bot.words.places import Places

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Narrowing:
    """How a reader has narrowed the overview: a topic, a place as typed, a year (0: all), a list's page (from 1)."""

    topic: str = ""
    region: str = ""
    year: int = 0
    page: int = 1

    @property
    def address(self) -> str:
        """The overview narrowed like this."""
        fields = {"topic": self.topic, "region": self.region, "year": self.year, "page": self.page * (self.page > 1)}
        query = urlencode({key: value for key, value in fields.items() if value})
        return f"/overview?{query}" if query else "/overview"


def narrowing_of(request: Request, catalogue: Catalogue) -> Narrowing:
    """What the address narrows the overview by. Raises HTTPException as `topic_of` and `year_of` do."""
    page = request.query_params.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    region = fold(request.query_params.get("region", "")).strip()
    return Narrowing(topic_of(request, catalogue), region, year_of(request), max(1, number))


def reports_like(narrowing: Narrowing, catalogue: Catalogue, places: Places) -> tuple[Report, ...]:
    """The reports that people mean, the newest first, whatever their topics: a place is its name or code with all that
    lies within it, and where no place is called so every place with that in its name."""
    regions = regions_named(narrowing.region, places)
    return tuple(
        report
        for report in catalogue.reports.values()
        if narrowing.year in {0, report.year}
        and (_lies_in(report, regions, places) if regions else narrowing.region in report.region)
    )


def reports_of(request: Request, catalogue: Catalogue, places: Places) -> tuple[Report, ...]:
    """The reports that `region`, `year` and `topic` of the address leave, the newest first.

    A region takes in the places within it. Raises HTTPException 404 for a place or topic that nobody knows and 400 for
    a year that is none.
    """
    region = request.query_params.get("region", "").strip()
    if region and not regions_named(region, places):
        raise HTTPException(404, "没有这个地方，请写区县或市的名称或行政区划代码。")
    topic = topic_of(request, catalogue)
    like = reports_like(Narrowing(region=region, year=year_of(request)), catalogue, places)
    return tuple(report for report in like if not topic or topic in catalogue.topics.get(report.id, {}))


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


def regions_named(name: str, places: Places) -> tuple[Region, ...]:
    """The places that a name or an administrative code stands for."""
    if len(name) > _LONGEST_NAME:
        return ()
    wanted = fold(name).strip()
    coded = places.get(wanted)
    return (coded,) if coded else places.named(wanted)


def _lies_in(report: Report, regions: tuple[Region, ...], places: Places) -> bool:
    place = places.get(report.adcode)
    return place is not None and any(places.contains(region, place) for region in regions)
