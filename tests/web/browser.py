"""A real Chromium with a reader in front of it, who notes whatever a page does that it must not."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright, expect

from tests.golden import ROOT
from tests.web.service import PATIENCE, Service

CHROMIUM = shutil.which("chromium")
ARTIFACTS = ROOT / "artifacts"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
TABLET: dict[str, Any] = {"viewport": {"width": 768, "height": 1024}, "has_touch": True}
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
expect.set_options(timeout=1000 * PATIENCE)

needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium")


@dataclass
class Visit:
    """One reader with a browser window; notes whatever the page does that it must not."""

    base: str
    page: Page
    complaints: list[str] = field(default_factory=list)
    expected: str = ""

    async def open(self, address: str) -> None:
        """Go to an address of the service."""
        await self.page.goto(self.base + address)

    async def ask(self, question: str) -> None:
        """Type a question and send it with Enter; returns once its answer is there."""
        turns = await self.page.locator("#thread > li").count()
        await self.page.locator("#question").fill(question)
        await self.page.keyboard.press("Enter")
        await expect(self.page.locator("#thread > li")).to_have_count(turns + 1)
        await expect(self.page.locator(".answer")).to_have_count(turns + 1)

    async def picture(self, name: str) -> None:
        """Keep what the window shows, for people to look at."""
        ARTIFACTS.mkdir(exist_ok=True)
        await self.page.screenshot(path=ARTIFACTS / f"{name}.png")

    async def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = await self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return width

    def on_request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.complaints.append(f"request to {request.url}")

    def on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not (self.expected and self.expected in message.text):
            self.complaints.append(f"console: {message.text}")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser that asks nothing of the network by itself."""
    async with async_playwright() as playwright:
        one = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield one
        await one.close()


@asynccontextmanager
async def visit(browser: Browser, service: Service, options: dict[str, Any], **more: Any) -> AsyncIterator[Visit]:
    """A window; at its end nothing may have left the machine and nothing may have gone wrong."""
    context = await browser.new_context(locale="zh-CN", **options, **more)
    one = Visit(service.base, await context.new_page())
    context.on("request", one.on_request)
    one.page.on("console", one.on_console)
    one.page.on("pageerror", lambda error: one.complaints.append(f"error: {error}"))
    yield one
    await context.close()
    assert one.complaints == []
