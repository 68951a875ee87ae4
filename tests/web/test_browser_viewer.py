"""The source viewer in a real Chromium: marks, notes, the outline, and the ways in and out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.async_api import Browser, Locator, expect

from bot.replying.chinese import polish
from bot.replying.links import page_address
from tests.golden import entries
from tests.web.browser import PHONE, TABLET, WIDE, needs_browser, visit
from tests.web.service import Service, running, shelf

COMPARE = "/compare 行政复议 光明 廉江"
DOUBT = "受理与审结相差很大"

pytestmark = [pytest.mark.browser, needs_browser]


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
        await reader.open("/reports/guangming-2024#%E5%85%8")  # cut short by whatever passed it on
        await reader.page.reload()
        await expect(reader.page.locator("#moved")).to_contain_text("出处已更新")


async def boxes_apart(one: Locator, other: Locator) -> bool:
    """Whether two elements cover nothing of each other."""
    a, b = await one.bounding_box(), await other.bounding_box()
    assert a
    assert b
    beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    return beside or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]


async def test_every_figure_shows_what_was_understood_of_it(browser: Browser, service: Service) -> None:
    bundle = shelf()[-1]
    async with visit(browser, service, WIDE) as reader:
        page = reader.page
        await reader.open(f"/reports/{bundle.report.id}")
        marks = page.locator("mark.fact")
        await expect(marks).to_have_count(len(bundle.facts))
        for fact in bundle.facts[::6]:
            mark = page.locator(f"mark:has(> a[id='{fact.id}'])")
            await mark.scroll_into_view_if_needed()
            await mark.locator("> a").hover()
            note = mark.locator(".note")
            await expect(note).to_be_visible()
            await expect(page.locator(".note:visible")).to_have_count(1)
            for words in (fact.claim.measure, f"{fact.claim.period}年", fact.claim.topic, fact.claim.subject):
                await expect(note).to_contain_text(polish(words))
            assert await boxes_apart(mark.locator("> a"), note)
            assert fact.claim.quote in await page.locator(f".clause:has([id='{fact.id}'])").evaluate(
                "node => { const copy = node.cloneNode(true);"
                "copy.querySelectorAll('.note').forEach((one) => one.remove()); return copy.textContent; }"
            )
            await page.mouse.move(0, 0)
            await expect(note).to_be_hidden()


@pytest.mark.parametrize("size", [PHONE, TABLET], ids=["phone", "tablet"])
async def test_a_tap_opens_a_note_and_another_tap_the_next(
    browser: Browser, service: Service, size: dict[str, object]
) -> None:
    async with visit(browser, service, size) as reader:
        page = reader.page
        await reader.open("/reports/guangming-2024")
        for number in (3, 4):
            link = page.locator("mark > a").nth(number)
            # At the lower edge of the window, where the note will come to lie.
            await link.evaluate("node => node.scrollIntoView({ block: 'end' })")
            await link.tap()
            note = page.locator("mark").nth(number).locator(".note")
            await expect(note).to_be_visible()
            await expect(page.locator(".note:visible")).to_have_count(1)
            assert await boxes_apart(link, note)
        assert await reader.overflow() <= 0


async def test_the_outline_jumps_to_a_heading_and_to_an_item(browser: Browser, service: Service) -> None:
    for size, name in ((PHONE, "phone"), (TABLET, "tablet"), (WIDE, "wide")):
        async with visit(browser, service, size) as reader:
            page = reader.page
            await reader.open("/reports/guangming-2020")
            contents = page.locator(".contents")
            if size is not WIDE:
                await expect(contents.locator("ol").first).to_be_hidden()
                await contents.locator("summary").click()
            await reader.picture(f"viewer-outline-{name}")
            for title in ("二、存在问题", "一是社区法律顾问工作机制不断健全"):
                await contents.get_by_role("link", name=title).click()
                target = page.locator(":target")
                await expect(target).to_have_text(title)
                await expect(target).to_be_in_viewport()


async def test_doubts_are_flagged_and_lead_to_the_original(tmp_path: Path, browser: Browser) -> None:
    first, *others = shelf()
    (fact,) = [fact for fact in first.facts if fact.text == "583宗"][:1]
    odd = replace(fact, oddities=(DOUBT,), corrected=True)
    doubted = replace(first, facts=tuple(odd if one is fact else one for one in first.facts))
    async with (
        running(tmp_path, library=entries([doubted, *others])) as service,
        visit(browser, service, WIDE) as reader,
    ):
        page = reader.page
        await reader.open("/reports/guangming-2024")
        await page.locator(".doubtful a").click()
        mark = page.locator("mark.odd")
        await expect(mark).to_have_count(1)
        await expect(mark.locator(".note")).to_contain_text(DOUBT)
        await expect(mark.locator(".note")).to_contain_text("已更正")
        await reader.picture("viewer-doubt-wide")
        address = await mark.locator(".note a").get_attribute("href")
        assert address == page_address(first.report, fact.claim.quote, fact.text)
        base, _, fragment = address.partition("#:~:text=")
        assert base == first.report.url
        assert all(piece in first.text for piece in unquote(fragment).split(","))


async def test_the_viewer_prints_the_report_alone(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        await reader.open("/reports/guangming-2024")
        await reader.page.emulate_media(media="print")
        for part in (".top", ".contents", ".foot"):
            await expect(reader.page.locator(part)).to_be_hidden()
        await expect(reader.page.locator("article")).to_be_visible()
