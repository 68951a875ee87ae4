"""The overview: which places and years there are; the figures of one topic, measure by measure, with small bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from urllib.parse import urlencode

from bot.model import Bound, Fact, Modality, Report
from bot.store.facts import Catalogue
from bot.web.addresses import fact_address, report_address
from bot.web.html import Child, Html, el
from bot.web.layout import Page

_WIDTH = 100
_ROWS_OF_ONE = 20
_MOST_MEASURES = 200


def page(catalogue: Catalogue, order: Sequence[str], topic: str = "", facts: Sequence[Fact] = ()) -> Page:
    """The page; `order` lists the topics as people expect them, `facts` are those of the chosen topic."""
    reports = catalogue.reports
    numbers: Counter[str] = Counter()
    for of_report in catalogue.topics.values():
        numbers.update(of_report)
    known = sorted(numbers, key=lambda name: order.index(name) if name in order else len(order))
    main = (
        el("h1", f"{topic}：各地数据" if topic else "有哪些报告和数据"),
        _topics(known, numbers, topic),
        _measures(facts, reports) if topic else _places(catalogue),
        _feed(topic),
    )
    return Page(topic or "总览", main, "/overview", kind="plain")


def _topics(known: Sequence[str], numbers: Mapping[str, int], chosen: str) -> Child:
    links = [
        el(
            "a",
            f"{name} {numbers[name]}",
            href=f"/overview?{urlencode({'topic': name})}",
            aria_current="page" if name == chosen else None,
        )
        for name in known
    ]
    back = el("p", el("a", "看各地报告", href="/overview")) if chosen else None
    return (el("h2", "按主题看"), el("nav", links, class_="topics", aria_label="主题"), back) if known else None


def _feed(topic: str) -> Html:
    address = f"/feed.atom?{urlencode({'topic': topic})}" if topic else "/feed.atom"
    return el("p", el("a", f"订阅{topic}新报告", href=address), "（Atom，用阅读器打开）", class_="hint")


def _places(catalogue: Catalogue) -> Child:
    if not catalogue.reports:
        return el("p", "还没有报告。")
    rows = [
        el("li", el("span", reports[0].region), el("span", [[_year(report, catalogue), " "] for report in reports]))
        for reports in catalogue.of_place.values()
    ]
    return (
        el("h2", f"{len(catalogue.of_place)}个地方，{len(catalogue.reports)}份报告"),
        el("ul", rows, class_="places"),
    )


def _year(report: Report, catalogue: Catalogue) -> Html:
    number = sum(catalogue.topics.get(report.id, {}).values())
    label = f"{report.region}{report.year}年，数据{number}项"
    return el("a", f"{report.year}年", href=report_address(report.id), aria_label=label)


def _measures(facts: Sequence[Fact], reports: Mapping[str, Report]) -> Child:
    results = [fact for fact in facts if fact.claim.modality is Modality.ACTUAL]
    if not results:
        return el("p", "这个主题还没有数据。")
    ordered = sorted(results, key=lambda fact: (not fact.indicator, fact.indicator or fact.claim.measure))
    tables = [_measure(name, list(group), reports) for name, group in groupby(ordered, key=_title)]
    more = f"指标太多，只列出前{_MOST_MEASURES}个。" if len(tables) > _MOST_MEASURES else ""
    note = "只列实际完成的数字，目标和往期数字不在内。条形只在同一单位的数字之间可比，浅色表示约数或超过、不足。"
    return (el("p", note, more, class_="hint"), tables[:_MOST_MEASURES])


def _title(fact: Fact) -> str:
    return fact.indicator.partition("/")[2] or fact.indicator or fact.claim.measure


def _measure(title: str, facts: list[Fact], reports: Mapping[str, Report]) -> Html:
    facts.sort(key=lambda fact: (reports[fact.report].region, fact.claim.period, fact.start))
    units = Counter(fact.claim.unit for fact in facts)
    tops = {unit: max(fact.claim.value for fact in facts if fact.claim.unit == unit) for unit in units}
    rows = [
        _row(fact, reports[fact.report], tops[fact.claim.unit] if units[fact.claim.unit] > 1 else 0)
        for fact in facts[:_ROWS_OF_ONE]
    ]
    left = len(facts) - len(rows)
    more = el("tfoot", el("tr", el("td", f"另有{left}项，请用提问来查。", colspan=2))) if left else None
    return el("table", el("caption", title), el("tbody", rows), more, class_="figures measure")


def _row(fact: Fact, report: Report, top: float) -> Html:
    claim = fact.claim
    small = " · ".join(part for part in (claim.measure if fact.indicator else "", claim.subject, claim.asof) if part)
    figure = el("a", fact.text, href=fact_address(fact.report, fact.id), class_="figure")
    return el(
        "tr",
        el("th", f"{report.region} {claim.period}年", el("small", small) if small else None, scope="row"),
        el("td", figure, el("span", "存疑", class_="tag") if fact.oddities else None, _bar(fact, top)),
    )


def _bar(fact: Fact, top: float) -> Html | None:
    """A bar beside figures of the same unit; the number is its text, so it says nothing to a screen reader."""
    if top <= 0:
        return None
    width = max(1, round(_WIDTH * fact.claim.value / top, 1))
    loose = "loose" if fact.claim.bound is not Bound.EQ else None
    rect = el("rect", width=str(width), height="8", rx="1", class_=loose)
    return el("svg", rect, class_="bar", viewBox=f"0 0 {_WIDTH} 8", preserveAspectRatio="none", aria_hidden="true")
