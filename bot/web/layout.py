"""The frame around every page: title, skip link, navigation, footer; the same styles and scripts everywhere."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.web.html import Child, Html, document, el

STATIC = Path(__file__).with_name("static")
NAME = "法治年报问答"
_PAGES = (("/", "提问"), ("/overview", "总览"), ("/api", "接口"))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, what stands in <main>, its own path in the navigation, the scripts that it needs."""

    title: str
    main: Child
    here: str = ""
    scripts: tuple[str, ...] = ()
    kind: str = "reading"
    robots: bool = True


def render(page: Page) -> str:
    """The whole document."""
    title = f"{page.title}｜{NAME}" if page.title else NAME
    head = (
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        None if page.robots else el("meta", name="robots", content="noindex"),
        el("title", title),
        el("link", rel="icon", href=static("icon.svg"), type="image/svg+xml"),
        el("link", rel="stylesheet", href=static("page.css")),
        el("link", rel="alternate", type="application/atom+xml", title="新报告", href="/feed.atom"),
        [el("script", src=static(script), defer=True) for script in page.scripts],
    )
    body = (
        el("a", "跳到正文", class_="skip", href="#main"),
        el("header", el("a", NAME, class_="name", href="/"), _navigation(page.here), class_="top"),
        el("main", page.main, id="main", class_=page.kind, tabindex="-1"),
        el("footer", el("p", "数据摘自各地司法局公开的年度报告，以原文为准。"), class_="foot"),
    )
    return document(head, body)


@cache
def static(name: str) -> str:
    """The address of a static file; it changes with the file, so that browsers may keep it."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={digest}"


def _navigation(here: str) -> Html:
    links = (
        el("li", el("a", label, href=path, aria_current="page" if path == here else None)) for path, label in _PAGES
    )
    return el("nav", el("ul", links), aria_label="主导航")
