"""The report in a web page: the deepest element that holds its sentences, laid out as lines.

Pages of government sites wrap the report in menus, a path (首页 > 信息公开), 字号 and 打印 buttons and a footer with
record numbers. None of these is written in sentences, so the element to take is found by full stops and semicolons
alone, and never at the price of a sentence with a number in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.reading.documents_text import Document, Unreadable, decode

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_STOPS = re.compile("[。；]|;(?![a-z#])")
_FIGURE = re.compile(r"\d")
_SPACE = re.compile(r"[ \t\r\n\f\xa0]+")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\u200b-\u200d\u2060\ufeff\xad]")

# Stand for line and cell ends while the source's white space is squeezed; `_INVISIBLE` keeps them out of the text.
_BREAK, _CELL = "\x1e", "\x1f"
_HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

BROKEN = 0.001
"""The share of characters that may be broken in a page, as the web has them; the rest is still the report."""

LINES_ABOVE = 20

MAX_DEPTH = 1000
"""How deep elements may be open within each other: the parser's time grows with its square."""


def _names(*lines: str) -> frozenset[str]:
    return frozenset(name for line in lines for name in line.split())


_ENDS_BY_ITSELF = _names(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option rp rt",
    "html head body",
)
_LEFT_OUT = _names(
    "script style noscript template iframe object svg canvas select textarea button input nav footer aside head",
    "audio video map",
)
_BLOCKS = _names(
    "address article blockquote body center dd div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hr",
    "html li main ol p pre section table tbody thead tfoot tr ul caption",
)
_CELLS = frozenset({"td", "th"})

# The names that the state's rules for government sites give to a page's own description.
_HEAD = {"articletitle": "title", "pubdate": "published", "contentsource": "issuer", "url": "url"}


def read_html(data: bytes) -> Document:
    """The report's text and the page's head; raises Unreadable for what is no page with sentences."""
    source = _source_of(data)
    if not _TAG.search(source):
        raise Unreadable("扩展名是 .html，内容却没有网页标签")
    _check_depth(source)
    page = LexborHTMLParser(source)
    if page.body is None:
        raise Unreadable("网页里没有正文")
    whole = _box(page.body)
    text = _lines(_article(whole))
    return Document(text, {**_head(page), "above": _above(_lines(whole), text)})


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


@dataclass(slots=True)
class _Box:
    """An element as far as it matters: its tag, what it holds in order, how many sentences end in it outside links."""

    tag: str
    parts: list[_Box | str] = field(default_factory=list)
    stops: int = 0

    @property
    def boxes(self) -> list[_Box]:
        return [part for part in self.parts if isinstance(part, _Box)]


def _box(node: LexborNode) -> _Box:
    """The visible part of a node's tree, without recursion since pages nest as they like."""
    root = _Box("body")
    pending: list[tuple[LexborNode, _Box, frozenset[str]]] = [(node, root, frozenset())]
    made = [root]
    while pending:
        parent, box, within = pending.pop()
        child = parent.child
        while child is not None:
            if child.tag == "-text":
                text = _INVISIBLE.sub("", child.text_content or "")
                box.parts.append(text.replace("\n", _BREAK) if "pre" in within else text)
                box.stops += 0 if "a" in within else len(_STOPS.findall(text))
            elif _is_visible(child):
                inner = _Box(child.tag or "")
                box.parts.append(inner)
                made.append(inner)
                pending.append((child, inner, within | {inner.tag} if inner.tag in ("a", "pre") else within))
            child = child.next
    for box in reversed(made):  # those within come after those around them
        box.stops += sum(inner.stops for inner in box.boxes)
    return root


def _is_visible(node: LexborNode) -> bool:
    if node.tag is None or node.tag.startswith("-") or node.tag in _LEFT_OUT:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not _HIDDEN.search(attributes.get("style") or "")


def _article(page: _Box) -> _Box:
    """The deepest box that holds most sentences, and every sentence with a number outside lists of links."""
    box = page
    while True:
        best = max(box.boxes, key=lambda inner: inner.stops, default=None)
        if best is None or best.tag == "p" or best.stops < max(1.0, 0.8 * box.stops):
            return box
        loose = "".join(part for part in box.parts if isinstance(part, str))
        others = (inner for inner in box.boxes if inner is not best and inner.stops)
        if _tells_figures(loose) or any(_tells_figures(_lines(inner)) for inner in others):
            return box
        box = best


def _tells_figures(text: str) -> bool:
    """Whether a sentence with a digit ends in the text."""
    return any(_FIGURE.search(sentence) for line in text.split("\n") for sentence in _STOPS.split(line)[:-1])


def _lines(box: _Box) -> str:
    """A box as lines: one for each block and table row, the cells of a row apart by tabs."""
    pieces: list[str] = []
    pending: list[_Box | str] = [box]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            pieces.append(part)
            continue
        mark = _BREAK if part.tag in _BLOCKS or part.tag == "br" else _CELL if part.tag in _CELLS else ""
        pieces.append(mark)
        pending.append(mark)
        pending.extend(reversed(part.parts))
    text = _SPACE.sub(_squeezed, "".join(pieces))
    rows = ([cell.strip(" \u3000") for cell in row.split(_CELL)] for row in text.split(_BREAK))
    return "\n".join("\t".join(filter(None, row)) for row in rows if any(row))


def _squeezed(space: re.Match[str]) -> str:
    """White space as a browser shows it; a line end of the source beside a Chinese character is none."""
    around = space.string[max(0, space.start() - 1) : space.start()] + space.string[space.end() : space.end() + 1]
    return "" if "\n" in space[0] and _HAN.search(around) else " "


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
        value = _SPACE.sub(" ", node.attributes.get("content") or "").strip()
        if key and value:
            head.setdefault(key, value)
    for heading in (page.css_first("h1"), page.css_first("title")):
        if heading is not None and "title" not in head and (title := _SPACE.sub(" ", heading.text()).strip()):
            head["title"] = title
    return head
