"""The overview of few reports and of hundreds: every report can be reached, every figure is its own place's."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.model import Bound, Direction, Fact, Kind, Modality
from bot.replying.chinese import polish
from bot.store.facts import Wanted
from bot.web.html import el
from bot.web.measures import figures
from bot.web.overview import PLACES
from tests.golden import reports
from tests.web.generated import LATEST, library
from tests.web.service import Service, running, shelf, words

REPORTS = 240
YEARS = 2


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of some hundreds of reports of more than a hundred places."""
    folder = tmp_path_factory.mktemp("large")

    async def stock() -> None:
        async with running(folder, library=library(REPORTS, YEARS)):
            pass

    asyncio.run(stock())
    return folder


@pytest.fixture
async def large(stocked: Path) -> AsyncIterator[Service]:
    """A service over that database, which no test changes."""
    async with running(stocked, library=library(REPORTS, YEARS)) as service:
        yield service


async def page_of(service: Service, **fields: str | int) -> LexborHTMLParser:
    response = await service.client.get("/overview", params=fields)
    assert response.status_code == 200, fields
    return LexborHTMLParser(response.text)


def reports_on(page: LexborHTMLParser) -> list[str]:
    return [str(link.attributes["href"]) for link in page.css(".years a")]


def headline(page: LexborHTMLParser) -> str:
    """The line that counts what was found."""
    return next(heading.text() for heading in page.css("h2") if "份报告" in heading.text())


async def test_a_few_reports_are_listed_by_place(service: Service) -> None:
    page = await page_of(service)
    assert [item.css("span")[0].text() for item in page.css(".places li")] == ["深圳市光明区", "廉江市"]
    assert reports_on(page) == ["/reports/guangming-2024", "/reports/guangming-2020", "/reports/lianjiang-2024"]
    assert headline(page).startswith("2个地方，3份报告")
    assert not page.css(".pager")


async def test_many_places_are_listed_by_province_and_every_report_is_reached_once(large: Service) -> None:
    catalogue = await large.store.catalogue()
    assert len(catalogue.of_place) > PLACES
    front = await page_of(large)
    provinces = [str(link.attributes["href"]) for link in front.css(".places a")]
    assert [link.text() for link in front.css(".places a")][:2] == ["北京市", "天津市"]
    assert not reports_on(front)
    reached: list[str] = []
    for province in provinces:
        address: str | None = province
        while address:
            page = LexborHTMLParser((await large.client.get(address)).text)
            assert len(page.css(".places li")) <= PLACES
            reached += reports_on(page)
            more = page.css_first(".pager a[rel=next]")
            address = str(more.attributes["href"]) if more else None
    assert sorted(reached) == sorted(f"/reports/{report}" for report in catalogue.reports)


