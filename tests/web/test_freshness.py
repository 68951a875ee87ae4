"""A client that has the same content already is sent none; a reload makes it new."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.store.loading import load
from tests.golden import entries
from tests.web.service import Service, shelf

ADDRESSES = (
    "/",
    "/?q=/compare+行政复议+光明+廉江",
    "/reports/guangming-2024",
    "/overview",
    "/overview?topic=行政复议",
    "/feed.atom",
    "/feed.atom?topic=行政复议&region=光明",
    "/api",
    "/api/ask?q=/compare+行政复议+光明+廉江",
    "/api/facts?limit=3",
    "/api/reports",
    "/openapi.json",
    "/static/page.css",
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("packing", ["gzip", "identity"])
async def test_what_is_known_is_not_sent_again(service: Service, address: str, packing: str) -> None:
    packed = {"Accept-Encoding": packing}
    first = await service.client.get(address, headers=packed)
    assert first.status_code == 200
    tag = first.headers["etag"]
    again = await service.client.get(address, headers={**packed, "If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert again.headers["cache-control"] == "no-cache"
    assert "content-length" not in again.headers
    assert again.headers["content-security-policy"]
    other = await service.client.get(address, headers={**packed, "If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)
    head = await service.client.head(address, headers={**packed, "If-None-Match": tag})
    assert head.status_code == 304


async def test_star_knows_everything_and_nonsense_nothing(service: Service) -> None:
    for known, status in (("*", 304), ("", 200), ("nonsense", 200), ('W/"', 200), (",,,", 200)):
        assert (await service.client.get("/api/reports", headers={"If-None-Match": known})).status_code == status


async def test_failures_are_sent_each_time(service: Service) -> None:
    for address in ("/nothing", "/api/ask"):
        response = await service.client.get(address, headers={"If-None-Match": "*"})
        assert response.status_code in {400, 404}
        assert "etag" not in response.headers


async def test_a_reload_makes_feed_page_and_facts_new(service: Service) -> None:
    addresses = ("/feed.atom", "/reports/guangming-2024", "/api/facts?region=光明&year=2024", "/overview")
    tags = {address: (await service.client.get(address)).headers["etag"] for address in addresses}
    first, *others = shelf()
    assert first.report.id == "guangming-2024"
    changed = replace(first, facts=first.facts[1:], report=replace(first.report, title="改了标题的报告"))
    await load(service.db, entries([changed, *others]))
    for address, tag in tags.items():
        response = await service.client.get(address, headers={"If-None-Match": tag})
        assert response.status_code == 200, address
        assert response.headers["etag"] != tag
