"""HTML as values: `el("p", text, class_="note")` escapes every string, so a page cannot forget to.

Only `Html` passes through unescaped, and only this module makes it from strings.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_ADDRESSES = frozenset({"href", "src", "action"})
_SCHEMES = frozenset({"", "http", "https"})
# Characters that HTML forbids, and the marks that turn the reading direction of what follows them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of markup that is already safe."""

    markup: str

    def __str__(self) -> str:
        return self.markup


Child = Html | str | int | Iterable["Child"] | None
Attribute = str | int | bool | None


def el(tag: str, *children: Child, **attributes: Attribute) -> Html:
    """An element. Attribute names lose a trailing underscore and have the others turned into hyphens.

    An attribute that is None or False is left out, True is written without a value; an address with a scheme other
    than http and https is left out as well.
    """
    head = "".join(_attribute(_name(key), value) for key, value in attributes.items())
    if tag in _VOID:
        return Html(f"<{tag}{head}>")
    return Html(f"<{tag}{head}>{join(children).markup}</{tag}>")


def join(children: Child, between: Child = None) -> Html:
    """Everything inside, escaped where it is text, one after another with `between` in the gaps."""
    if children is None:
        return Html("")
    if isinstance(children, Html):
        return children
    if isinstance(children, (str, int)):
        return Html(escape(str(children)))
    return Html(join(between).markup.join(join(child).markup for child in children))


def escape(text: str) -> str:
    """Text for an element or a quoted attribute; what HTML forbids becomes a replacement character."""
    return html.escape(_UNPRINTABLE.sub("\ufffd", text), quote=True)


def document(head: Child, body: Child) -> str:
    """A whole page in Chinese."""
    return f"<!doctype html>\n{el('html', el('head', head), el('body', body), lang='zh-CN').markup}\n"


def is_web_address(address: str) -> bool:
    """Whether an address may be followed from a page: relative, http or https."""
    try:
        return urlsplit(address.strip()).scheme.lower() in _SCHEMES
    except ValueError:
        return False


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if name in _ADDRESSES and not is_web_address(str(value)):
        return ""
    return f' {name}="{escape(str(value))}"'
