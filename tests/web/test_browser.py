"""The page in a real Chromium: what people do with it, by touch, by keyboard, without scripts, on a phone."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, Request, async_playwright, expect
from python_calamine import CalamineWorkbook

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
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
WIDE = {"viewport": {"width": 1360, "height": 850}}
expect.set_options(timeout=1000 * PATIENCE)
COMPARE = "/compare 行政复议 光明 廉江"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"),
]


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


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
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


async def test_ask_follow_up_and_go_back(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page = reader.page
        await reader.open("/")
        await reader.picture("chat-empty-wide")
        await reader.ask(COMPARE)
        await expect(page.locator(".figure").first).to_have_text("583宗")
        await expect(page.locator(".examples")).to_have_count(0)
        await reader.picture("chat-compare-wide")
        await reader.ask("那法律援助呢")
        await expect(page.locator("#thread > li").nth(1)).to_contain_text("法律援助")
        await expect(page.locator("#question")).to_have_value("")
        await expect(page.locator("#question")).to_be_focused()
        await page.reload()
        await expect(page.locator("#thread > li")).to_have_count(2)
        await page.go_back()
        await expect(page.locator("#thread > li")).to_have_count(1)
        await page.locator("#again").click()
        await expect(page.locator("#thread > li")).to_have_count(0)
        await expect(page.locator(".examples")).to_be_visible()


async def test_an_example_and_a_choice_ask_at_a_tap(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        await reader.open("/")
        await reader.picture("chat-empty-phone")
        await reader.page.locator(".examples a").first.tap()
        await expect(reader.page.locator(".figure").first).to_have_text("583宗")
        await reader.picture("chat-compare-phone")
        assert await reader.overflow() <= 0


async def test_a_citation_opens_the_clause_and_what_was_understood(browser: Browser, service: Service) -> None:
    for options, name in ((PHONE, "phone"), (WIDE, "wide")):
        async with visit(browser, service, options) as reader:
            page = reader.page
            await reader.open("/")
            await reader.ask(COMPARE)
            await page.locator(".figures .cite a").first.click()
            mark = page.locator("mark:has(:target)")
            await expect(mark.locator("> a")).to_have_text("583宗")
            await expect(mark).to_be_in_viewport()
            await expect(mark.locator(".note")).to_be_visible()
            await expect(mark.locator(".note")).to_contain_text("收到行政复议案件")
            figure, note = await mark.locator("> a").bounding_box(), await mark.locator(".note").bounding_box()
            assert figure
            assert note
            covered = note["x"] < figure["x"] + figure["width"] and note["y"] < figure["y"] + figure["height"]
            assert not covered
            await reader.picture(f"viewer-cited-{name}")
            assert await reader.overflow() <= 0
            await page.keyboard.press("Escape")
            await expect(mark.locator(".note")).to_be_hidden()


async def test_a_citation_that_is_gone_says_so(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        await reader.open("/reports/guangming-2024#guangming-2024-1-000000")
        await expect(reader.page.locator("#moved")).to_contain_text("出处已更新")


async def test_everything_can_be_done_by_keyboard(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page = reader.page
        await reader.open("/")
        await page.keyboard.press("Tab")
        await expect(page.locator(".skip")).to_be_focused()
        await page.locator("#question").focus()
        await page.keyboard.type("/comp")
        await expect(page.locator("#suggestions li")).to_have_count(1)
        await reader.picture("suggestions-wide")
        await page.keyboard.press("ArrowDown")
        await expect(page.locator("#suggestions [aria-selected=true]")).to_contain_text("/compare")
        await page.keyboard.press("Enter")
        await expect(page.locator("#question")).to_have_value("/compare ")
        await page.keyboard.type("xzfy")
        await page.keyboard.press("ArrowDown")
        await expect(page.locator("#suggestions li").first).to_contain_text("行政复议")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await expect(page.locator("#question")).to_have_value("/compare 行政复议 ")
        await page.keyboard.type("光明 廉江 ")
        await expect(page.locator("#suggestions")).to_be_hidden()
        await page.keyboard.press("Enter")
        await expect(page.locator(".figure").first).to_have_text("583宗")
        cite = page.locator(".figures .cite a").first
        for _ in range(40):
            await page.keyboard.press("Shift+Tab")
            if await cite.evaluate("node => node === document.activeElement"):
                break
        await expect(cite).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.locator("mark > a:target")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(page.locator("mark:focus-within .note")).to_be_visible()
        await expect(page.locator(".note:visible")).to_have_count(1)


async def test_the_picture_and_the_workbook_come_with_the_answer(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        page = reader.page
        await reader.open("/")
        await reader.ask(COMPARE)
        await page.locator(".chart summary").tap()
        picture = page.locator(".chart img")
        await expect(picture).to_be_visible()
        await page.wait_for_function("document.querySelector('.chart img').naturalWidth > 0")
        assert "583" in (await picture.get_attribute("alt") or "")
        await picture.scroll_into_view_if_needed()
        await reader.picture("chart-phone")
        async with page.expect_download() as download:
            await page.locator("a[href^='/workbook.xlsx']").tap()
        file = await download.value
        assert file.suggested_filename.endswith("行政复议.xlsx")
        rows = CalamineWorkbook.from_path(str(await file.path())).get_sheet_by_index(0).to_python()
        assert 583.0 in [cell for row in rows for cell in row]


async def test_without_scripts_it_is_the_same_page(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE, java_script_enabled=False) as reader:
        page = reader.page
        await reader.open("/")
        await reader.page.locator("#question").fill("/ask 光明 法律援助")
        await page.locator("#ask button").click()
        await expect(page.locator("#thread > li")).to_have_count(1)
        await reader.page.locator("#question").fill("廉江呢")
        await page.keyboard.press("Enter")
        await expect(page.locator("#thread > li")).to_have_count(2)
        await expect(page.locator("#thread > li").nth(1)).to_contain_text("廉江市")
        await page.locator(".figures .cite a").first.click()
        await expect(page.locator("mark > a:target")).to_be_in_viewport()


async def test_no_page_is_wider_than_a_phone(browser: Browser, service: Service) -> None:
    for scheme in ("light", "dark"):
        async with visit(browser, service, PHONE, color_scheme=scheme) as reader:
            for name, address in (
                ("chat", "/?q=/ask+光明+法律援助&q=/search+法治前哨站&q=/ask+宝安+复议"),
                ("report", "/reports/guangming-2020"),
                ("overview", "/overview"),
                ("topic", "/overview?topic=行政复议"),
                ("interface", "/api"),
            ):
                await reader.open(address)
                assert await reader.overflow() <= 0, address
                await reader.picture(f"{name}-phone-{scheme}")


async def test_a_service_that_is_gone_is_reported_and_the_question_kept(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        await reader.open("/")
        reader.expected = "ERR_INTERNET_DISCONNECTED"
        await reader.page.context.set_offline(True)
        await reader.page.locator("#question").fill("光明")
        await reader.page.keyboard.press("Enter")
        await expect(reader.page.locator("#state")).to_contain_text("没有连上服务")
        await expect(reader.page.locator("#question")).to_have_value("光明")
