"""The Atom feed of reports, the newest first."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, timezone
from urllib.parse import quote
from xml.etree import ElementTree

from bot.model import Report
from bot.web.addresses import report_address
from bot.web.html import is_web_address
from bot.web.layout import NAME

ENTRIES = 50
"""Reports in one feed."""

_ATOM = "http://www.w3.org/2005/Atom"
_BEIJING = timezone(timedelta(hours=8))
_URI = ":/?#[]@!$&'()*+,;=%"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(base: str, query: str, reports: Sequence[Report], topics: Mapping[str, Mapping[str, int]]) -> bytes:
    """The feed's XML. `base` is the address of this service, `query` is what the feed was narrowed by."""
    newest = sorted(reports, key=lambda report: (_day(report), report.id), reverse=True)[:ENTRIES]
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "zh-CN"})
    here = f"{base}/feed.atom" + (f"?{query}" if query else "")
    _add(root, "id", _id("feed", query))
    _add(root, "title", f"{NAME}：新报告")
    _add(root, "updated", _moment(_day(newest[0])) if newest else "1970-01-01T00:00:00+08:00")
    _link(root, "self", here, "application/atom+xml")
    _link(root, "alternate", f"{base}/overview", "text/html")
    for report in newest:
        root.append(_entry(base, report, topics.get(report.id, {})))
    ElementTree.indent(root)
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml


def _entry(base: str, report: Report, topics: Mapping[str, int]) -> ElementTree.Element:
    entry = ElementTree.Element("entry")
    _add(entry, "id", _id("report", report.id))
    _add(entry, "title", report.title or f"{report.region}{report.year}年报告")
    _add(entry, "updated", _moment(_day(report)))
    if report.published:
        _add(entry, "published", _moment(report.published))
    author = ElementTree.SubElement(entry, "author")
    _add(author, "name", report.issuer or report.region)
    _link(entry, "alternate", f"{base}{report_address(report.id)}", "text/html")
    if report.url and is_web_address(report.url):
        _link(entry, "via", quote(_clean(report.url), safe=_URI), "text/html")
    for topic in topics:
        ElementTree.SubElement(entry, "category", {"term": _clean(topic)})
    figures = "、".join(f"{topic}{number}项" for topic, number in topics.items())
    _add(
        entry,
        "summary",
        f"{report.region}{report.year}年，数据{sum(topics.values())}项" + (f"：{figures}" if figures else ""),
    )
    return entry


def _day(report: Report) -> date:
    """The day that an entry is sorted by; Atom demands one, so an undated report stands at the end of its year."""
    return report.published or date(report.year, 12, 31)


def _moment(day: date) -> str:
    return datetime.combine(day, time(), _BEIJING).isoformat()


def _id(sort: str, name: str) -> str:
    """An identity that stays the same under whatever address the service is reached."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"fazhi:{sort}:{name}").urn


def _add(parent: ElementTree.Element, tag: str, text: str) -> None:
    ElementTree.SubElement(parent, tag).text = _clean(text)


def _link(parent: ElementTree.Element, rel: str, href: str, type_: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": _clean(href), "type": type_})


def _clean(text: str) -> str:
    """Text without what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
