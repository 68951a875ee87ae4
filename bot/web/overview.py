"""The overview: which places and years there are, by province where they are many; the frame of a topic's figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urlencode

from bot.model import Report
from bot.store.facts import Catalogue
from bot.web.addresses import report_address
from bot.web.html import Child, Html, el
from bot.web.layout import Page
from bot.web.selection import Narrowing, regions_named
from bot.words.places import Places

PLACES = 100
"""Places on one page of the list; where there are more and none is asked for, provinces stand in their stead."""

_HOME = "/overview"


@dataclass(frozen=True, slots=True)
class Overview:
    """What the overview shows: of the reports of a place and a year (`within`) those with the topic that is chosen;
    `order` has topics as people expect them."""

    narrowing: Narrowing
    catalogue: Catalogue
    within: Sequence[Report]
    places: Places
    order: Sequence[str]

    @property
    def reports(self) -> list[Report]:
        """The reports that have the topic; all where none is chosen."""
        topic, topics = self.narrowing.topic, self.catalogue.topics
        return [report for report in self.within if not topic or topic in topics.get(report.id, {})]


def page(view: Overview, figures: Child = None) -> Page:
    """The page; `figures` are those of the topic that is chosen, if one is."""
    topic = view.narrowing.topic
    main: Child = (
        el("h1", f"{topic}：各地数据" if topic else "有哪些报告和数据"),
        _topics(view),
        _filter(view),
        (_found(view), figures if topic else _places(view)) if view.reports else _nothing(view),
        _feed(view),
    )
    return Page(topic or "总览", main, _HOME, kind="plain", robots=view.narrowing == Narrowing())


def _topics(view: Overview) -> Child:
    numbers: Counter[str] = Counter()
    for report in view.within:
        numbers.update(view.catalogue.topics.get(report.id, {}))
    known = sorted(numbers, key=lambda name: view.order.index(name) if name in view.order else len(view.order))
    if not known:
        return None
    chosen = view.narrowing.topic
    links = [
        el(
            "a",
            name,
            el("small", f" {numbers[name]:,}"),
            href=replace(view.narrowing, topic=name, page=1).address,
            aria_current="page" if name == chosen else None,
        )
        for name in known
    ]
    nav = el("nav", links, class_="topics", aria_label="主题")
    if view.narrowing == Narrowing():
        return (el("h2", "按主题看数据"), nav)
    back = el("a", "看各地报告", href=replace(view.narrowing, topic="", page=1).address) if chosen else None
    summary = el("summary", "换个主题" if chosen else "按主题看数据")
    return el("div", el("details", summary, nav), back, class_="switch")


def _filter(view: Overview) -> Child:
    """Place and year; nothing to choose from needs no choice."""
    if len(view.catalogue.reports) < 2:
        return None
    narrowing = view.narrowing
    years = sorted({report.year for report in view.catalogue.reports.values()} | {narrowing.year} - {0}, reverse=True)
    options = [el("option", f"{year}年", value=year, selected=year == narrowing.year) for year in years]
    place = el(
        "input", type="search", name="region", value=narrowing.region, size=12, maxlength=40, placeholder="例如广东省"
    )
    return el(
        "form",
        el("input", type="hidden", name="topic", value=narrowing.topic) if narrowing.topic else None,
        el("label", "地方 ", place),
        el("label", "年份 ", el("select", el("option", "全部", value=""), options, name="year")),
        el("button", "筛选", type="submit"),
        el("a", "清除", href=Narrowing(narrowing.topic).address) if narrowing.region or narrowing.year else None,
        class_="filter",
        action=_HOME,
        method="get",
        role="search",
        aria_label="筛选报告",
    )


def _found(view: Overview) -> Html:
    places = {report.adcode for report in view.reports}
    topics = [view.catalogue.topics.get(report.id, {}) for report in view.reports]
    chosen = view.narrowing.topic
    figures = sum(of.get(chosen, 0) if chosen else sum(of.values()) for of in topics)
    return el("h2", f"{len(places):,}个地方，{len(view.reports):,}份报告，{figures:,}项数据")


def _nothing(view: Overview) -> Html:
    if not view.catalogue.reports:
        return el("p", "还没有报告。")
    narrowing = view.narrowing
    year = f"{narrowing.year}年" if narrowing.year else ""
    topic = f"里有{narrowing.topic}数据" if narrowing.topic else ""
    place = f"“{narrowing.region}”" if narrowing.region else ""
    return el("p", f"没有{place}{year}的报告{topic}，请换个地方或年份。", role="status")


def _feed(view: Overview) -> Html:
    narrowing = view.narrowing
    region = narrowing.region if regions_named(narrowing.region, view.places) else ""
    fields = {key: value for key, value in (("topic", narrowing.topic), ("region", region)) if value}
    address = f"/feed.atom?{urlencode(fields)}" if fields else "/feed.atom"
    label = f"订阅{region}{narrowing.topic}新报告"
    return el("p", el("a", label, href=address), "（Atom，用阅读器打开）", class_="hint")


def _places(view: Overview) -> Child:
    """The places in the order of their codes, which is the order that people know."""
    rows = [list(group) for _, group in groupby(sorted(view.reports, key=_by_place), key=lambda report: report.adcode)]
    if len(rows) > PLACES and not view.narrowing.region:
        return _provinces(view)
    last = -(-len(rows) // PLACES)
    at = min(view.narrowing.page, last)
    shown = rows[(at - 1) * PLACES : at * PLACES]
    return (el("ul", [_place(view, reports) for reports in shown], class_="places"), _pager(view, at, last))


def _by_place(report: Report) -> tuple[str, int, str]:
    return report.adcode, -report.year, report.id


def _place(view: Overview, reports: Sequence[Report]) -> Html:
    years = [(_year(view, report), " ") for report in reports]
    return el("li", el("span", reports[0].region), el("span", years, class_="years"))


def _year(view: Overview, report: Report) -> Html:
    number = sum(view.catalogue.topics.get(report.id, {}).values())
    label = f"{report.region}{report.year}年，数据{number}项"
    return el("a", f"{report.year}年", href=report_address(report.id), aria_label=label)


def _provinces(view: Overview) -> Html:
    rows = []
    for code, group in groupby(sorted(view.reports, key=_by_place), key=lambda report: report.adcode[:2]):
        reports = list(group)
        province = view.places.get(f"{code}0000")
        name = province.name if province else reports[0].region
        numbers = f"{len({report.adcode for report in reports})}个地方，{len(reports)}份报告"
        link = el("a", name, href=replace(view.narrowing, region=name, page=1).address)
        rows.append(el("li", link, el("span", numbers, class_="quiet")))
    return el("ul", rows, class_="places")


def _pager(view: Overview, at: int, last: int) -> Html | None:
    if last < 2:
        return None
    return el(
        "nav",
        el("a", "上一页", href=replace(view.narrowing, page=at - 1).address, rel="prev") if at > 1 else None,
        el("span", f"第{at}页，共{last}页"),
        el("a", "下一页", href=replace(view.narrowing, page=at + 1).address, rel="next") if at < last else None,
        class_="pager",
        aria_label="分页",
    )
