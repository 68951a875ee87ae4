"""The page in a real Chromium: what people do with it, by touch, by keyboard, without scripts, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect
from python_calamine import CalamineWorkbook

from tests.web.browser import PHONE, TABLET, WIDE, needs_browser, visit
from tests.web.generated import library
from tests.web.service import Service, running

COMPARE = "/compare 行政复议 光明 廉江"

SIZES = {"phone": PHONE, "tablet": TABLET, "wide": WIDE}

pytestmark = [pytest.mark.browser, needs_browser]


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
        await expect(page.locator("#suggestions li").first).to_contain_text("行政复议")
        await page.keyboard.press("ArrowDown")
        await expect(page.locator("#suggestions [aria-selected=true]")).to_contain_text("行政复议")
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


@pytest.mark.parametrize(
    ("size", "scheme"),
    [("phone", "light"), ("phone", "dark"), ("tablet", "light"), ("wide", "light"), ("wide", "dark")],
)
async def test_no_page_is_wider_than_its_window(browser: Browser, service: Service, size: str, scheme: str) -> None:
    async with visit(browser, service, {**SIZES[size], "color_scheme": scheme}) as reader:
        for name, address in (
            ("chat", "/?q=/ask+光明+法律援助&q=/search+法治前哨站&q=/ask+宝安+复议"),
            ("report", "/reports/guangming-2020"),
            ("overview", "/overview"),
            ("topic", "/overview?topic=行政复议"),
            ("interface", "/api"),
        ):
            await reader.open(address)
            assert await reader.overflow() <= 0, address
            await reader.picture(f"{name}-{size}-{scheme}")


async def test_an_overview_of_hundreds_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    async with (
        running(tmp_path, library=library(240, 2)) as many,
        visit(browser, many, PHONE) as reader,
    ):
        for name, address in (
            ("overview-many", "/overview"),
            ("overview-province", "/overview?region=河北省"),
            ("topic-many", "/overview?topic=行政复议"),
            ("topic-own-many", "/overview?topic=普法宣传&region=北京市"),
            ("list-many", "/?q=/list"),
        ):
            await reader.open(address)
            for fold in await reader.page.locator("main summary").all():
                await fold.click()
            assert await reader.overflow() <= 0, address
            await reader.picture(f"{name}-phone")
