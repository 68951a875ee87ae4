"""How the page puts a fact's fields into words."""

from __future__ import annotations

from bot.model import Answer, Bound, Claim, Direction, Kind, Modality, Report, UrlSeen
from bot.model.lines import plain_number
from bot.web.html import Html, el

BOUNDS = {Bound.EQ: "", Bound.APPROX: "约", Bound.GT: "超过", Bound.LT: "不足"}
KINDS = {
    Kind.COUNT: "数量",
    Kind.RATE: "比率",
    Kind.MULTIPLE: "倍数",
    Kind.MONEY: "金额",
    Kind.DURATION: "时长",
    Kind.RANK: "名次",
    Kind.CHANGE: "变化",
}
MODALITIES = {Modality.ACTUAL: "实际完成", Modality.TARGET: "目标或要求", Modality.PRIOR: "往期，用来对比"}
DIRECTIONS = {Direction.NONE: "", Direction.UP: "上升", Direction.DOWN: "下降"}


def number(value: float) -> str:
    """A value with separators: 11,328,300 or 3.38."""
    return f"{plain_number(value):,}"


def value(claim: Claim) -> str:
    """What was understood of a figure: 约1,000件 or 上升15%."""
    return f"{DIRECTIONS[claim.direction]}{BOUNDS[claim.bound]}{number(claim.value)}{claim.unit}"


def original(report: Report, address: str = "") -> Html:
    """The link to the original page (or to a place in it) that says how its address is known, or that there is none."""
    if not report.url or report.url_seen is UrlSeen.NONE:
        return el("span", "没有原文网址")
    label = "原文网页" if report.url_seen is UrlSeen.PUBLISHED else "原文网页（网址系推断，未经核实）"
    return el("a", label, href=address or report.url, rel="external noopener noreferrer")


def place(answer: Answer, report: Report) -> str:
    """What a report's place is called: its own name when the question knows it, else as the report says."""
    own = {region.adcode: region.own for region in answer.query.regions}
    return own.get(report.adcode, report.region)


def published(report: Report) -> str:
    """The date of publication as people write it; "" when it is not known."""
    day = report.published
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
