"""The report in a web page: the deepest element that holds its sentences, laid out as lines.

Pages of government sites wrap the report in menus, a path (首页 > 信息公开), 字号 and 打印 buttons and a footer with
record numbers. None of these is written in sentences, so the element to take is found by full stops and semicolons
alone, and never at the price of a sentence with a number, or of a table of figures.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

from bot.reading.documents.html_boxes import STOPS, Box, box_of, lines_of, names
from bot.reading.documents.text import Document, Unreadable, decode

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_FIGURE = re.compile(r"\d")
_COUNTED = re.compile(r"\d\s*[余多]?\s*[件宗起例人名位次场期家个项份篇部条万亿元%％]")

BROKEN = 0.001
"""The share of characters that may be broken in a page, as the web has them; the rest is still the report."""

LINES_ABOVE = 20

MAX_DEPTH = 1000
"""How deep elements may be open within each other: the parser's time grows with its square."""


_ENDS_BY_ITSELF = names(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option rp rt",
    "html head body",
)
# The names that the state's rules for government sites give to a page's own description.
_HEAD = {"articletitle": "title", "pubdate": "published", "contentsource": "issuer", "url": "url"}


def read_html(data: bytes) -> Document:
    """The report's text and the page's head; raises Unreadable for what is no page with sentences."""
    page = parse_page(data)
    if page.body is None:
        raise Unreadable("网页里没有正文")
    whole = box_of(page.body)
    text = lines_of(_article(whole))
    return Document(text, {**_head(page), "above": _above(lines_of(whole), text)})


def parse_page(data: bytes) -> LexborHTMLParser:
    """A page's elements, within the limits of what can be parsed in time; raises Unreadable for what is no page."""
    source = _source_of(data)
    if not _TAG.search(source):
        raise Unreadable("扩展名是 .html，内容却没有网页标签")
    _check_depth(source)
    return LexborHTMLParser(source)


def _source_of(data: bytes) -> str:
    """The page's source: UTF-8 or GB18030 as its bytes are, since pages name the wrong one; few may be broken."""
    try:
        return decode(data)
    except Unreadable:
        for encoding in ("utf-8", "gb18030"):
            source = data.decode(encoding, errors="replace")
            if source.count("\ufffd") <= BROKEN * len(source):
                return source
        raise


def _check_depth(source: str) -> None:
    """Refuses a page whose open elements pile up, before the parser spends minutes on it."""
    still_open: Counter[str] = Counter()
    depth = 0
    for closing, name, closed in _TAG.findall(source):
        tag = name.lower()
        if tag in _ENDS_BY_ITSELF or closed:
            continue
        if not closing:
            still_open[tag] += 1
            depth += 1
            if depth > MAX_DEPTH:
                raise Unreadable("网页的标签嵌套太深")
        elif still_open[tag]:
            still_open[tag] -= 1
            depth -= 1


def _article(page: Box) -> Box:
    """The deepest box that holds most sentences, and everything that counts something outside links."""
    box = page
    while True:
        best = max(box.boxes, key=lambda inner: inner.stops, default=None)
        if best is None or best.tag == "p" or best.stops < max(1.0, 0.8 * box.stops):
            return box
        others = [part for part in box.parts if part is not best]
        if _tells_figures(lines_of(Box("div", others), links=False)):
            return box
        box = best


def _tells_figures(text: str) -> bool:
    """Whether a text counts something, or has a sentence with a digit: no furniture of a page does."""
    sentences = (sentence for line in text.split("\n") for sentence in STOPS.split(line)[:-1])
    return _COUNTED.search(text) is not None or any(_FIGURE.search(sentence) for sentence in sentences)


def _above(whole: str, article: str) -> str:
    """The last lines of a page above its article: title, date and source stand there."""
    first = article.split("\n", 1)[0]
    at = whole.find(first)
    return "\n".join(whole[: max(at, 0)].split("\n")[-LINES_ABOVE:])


def _head(page: LexborHTMLParser) -> Mapping[str, str]:
    """What the page says of itself: title, issuer, publication date, address."""
    head: dict[str, str] = {}
    for node in page.css("meta[name][content]"):
        key = _HEAD.get((node.attributes.get("name") or "").strip().lower())
        value = " ".join((node.attributes.get("content") or "").split())
        if key and value:
            head.setdefault(key, value)
    for heading in (page.css_first("h1"), page.css_first("title")):
        if heading is not None and "title" not in head and (title := " ".join(heading.text().split())):
            head["title"] = title
    return head
