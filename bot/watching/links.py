"""The links of a page that lead to yearly reports, by what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx

from bot.errors import FetchError
from bot.reading.documents.html import parse_page
from bot.reading.documents.text import Unreadable
from bot.watching.addresses import Rules

MOST = 200
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Link:
    """An address with what its link says."""

    url: str
    title: str


def links_of(content: bytes, page: str, title: re.Pattern[str], rules: Rules) -> list[Link]:
    """The links of a page whose words meet a pattern, in order, each address once; those to other hosts are left out.

    Raises FetchError for what is no page.
    """
    try:
        parsed = parse_page(content)
    except Unreadable as error:
        raise FetchError(page, str(error), final=False) from error
    base = parsed.css_first("base[href]")
    home = _joined(httpx.URL(page), (base.attributes.get("href") or "") if base else "") or httpx.URL(page)
    found: dict[str, Link] = {}
    for node in parsed.css("a[href]"):
        said = [node.attributes.get("title") or "", node.text()]
        words = next((each for each in map(_squeezed, said) if title.search(each)), "")
        address = _joined(home, node.attributes.get("href") or "") if words else None
        if address is None:
            continue
        try:
            url = str(rules.checked(address))
        except FetchError:
            continue
        found.setdefault(identity(url), Link(url, words[:LONGEST_TITLE]))
    return list(found.values())[:MOST]


def identity(url: str) -> str:
    """What makes two addresses the same page: with http or https, with or without a fragment."""
    parsed = httpx.URL(url)
    return f"{parsed.raw_host.decode('ascii').lower()}{parsed.raw_path.decode('ascii')}"


def _joined(base: httpx.URL, address: str) -> httpx.URL | None:
    try:
        return base.join(address.strip())
    except (httpx.InvalidURL, ValueError):
        return None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
