"""Typing a question in a real Chromium: the combobox of suggestions as the ARIA practices have it."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.web.browser import PHONE, WIDE, Visit, needs_browser, visit
from tests.web.service import Service

OPTIONS = "#suggestions [role=option]:visible"

pytestmark = [pytest.mark.browser, needs_browser]


async def typing(reader: Visit, text: str) -> tuple[Page, Locator, Locator]:
    """The page with this text typed and its suggestions open: page, input, options."""
    await reader.open("/")
    box = reader.page.get_by_role("combobox", name="问题或命令")
    await box.focus()
    await reader.page.keyboard.type(text)
    options = reader.page.locator(OPTIONS)
    await expect(options.first).to_be_visible()
    return reader.page, box, options


async def active(page: Page) -> str:
    """What a screen reader says is chosen: the text of the option that the input points to."""
    chosen: str = await page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent || ''"
    )
    return chosen


async def test_the_input_says_what_is_open_and_chosen(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        await reader.open("/")
        box = reader.page.locator("#question")
        await expect(box).to_have_attribute("aria-expanded", "false")
        page, box, options = await typing(reader, "/")
        await expect(box).to_have_attribute("aria-expanded", "true")
        await expect(page.get_by_role("listbox")).to_have_id(await box.get_attribute("aria-controls") or "")
        assert await active(page) == ""
        number = await options.count()
        assert number > 3
        await page.keyboard.press("ArrowDown")
        assert await active(page) == await options.first.text_content()
        await page.keyboard.press("ArrowUp")
        assert await active(page) == await options.nth(number - 1).text_content()
        await page.keyboard.press("ArrowDown")
        assert await active(page) == await options.first.text_content()
        await expect(page.locator("[aria-selected=true]")).to_have_count(1)
        await expect(box).to_be_focused()


async def test_escape_closes_and_an_arrow_opens_again(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page, box, options = await typing(reader, "光")
        await page.keyboard.press("Escape")
        await expect(options).to_have_count(0)
        await expect(box).to_have_value("光")
        await expect(box).to_have_attribute("aria-expanded", "false")
        await page.keyboard.press("ArrowDown")
        await expect(options.first).to_contain_text("光明")


async def test_tab_takes_what_is_chosen_and_goes_on(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page, box, _ = await typing(reader, "/")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Tab")
        await expect(box).to_have_value("/对比 ")
        await expect(page.locator(OPTIONS)).to_have_count(0)


async def test_enter_asks_when_nothing_is_chosen(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page, _, _ = await typing(reader, "光明法律援")
        await page.keyboard.press("Enter")
        await expect(page.locator(".asked")).to_contain_text("光明法律援")
        await expect(page.locator(".answer")).to_have_count(1)
        await expect(page.locator(OPTIONS)).to_have_count(0)


async def test_a_tap_takes_a_suggestion_and_leaving_closes_the_list(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        page, box, options = await typing(reader, "/对比 行政复")
        await reader.picture("suggestions-phone")
        await options.first.tap()
        await expect(box).to_have_value("/对比 行政复议 ")
        await expect(box).to_be_focused()
        await page.keyboard.type("廉")
        await expect(options.first).to_contain_text("廉江")
        await page.locator("h1").tap()
        await expect(options).to_have_count(0)


async def test_an_input_method_is_left_alone(browser: Browser, service: Service) -> None:
    """Pinyin that is still being turned into characters is the input method's business."""
    async with visit(browser, service, WIDE) as reader:
        await reader.open("/")
        await reader.page.locator("#question").focus()
        keys = await reader.page.context.new_cdp_session(reader.page)
        await keys.send("Input.imeSetComposition", {"text": "guang", "selectionStart": 5, "selectionEnd": 5})
        await reader.page.wait_for_timeout(500)
        await expect(reader.page.locator(OPTIONS)).to_have_count(0)
        await keys.send("Input.insertText", {"text": "光"})
        await expect(reader.page.locator(OPTIONS).first).to_contain_text("光明")


async def test_suggestions_that_do_not_come_are_no_trouble(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page, box, options = await typing(reader, "光")
        reader.expected = "ERR_FAILED"
        await page.route("**/suggest*", lambda route: route.abort())
        await page.keyboard.type("明")
        await expect(options).to_have_count(0)
        await page.unroute("**/suggest*")
        await box.fill("/help")
        await page.keyboard.press("Enter")
        await expect(page.locator(".answer")).to_have_count(1)