async def test_a_list_that_is_too_long_has_pages(large: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.overview.PLACES", 5)
    first, second, beyond = [await page_of(large, region="北京市", page=number) for number in (1, 2, 9999)]
    assert len(first.css(".places li")) == len(second.css(".places li")) == 5
    assert not set(reports_on(first)) & set(reports_on(second))
    (back, onward) = second.css(".pager a")
    assert (back.text(), onward.text()) == ("上一页", "下一页")
    assert beyond.css(".places li")
    assert [link.text() for link in beyond.css(".pager a")] == ["上一页"]


@pytest.mark.parametrize(
    ("fields", "places", "reports"),
    [
        ({"region": "东城"}, 1, YEARS),
        ({"region": "110101"}, 1, YEARS),
        ({"region": "东城区", "year": LATEST}, 1, 1),
        ({"region": "北京市", "year": f"{LATEST}年"}, 16, 16),
        ({"region": "阳区"}, 1, YEARS),
    ],
)
async def test_the_list_is_narrowed(large: Service, fields: dict[str, str | int], places: int, reports: int) -> None:
    page = await page_of(large, **fields)
    assert headline(page).startswith(f"{places}个地方，{reports}份报告")
    assert len(reports_on(page)) == reports
    region = page.css_first("input[name=region]")
    assert region
    assert region.attributes["value"] == fields["region"]


async def test_what_is_not_there_is_said(large: Service) -> None:
    page = await page_of(large, region="火星<b>", year=1999)
    (sentence,) = page.css("main [role=status]")
    assert sentence.text() == "没有“火星<b>”1999年的报告，请换个地方或年份。"
    assert page.css_first(".filter a")
    topic = await page_of(large, region="火星", topic="行政复议")
    assert "没有“火星”的报告里有行政复议数据" in topic.css("main [role=status]")[0].text()


async def test_a_narrowed_overview_keeps_what_it_was_narrowed_by(large: Service) -> None:
    page = await page_of(large, region="东城区", year=LATEST)
    links = [unquote(str(link.attributes["href"])) for link in page.css(".topics a")]
    assert links
    assert all("region=东城区" in link and f"year={LATEST}" in link for link in links)
    feed = unquote(str(page.css("main a[href^='/feed.atom']")[0].attributes["href"]))
    assert feed == "/feed.atom?region=东城区"
    assert (await large.client.get(feed)).status_code == 200
    chosen = await page_of(large, region="东城区", topic="行政复议")
    (hidden,) = chosen.css(".filter input[type=hidden]")
    assert hidden.attributes["value"] == "行政复议"


async def test_every_figure_of_a_topic_is_that_of_its_place_and_year(large: Service) -> None:
    topic = "法律援助"
    found = await large.store.find(Wanted(topics=(topic,)))
    facts = {fact.id: fact for fact in found.facts}
    page = await page_of(large, topic=topic)
    rows = page.css("main table tr")
    assert len(rows) > 100
    for row in rows:
        link, label = row.css_first("a.figure"), row.css_first("th")
        assert link
        assert label
        fact = facts[urldefrag(str(link.attributes["href"])).fragment]
        report = found.catalogue.reports[fact.report]
        assert link.text() == fact.text
        assert polish(fact.claim.measure) in label.text()
        whose = label.text() + heading_of(row)
        assert report.region in whose
        assert f"{fact.claim.period}年" in whose


def heading_of(row: LexborNode) -> str:
    """The caption of a row's table: it names the place where the row does not."""
    table = row.parent.parent if row.parent else None
    caption = table.css_first("caption") if table else None
    return caption.text() if caption else ""


async def test_long_tables_fold_and_say_what_they_leave_out(large: Service) -> None:
    page = await page_of(large, topic="行政复议")
    first = page.css(".measure")[0]
    shown, folded = first.css("table")
    assert (len(shown.css("tr")), len(folded.css("tr"))) == (10, 40)
    (fold,) = first.css("details")
    caption = shown.css_first("caption")
    assert caption
    facts = (await large.store.find(Wanted(indicators=(f"行政复议/{caption.text()}",)))).facts
    different = {(f.report, f.claim.value, f.claim.unit) for f in facts if f.claim.modality is Modality.ACTUAL}
    assert f"另有{len(different) - 10}项" in fold.text()
    assert f"还有{len(different) - 50}项没有列出" in fold.text()
    narrowed = await page_of(large, topic="行政复议", region="东城区")
    assert not narrowed.css(".measure details")


def fact_with(value: float, **claim: Any) -> Fact:
    fact = next(fact for fact in shelf()[0].facts if fact.indicator)
    return replace(fact, id=f"f-{value:g}", start=int(value), claim=replace(fact.claim, value=value, **claim))


def bars(*facts: Fact) -> list[tuple[float, bool]]:
    page = LexborHTMLParser(el("main", figures(facts, reports(), list(words()[0].indicators))).markup)
    return [(float(str(r.attributes["width"])), "class" in r.attributes) for r in page.css("svg.bar rect")]


def test_bars_compare_what_is_alike() -> None:
    count, rate, change = (dict[str, Any](kind=kind) for kind in (Kind.COUNT, Kind.RATE, Kind.CHANGE))
    assert bars(fact_with(200, **count), fact_with(50, **count)) == [(25, False), (100, False)]
    assert bars(fact_with(40, **rate, unit="%"), fact_with(80, **rate, unit="%")) == [(40, False), (80, False)]
    assert bars(fact_with(40, **count), fact_with(80, **rate, unit="%")) == []
    assert bars(fact_with(40, **count, unit="宗"), fact_with(80, **count, unit="件")) == [(50, False), (100, False)]
    assert bars(fact_with(40, **count, unit="宗"), fact_with(80, **count, unit="次")) == []
    three = (fact_with(40, **count, unit="宗"), fact_with(9000, **count, unit="次"), fact_with(80, **count, unit="件"))
    assert bars(*three) == [(50, False), (100, False)]
    assert bars(fact_with(4, **change, direction=Direction.UP), fact_with(8, **change)) == []
    assert bars(fact_with(0, **count), fact_with(9, **count, bound=Bound.GT)) == [(1, False), (100, True)]


def test_what_a_report_says_twice_stands_once() -> None:
    one = fact_with(200)
    assert bars(one, replace(one, id="again", start=5000)) == []
    assert len(bars(one, replace(fact_with(300), start=5000))) == 2
