"""`STATE_DIR/watch.toml`: which pages are looked at and which hosts may be spoken to. Without the file, none.

    contact = "zhangsan@example.gov.cn"     # goes into the User-Agent, for the sites' keepers
    hosts = ["www.szgm.gov.cn"]             # no other host is ever spoken to, not even after a redirect
    every_hours = 12                        # optional
    title = "年.*法治政府建设.*报告"          # optional: a regular expression that a link's words must meet

    [[page]]
    url = "https://www.szgm.gov.cn/wgkzl/jggk/gzjhjzj/index.html"

A host stands for its ports 80 and 443; `host:port` for that port alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.errors import DataError, FetchError, unreadable
from bot.layout import WATCH_FILE
from bot.watching.addresses import Rules
from bot.words.toml import header_lines, line_of_key, parse_toml

TITLE = r"年.*法治政府建设.*(?:报告|总结|情况)"
EVERY_HOURS = range(1, 24 * 31)
MOST_PAGES = 200
LOOPBACK = "test_only_loopback"
"""Lets the project's own tests watch a site on this machine. Not for anything else."""

_KEYS = ("contact", "hosts", "every_hours", "title", LOOPBACK, "page")


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched: the pages in order, how often (seconds), the words of titles, and who may be spoken to."""

    pages: tuple[str, ...]
    every: float
    title: re.Pattern[str]
    rules: Rules
    contact: str


def read_watch(state_dir: Path) -> Watch | None:
    """What the file says now; None when there is none. Raises DataError with the line of what is wrong."""
    path = state_dir / WATCH_FILE
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise DataError(WATCH_FILE, 0, "不是 UTF-8 编码") from error
    except OSError as error:
        raise DataError(WATCH_FILE, 0, unreadable(error)) from error
    return parse_watch(text)


def parse_watch(text: str) -> Watch:
    """What a file's text says. Raises DataError with the line of what is wrong."""
    tables = parse_toml(text, WATCH_FILE)
    lines = text.split("\n")

    def wrong(key: str, reason: str) -> DataError:
        return DataError(WATCH_FILE, line_of_key(lines, key, 0), reason)

    for key in tables:
        if key not in _KEYS:
            raise wrong(key, f"不认识的项“{key}”，可用的是 {'、'.join(_KEYS)}")
    contact = tables.get("contact")
    if not isinstance(contact, str) or not re.fullmatch(r"[!-~][ -~]{2,99}", contact):
        raise wrong("contact", "“contact”要写成能找到您的邮箱或网址，给对方网站看")
    hosts = tables.get("hosts")
    if not isinstance(hosts, list) or not hosts or not all(isinstance(host, str) and host.strip() for host in hosts):
        raise wrong("hosts", '“hosts”要写成主机名的列表，例如 ["www.szgm.gov.cn"]')
    hours = tables.get("every_hours", 12)
    if not isinstance(hours, int) or isinstance(hours, bool) or hours not in EVERY_HOURS:
        raise wrong("every_hours", f"“every_hours”要写成 {EVERY_HOURS.start} 到 {EVERY_HOURS.stop - 1} 的整数")
    loopback = tables.get(LOOPBACK, False)
    if not isinstance(loopback, bool):
        raise wrong(LOOPBACK, f"“{LOOPBACK}”只能是 true 或 false")
    try:
        title = re.compile(tables.get("title", TITLE))
    except (re.error, TypeError) as error:
        raise wrong("title", f"“title”不是正则表达式：{error}") from error
    rules = Rules(frozenset(host.strip().lower() for host in hosts), loopback)
    return Watch(_pages(tables, text, rules), hours * 3600.0, title, rules, contact)


def _pages(tables: Mapping[str, Any], text: str, rules: Rules) -> tuple[str, ...]:
    """The addresses of the pages, each on a listed host."""
    entries = tables.get("page", [])
    if not isinstance(entries, list) or not entries or len(entries) > MOST_PAGES:
        raise DataError(WATCH_FILE, 0, f"要有 1 到 {MOST_PAGES} 个 [[page]]")
    starts = header_lines(text, "page")
    pages = []
    for number, entry in enumerate(entries):
        line = starts[number] if number < len(starts) else 0
        url = entry.get("url") if isinstance(entry, dict) else None
        if not isinstance(url, str) or set(entry) != {"url"}:
            raise DataError(WATCH_FILE, line, '[[page]] 里只写 url = "网址"')
        try:
            pages.append(str(httpx.URL(rules.checked(url))))
        except FetchError as error:
            raise DataError(WATCH_FILE, line, error.reason) from error
    return tuple(dict.fromkeys(pages))
