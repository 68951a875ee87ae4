"""What goes wrong around the chat: no network, a server that fails or refuses, hostile text, two windows at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from bot.desk import ChatContext, Desk
from bot.model import Reply
from bot.web.chat import LONGEST
from tests.web.browser import PHONE, WIDE, needs_browser, visit
from tests.web.service import Service, running

COMPARE = "/compare 行政复议 光明 廉江"

pytestmark = [pytest.mark.browser, needs_browser]


class Moody(Desk):
    """A desk that fails on some questions."""

    def __init__(self, other: Desk) -> None:
        self.other = other

    async def answer(self, message: str, chat: ChatContext | None = None) -> Reply:
        if "故障" in message:
            raise RuntimeError("the database is on fire")
        return await self.other.answer(message, chat)


async def test_a_service_that_is_gone_is_reported_and_the_question_kept(browser: Browser, service: Service) -> None:
    async with visit(browser, service, PHONE) as reader:
        page = reader.page
        await reader.open("/")
        await reader.ask("/ask 光明 法律援助")
        reader.expected = "ERR_INTERNET_DISCONNECTED"
        await page.context.set_offline(True)
        await page.locator("#question").fill("廉江呢")
        await page.keyboard.press("Enter")
        await expect(page.locator("#state")).to_contain_text("没有连上服务")
        await reader.picture("chat-offline-phone")
        await expect(page.locator("#question")).to_have_value("廉江呢")
        await expect(page.locator("#thread > li")).to_have_count(1)
        await page.context.set_offline(False)
        await page.locator("#ask button").click()
        await expect(page.locator("#thread > li").nth(1)).to_contain_text("廉江市")
        await expect(page.locator("#state")).to_be_empty()


async def test_a_fault_is_reported_with_its_number_and_the_question_kept(
    browser: Browser, service: Service, tmp_path: Path
) -> None:
    async with (
        running(tmp_path / "moody", desk=Moody(service.desk)) as moody,
        visit(browser, moody, WIDE) as reader,
    ):
        reader.expected = "500"
        await reader.open("/")
        await reader.ask("/ask 光明 法律援助")
        await reader.page.locator("#question").fill("故障")
        await reader.page.keyboard.press("Enter")
        await expect(reader.page.locator("#state")).to_contain_text("编号")
        await expect(reader.page.locator("#question")).to_have_value("故障")
        await expect(reader.page.locator("#thread > li")).to_have_count(1)
        assert "故障" not in reader.page.url
        await reader.ask("廉江呢")


async def test_who_asks_too_fast_is_asked_to_wait(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        reader.expected = "429"
        await reader.open("/")
        body = "<h1>问得太快了，请稍等片刻再试。</h1>"
        headers = {"Content-Type": "text/html; charset=utf-8"}
        await reader.page.route("**/?q=*", lambda route: route.fulfill(status=429, body=body, headers=headers))
        await reader.page.locator("#question").fill(COMPARE)
        await reader.page.keyboard.press("Enter")
        await expect(reader.page.locator("#state")).to_have_text("问得太快了，请稍等片刻再试。")
        await expect(reader.page.locator("#question")).to_have_value(COMPARE)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
async def test_hostile_text_is_text(browser: Browser, service: Service, script: bool) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>'\"&lt;"
    async with visit(browser, service, WIDE, java_script_enabled=script) as reader:
        page = reader.page
        page.on("dialog", lambda dialog: reader.complaints.append(f"dialog: {dialog.message}"))
        await reader.open("/")
        await page.locator("#question").fill(hostile)
        await page.locator("#ask button").click()
        await expect(page.locator(".answer")).to_have_count(1)
        await expect(page.locator(".asked")).to_contain_text(hostile)
        await expect(page.locator("main img")).to_have_count(0)
        await expect(page.locator("#carried input")).to_have_value(hostile)


async def test_nothing_is_asked_by_an_empty_line_and_a_huge_one_is_cut(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page = reader.page
        await reader.open("/")
        for nothing in ("", "   "):
            await page.locator("#question").fill(nothing)
            await page.keyboard.press("Enter")
            await expect(page.locator("#thread > li")).to_have_count(0)
        await page.locator("#question").fill("")
        await page.keyboard.insert_text("复议" * LONGEST)
        assert len(await page.locator("#question").input_value()) == LONGEST
        await page.keyboard.press("Enter")
        await expect(page.locator(".answer")).to_have_count(1)
        assert await reader.overflow() <= 0


async def test_two_windows_do_not_mix(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as one, visit(browser, service, WIDE) as other:
        await one.open("/")
        await other.open("/")
        await one.ask("/ask 光明 法律援助")
        await other.ask("/ask 光明 社区矫正")
        await one.ask("廉江呢")
        await other.ask("廉江呢")
        await expect(one.page.locator("#thread > li").nth(1)).to_contain_text("法律援助")
        await expect(other.page.locator("#thread > li").nth(1)).to_contain_text("社区矫正")
        second = await one.page.context.new_page()
        await second.goto(one.page.url)
        await expect(second.locator("#thread > li")).to_have_count(2)


async def test_back_and_forward_walk_through_the_conversation(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        page, turns = reader.page, reader.page.locator("#thread > li")
        await reader.open("/")
        await reader.ask(COMPARE)
        await reader.ask("那法律援助呢")
        await page.locator(".figures .cite a").first.click()
        await expect(page.locator("mark > a:target")).to_be_in_viewport()
        for number in (2, 1, 0):
            await page.go_back()
            await expect(turns).to_have_count(number)
        await expect(page.locator(".examples")).to_be_visible()
        await page.go_forward()
        await expect(turns).to_have_count(1)
        await expect(page.locator("#carried input")).to_have_count(1)


async def test_nothing_is_kept_in_the_browser(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        await reader.open("/")
        await reader.ask(COMPARE)
        await reader.open("/overview")
        assert await reader.page.context.cookies() == []
        kept = "[localStorage.length, sessionStorage.length, navigator.serviceWorker?.controller ?? null]"
        assert await reader.page.evaluate(kept) == [0, 0, None]
