"""Pictures and workbooks of answers."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from bot.web import downloads
from tests.web.service import Service, running

COMPARE = "/compare 行政复议 光明 廉江"


async def test_a_workbook_holds_the_figures_as_numbers(service: Service) -> None:
    response = await service.client.get("/workbook.xlsx", params={"q": COMPARE})
    assert response.status_code == 200
    assert "filename*=UTF-8''" in response.headers["content-disposition"]
    assert response.headers["content-disposition"].isascii()
    rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    values = [cell for row in rows for cell in row]
    assert 583.0 in values
    assert 252.0 in values


async def test_a_picture_is_a_png_that_fits_a_phone(service: Service) -> None:
    response = await service.client.get("/chart.png", params={"q": COMPARE})
    assert response.headers["content-type"] == "image/png"
    with Image.open(io.BytesIO(response.content)) as picture:
        assert picture.format == "PNG"
        assert 600 < picture.width < 2000
    assert (await service.client.head("/chart.png", params={"q": COMPARE})).status_code == 200


async def test_a_follow_up_is_drawn_in_the_light_of_what_came_before(service: Service) -> None:
    alone = await service.client.get("/workbook.xlsx", params={"q": ["/compare 行政复议 光明 廉江", "法律援助"]})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(alone.content)).get_sheet_by_index(0).to_python()
    places = {str(row[0]) for row in rows[1:]}
    assert "廉江市" in places
    assert {str(row[3]) for row in rows[1:]} == {"法律援助"}


@pytest.mark.parametrize("path", ["/chart.png", "/workbook.xlsx"])
async def test_what_has_no_figures_gets_a_sentence(service: Service, path: str) -> None:
    assert (await service.client.get(path, params={"q": "/help"})).status_code == 404
    assert (await service.client.get(path)).status_code == 400


async def test_figures_that_a_search_happens_to_find_are_no_picture(service: Service) -> None:
    question = {"q": "/search 法治文化"}
    assert len((await service.client.get("/api/ask", params=question)).json()["facts"]) > 1
    assert (await service.client.get("/chart.png", params=question)).status_code == 404
    assert "/chart.png" not in (await service.client.get("/", params=question)).text


async def test_a_crowd_is_asked_to_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "MOST_WAITING", 1)
    async with running(tmp_path) as service:
        calls = [service.client.get("/chart.png", params={"q": COMPARE}) for _ in range(4)]
        answers = await asyncio.gather(*calls)
        assert {answer.status_code for answer in answers} == {200, 503}
        assert all(answer.headers.get("retry-after") for answer in answers if answer.status_code == 503)
        assert (await service.client.get("/chart.png", params={"q": COMPARE})).status_code == 200
