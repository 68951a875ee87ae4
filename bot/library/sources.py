"""The catalogue `reports/sources.toml`: which reports there are and where each one comes from.

Whatever is wrong with it is said with the line to look at: unknown keys, ids given twice, codes, years, dates or
addresses that cannot be. People edit this file by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from bot.errors import DataError
from bot.model import Report, UrlSeen
from bot.words.toml import header_lines, line_of_key, parse_toml

REQUIRED = ("id", "title", "issuer", "region", "adcode", "year")
OPTIONAL = ("published", "url", "url_seen")

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_ADCODE = re.compile(r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}")


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the catalogue and the line where it starts."""

    report: Report
    line: int


def read_sources(text: str, file: str) -> tuple[Source, ...]:
    """Every entry of the catalogue in order; raises DataError at the first that is wrong."""
    tables = parse_toml(text, file)
    entries = tables.pop("report", [])
    if tables:
        key = next(iter(tables))
        raise DataError(file, line_of_key(text.split("\n"), key, 0), f"多余的内容“{key}”，这里只写 [[report]]")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise DataError(file, 0, "报告要写成 [[report]]")
    starts = header_lines(text, "report")
    lines = text.split("\n")
    sources: dict[str, Source] = {}
    for number, entry in enumerate(entries):
        place = _Place(file, lines, starts[number] if number < len(starts) else 0)
        source = Source(_report(entry, place), place.start)
        earlier = sources.get(source.report.id)
        if earlier is not None:
            raise place.error("id", f"id“{source.report.id}”与第 {earlier.line} 行的报告重复")
        sources[source.report.id] = source
    return tuple(sources.values())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an entry stands, to say it in errors."""

    file: str
    lines: list[str]
    start: int

    def error(self, key: str, reason: str) -> DataError:
        return DataError(self.file, line_of_key(self.lines, key, self.start), reason)


def _report(entry: dict[str, Any], place: _Place) -> Report:
    for key in entry:
        if key not in REQUIRED + OPTIONAL:
            raise place.error(key, f"不认识的项“{key}”，可用的是 {'、'.join(REQUIRED + OPTIONAL)}")
    for key in REQUIRED:
        if key not in entry:
            raise place.error(key, f"缺少“{key}”")
    texts = {key: _text(entry, key, place) for key in ("id", "title", "issuer", "region", "adcode")}
    if not _ID.fullmatch(texts["id"]):
        raise place.error("id", f"id“{texts['id']}”只能用字母、数字、_ 和 -，最多 40 个字符")
    if not _ADCODE.fullmatch(texts["adcode"]):
        raise place.error("adcode", f"“{texts['adcode']}”不是六位行政区划代码")
    year = _year(entry, place)
    published = _published(entry, year, place)
    url, url_seen = _url(entry, place)
    return Report(**texts, year=year, published=published, url=url, url_seen=url_seen)


def _text(entry: dict[str, Any], key: str, place: _Place) -> str:
    value = entry[key]
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise place.error(key, f"“{key}”要写成一行不空的文字，加引号")
    return value.strip()


def _year(entry: dict[str, Any], place: _Place) -> int:
    year = entry["year"]
    if not isinstance(year, int) or isinstance(year, bool) or not 1980 <= year <= 2100:
        raise place.error("year", f"年份“{year}”不对，应写成 year = 2024")
    return year


def _published(entry: dict[str, Any], year: int, place: _Place) -> date | None:
    published = entry.get("published")
    if published is None:
        return None
    if not isinstance(published, date) or isinstance(published, datetime):
        raise place.error("published", f"日期“{published}”不对，应写成 published = 2025-01-06，不加引号")
    if published.year < year:
        raise place.error("published", f"发布日期 {published} 早于报告年度 {year}")
    return published


def _url(entry: dict[str, Any], place: _Place) -> tuple[str, UrlSeen]:
    url = _text(entry, "url", place) if "url" in entry else ""
    try:
        seen = UrlSeen(entry.get("url_seen", UrlSeen.NONE))
    except ValueError as error:
        raise place.error("url_seen", f"url_seen 只能是 {'、'.join(UrlSeen)}") from error
    if bool(url) != (seen is not UrlSeen.NONE):
        raise place.error("url_seen", "有 url 时 url_seen 写 published 或 inferred，没有 url 时写 none 或不写")
    if url and not _is_address(url):
        raise place.error("url", f"“{url}”不是网址，应以 http:// 或 https:// 开头")
    return url, seen


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"\s", url)
    except ValueError:
        return False
