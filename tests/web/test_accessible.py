"""Every page is audited by axe-core in a real Chromium: narrow and wide, light and dark, opened up as readers do."""

from __future__ import annotations

from importlib import resources
from importlib.util import find_spec
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from tests.web.browser import PHONE, WIDE, needs_browser, visit
from tests.web.service import Service, shelf

AXE = "axe_playwright_python"
"""The package that brings axe.min.js with it."""

PAGES = {
    "empty chat": "/",
    "comparison": "/?q=/compare+行政复议+光明+廉江",
    "conversation": "/?home=廉江&q=/ask+光明+法律援助&q=廉江呢&q=/search+法治前哨站&q=/trend+行政复议+光明",
    "missing and choices": "/?q=/compare+行政复议+光明+宝安&q=/ask+光明&q=胡言乱语&q=/help",
    "source": "/reports/guangming-2024",
    "overview": "/overview",
    "overview, nothing found": "/overview?region=火星",
    "topic": "/overview?topic=行政复议",
    "topic with own figures": "/overview?topic=党的建设&region=光明&year=2024",
    "interface": "/api",
    "no such page": "/nothing",
    "bad request": "/overview?year=x",
}
SIGHTS: tuple[dict[str, Any], ...] = tuple(
    {**size, "color_scheme": scheme} for size in (PHONE, WIDE) for scheme in ("light", "dark")
)

pytestmark = [
    pytest.mark.browser,
    needs_browser,
    pytest.mark.skipif(find_spec(AXE) is None, reason=f"axe-core is not installed: pip install {AXE}"),
]


async def violations(page: Page, only: str = "") -> list[str]:
    """What axe-core finds wrong with the page, everything that can be opened being open: rule, impact, where.

    It tries all its rules, or `only` one.
    """
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    await page.evaluate(resources.files(AXE).joinpath("axe.min.js").read_text("utf-8"))
    options = {"resultTypes": ["violations"]} | ({"runOnly": [only]} if only else {})
    found = await page.evaluate("(options) => axe.run(document, options).then((all) => all.violations)", options)
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}: {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: f"{sight['viewport']['width']}-{sight['color_scheme']}")
async def test_axe_finds_nothing_wrong_with_any_page(browser: Browser, service: Service, sight: dict[str, Any]) -> None:
    async with visit(browser, service, sight) as reader:
        reader.expected = "Failed to load resource"
        found = {}
        for name, address in PAGES.items():
            await reader.open(address)
            # Darkness changes colours and nothing else.
            found[name] = await violations(reader.page, "color-contrast" if sight["color_scheme"] == "dark" else "")
        assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_axe_finds_nothing_wrong_with_what_opens(browser: Browser, service: Service) -> None:
    """The list of suggestions, and the note beside a figure."""
    for sight in SIGHTS:
        async with visit(browser, service, sight) as reader:
            await reader.open("/")
            await reader.page.locator("#question").type("/")
            await reader.page.locator("#suggestions li").first.wait_for()
            await reader.page.keyboard.press("ArrowDown")
            assert await violations(reader.page) == []
            fact = shelf()[0].facts[0]
            await reader.open(f"/reports/{fact.report}#{fact.id}")
            await reader.page.locator(".note:visible").wait_for()
            assert await violations(reader.page) == []


async def test_the_audit_finds_what_is_wrong(browser: Browser, service: Service) -> None:
    async with visit(browser, service, WIDE) as reader:
        await reader.open("/api")
        await reader.page.evaluate("document.querySelector('main').innerHTML = '<img src=x><input>'")
        reader.expected = "Failed to load resource"
        assert {line.split(" ")[0] for line in await violations(reader.page)} >= {"image-alt", "label"}
