"""One topic's figures: a table with bars for each indicator, those of most places first; then what has no indicator."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.model import Bound, Fact, Kind, Modality, Report
from bot.replying.chinese import polish
from bot.web import words
from bot.web.addresses import fact_address
from bot.web.html import Child, Html, el

_WIDTH = 100
_FIRST = 10
_MOST = 50
_REPORTS = 50
_OPEN_REPORTS = 3
_Scale = tuple[Kind, str]

_CASES = frozenset({"件", "宗", "起", "例"})
"""Units of cases: which of them is written is the custom of a place."""
_WITHOUT_BARS = frozenset({Kind.RANK, Kind.CHANGE})
_NOTE = (
    "只列实际完成的数字，目标和往期数字不在内。条形按同一指标里单位相同的最大数画，比率以100%为满格，"
    f"浅色是约数或者超过、不足。多于{_FIRST}项的，年份近的、数大的在前。"
)


def figures(facts: Sequence[Fact], reports: Mapping[str, Report], order: Sequence[str]) -> Child:
    """The figures of one topic; `order` lists the indicators as people expect them."""
    results = list(_once(fact for fact in facts if fact.claim.modality is Modality.ACTUAL))
    if not results:
        return el("p", "没有实际完成的数字。")
    groups: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in results:
        groups[fact.indicator].append(fact)
    others = groups.pop("", [])
    place = {identity: at for at, identity in enumerate(order)}

    def importance(identity: str) -> tuple[int, int, str]:
        base = identity.partition("·")[0]
        near = groups.get(base, groups[identity])
        return -len({reports[fact.report].adcode for fact in near}), place.get(base, len(place)), identity

    tables = [_measure(identity, groups[identity], reports) for identity in sorted(groups, key=importance)]
    return (el("p", _NOTE, class_="hint"), tables, _others(others, reports) if others else None)


def _once(facts: Iterator[Fact]) -> Iterator[Fact]:
    """The facts without what a report says a second time."""
    seen = set()
    for fact in facts:
        claim = fact.claim
        said = (fact.report, fact.indicator or claim.measure, claim.subject, claim.period)
        figure = (claim.kind, claim.direction, claim.bound, claim.value, claim.unit)
        if (said, figure) not in seen:
            seen.add((said, figure))
            yield fact


def _measure(identity: str, facts: list[Fact], reports: Mapping[str, Report]) -> Html:
    title = identity.partition("/")[2] or identity
    if len(facts) > _FIRST:
        facts.sort(key=lambda fact: (-fact.claim.period, -fact.claim.value, reports[fact.report].adcode, fact.start))
    else:
        facts.sort(key=lambda fact: (reports[fact.report].adcode, -fact.claim.period, fact.start))
    scale, whole = _whole_bar(facts)
    rows = [_row(fact, reports[fact.report], whole if _scale(fact) == scale else 0) for fact in facts[:_MOST]]
    rest = rows[_FIRST:]
    left = len(facts) - len(rows)
    more = el(
        "details",
        el("summary", f"另有{len(facts) - _FIRST}项"),
        el("table", el("caption", f"{title}（续）", class_="unseen"), el("tbody", rest), class_="figures"),
        el("p", f"还有{left}项没有列出，请按地方或年份筛选。", class_="hint") if left else None,
        class_="fold",
    )
    table = el("table", el("caption", title), el("tbody", rows[:_FIRST]), class_="figures")
    return el("section", table, more if rest else None, class_="measure")


def _whole_bar(facts: Sequence[Fact]) -> tuple[_Scale, float]:
    """Which figures of a table get bars, and the value of a whole one; 0 where a bar would say nothing.

    The bars have one scale: that of the kind and unit which most of the figures have.
    """
    scale = Counter(map(_scale, facts)).most_common(1)[0][0]
    values = [fact.claim.value for fact in facts if _scale(fact) == scale]
    kind, unit = scale
    if kind in _WITHOUT_BARS or len(values) < 2:
        return scale, 0
    return scale, max(*values, 100 if kind is Kind.RATE and unit == "%" else 0)


def _scale(fact: Fact) -> _Scale:
    return fact.claim.kind, "件" if fact.claim.unit in _CASES else fact.claim.unit


def _row(fact: Fact, report: Report, whole: float) -> Html:
    claim = fact.claim
    small = polish(" · ".join(part for part in (claim.measure, claim.subject, claim.asof) if part))
    return el(
        "tr",
        el("th", f"{report.region} {claim.period}年", el("small", small), scope="row"),
        el("td", _figure(fact), _bar(fact, whole)),
    )


def _figure(fact: Fact) -> Child:
    tags = [words.DIRECTIONS[fact.claim.direction], "已更正" if fact.corrected else "", "存疑" if fact.oddities else ""]
    link = el("a", fact.text, href=fact_address(fact.report, fact.id), class_="figure")
    return (link, [(" ", el("span", tag, class_="tag")) for tag in tags if tag])


def _bar(fact: Fact, whole: float) -> Html | None:
    """A bar beside comparable figures; the number is its text, so it says nothing to a screen reader."""
    if whole <= 0:
        return None
    width = max(1, round(_WIDTH * fact.claim.value / whole, 1))
    loose = "loose" if fact.claim.bound is not Bound.EQ else None
    rect = el("rect", width=str(width), height="8", rx="1", class_=loose)
    return el("svg", rect, class_="bar", viewBox=f"0 0 {_WIDTH} 8", preserveAspectRatio="none", aria_hidden="true")


def _others(facts: Sequence[Fact], reports: Mapping[str, Report]) -> Child:
    """What no indicator brings together, report by report."""
    by_report: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_report[fact.report].append(fact)
    ordered = sorted(by_report, key=lambda identity: (reports[identity].adcode, -reports[identity].year))
    left = len(ordered) - _REPORTS
    return (
        el("h2", "各地自有的数据"),
        el("p", "各地说法不一、不宜并排比较的数字，按报告列出。", class_="hint"),
        [_of_report(by_report[one], reports[one], len(ordered) <= _OPEN_REPORTS) for one in ordered[:_REPORTS]],
        el("p", f"还有{left}份报告没有列出，请按地方或年份筛选。", class_="hint") if left > 0 else None,
    )


def _of_report(facts: Sequence[Fact], report: Report, unfolded: bool) -> Html:
    title = f"{report.region} {report.year}年"
    rows = [_own_row(fact, report) for fact in facts]
    table = el("table", el("caption", title, class_="unseen"), el("tbody", rows), class_="figures")
    return el(
        "details", el("summary", f"{title} ", el("small", f"{len(facts)}项")), table, class_="fold", open=unfolded
    )


def _own_row(fact: Fact, report: Report) -> Html:
    claim = fact.claim
    period = f"{claim.period}年" if claim.period != report.year else ""
    small = polish(" · ".join(part for part in (period, claim.subject, claim.asof) if part))
    label = el("th", polish(claim.measure), el("small", small) if small else None, scope="row")
    return el("tr", label, el("td", _figure(fact)))
