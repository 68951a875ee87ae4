"""What holds for every request: headers, host names, rates, sizes, faults of ours, and what only a token opens."""

from __future__ import annotations

import logging
from collections.abc import Awaitable
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.desk import ChatContext, Desk
from bot.model import Reply
from bot.web.application import SECRET_HEADER
from bot.web.bodies import LARGEST
from bot.web.guard import host_is_welcome
from bot.web.limits import DRAWINGS
from tests.web.service import Service, running

PUBLIC = {"public_url": "https://fazhi.example.cn"}
COMPARE = "/?q=/compare+行政复议+光明+廉江"
PAGES = ("/", COMPARE, "/reports/guangming-2024", "/overview", "/overview?topic=法律援助", "/api")
OTHERS = ("/nothing", "/reports/nothing", "/feed.atom", "/healthz", "/api/reports", "/api/ask", "/static/nothing.js")


class Broken(Desk):
    """A desk that fails on every question."""

    def __init__(self) -> None:
        pass

    async def answer(self, message: str, chat: ChatContext | None = None) -> Reply:
        raise RuntimeError("geheim: the database is on fire")


async def test_every_response_carries_the_strict_headers(service: Service) -> None:
    for address in (*PAGES, *OTHERS):
        headers = (await service.client.get(address)).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert not {"set-cookie", "server", "strict-transport-security"} & set(headers)


async def test_no_page_needs_what_the_policy_forbids(service: Service) -> None:
    for address in PAGES:
        page = LexborHTMLParser((await service.client.get(address)).text)
        assert not page.css("style, [style], iframe, object, embed, base")
        sources = [str(node.attributes["src"]) for node in page.css("script, img")]
        sheets = [str(node.attributes["href"]) for node in page.css("link")]
        assert all(source[0] == "/" != source[1] for source in (*sources, *sheets))
        assert not any(script.text() for script in page.css("script"))
        assert not [name for node in page.css("*") for name in node.attributes if name.startswith("on")]


async def test_every_page_has_what_screen_readers_steer_by(service: Service) -> None:
    for address in PAGES:
        page = LexborHTMLParser((await service.client.get(address)).text)
        assert page.css("html[lang=zh-CN]")
        assert len(page.css("main")) == len(page.css("title")) == len(page.css("h1")) == 1
        ids = [str(node.attributes["id"]) for node in page.css("[id]")]
        assert len(ids) == len(set(ids))
        assert all(button.text().strip() for button in page.css("button"))
        fields = page.css("input:not([type=hidden]):not([aria-label]), select")
        assert len(page.css("label input, label select")) == len(fields)
        described = {str(node.attributes["aria-describedby"]) for node in page.css("[aria-describedby]")}
        assert described <= set(ids)


async def test_static_files_are_kept_and_nothing_else_is_reached(service: Service) -> None:
    page = LexborHTMLParser((await service.client.get("/")).text)
    sheet = page.css_first("link[rel=stylesheet]")
    assert sheet
    assert (await service.client.get(str(sheet.attributes["href"]))).headers["content-type"].startswith("text/css")
    for address in (
        "/static/../layout.py",
        "/static/%2e%2e/layout.py",
        "/static//etc/passwd",
        "/reports/..%2f..%2fetc",
    ):
        assert (await service.client.get(address)).status_code == 404


async def test_https_is_demanded_where_the_public_address_has_it(tmp_path: Path) -> None:
    async with running(tmp_path, PUBLIC) as service:
        response = await service.client.get("/healthz")
        assert response.headers["strict-transport-security"] == "max-age=31536000"


async def test_with_a_public_address_other_names_are_turned_away(tmp_path: Path) -> None:
    async with running(tmp_path, PUBLIC) as service:
        for host, status in (("fazhi.example.cn", 200), ("FAZHI.example.cn:443", 200), ("evil.example", 421)):
            response = await service.client.get("/api/reports", headers={"Host": host})
            assert response.status_code == status
            assert "evil" not in response.text


async def test_a_malformed_host_is_refused(service: Service) -> None:
    for host in ("a b", "<script>", "x/../y", "user@host", "host:port", ""):
        assert (await service.client.get("/feed.atom", headers={"Host": host})).status_code == 400


def test_probes_by_ip_address_are_welcome() -> None:
    allowed = frozenset({"fazhi.example.cn"})
    assert host_is_welcome("10.0.0.7:8080", allowed)
    assert host_is_welcome("[::1]:8080", allowed)
    assert not host_is_welcome("fazhi.example.cn.evil.example", allowed)


async def test_long_questions_use_up_what_a_client_may_ask_sooner(service: Service) -> None:
    def long() -> Awaitable[httpx.Response]:
        return service.client.post("/workbook.xlsx", content=b"x" * (LARGEST // 2))

    assert (await long()).status_code == 405
    assert (await long()).status_code == 429
    assert (await service.client.get("/api/reports")).status_code == 200


async def test_a_client_that_asks_too_fast_is_told_when_to_come_back(service: Service) -> None:
    answers = [await service.client.get("/workbook.xlsx?q=/help") for _ in range(DRAWINGS.burst + 2)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert int(refused[0].headers["retry-after"]) >= 1
    assert "太快" in refused[0].text
    assert (await service.client.get("/healthz")).status_code == 200
    assert (await service.client.get("/")).status_code == 200


async def test_a_fault_of_ours_shows_an_id_and_nothing_else(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with running(tmp_path, desk=Broken()) as service:
        with caplog.at_level(logging.ERROR):
            page = await service.client.get("/?q=光明")
            answer = await service.client.get("/api/ask?q=光明")
    assert page.status_code == answer.status_code == 500
    for response in (page, answer):
        assert "geheim" not in response.text
        assert "Traceback" not in response.text
        assert response.headers["content-security-policy"]
        mark = response.text.partition("编号 ")[2][:8]
        assert f"({mark})" in caplog.text
    assert "the database is on fire" in caplog.text
    assert "光明" not in caplog.text


async def test_a_body_that_is_too_long_is_not_read_to_its_end(tmp_path: Path) -> None:
    taken: list[bytes] = []

    async def webhook(body: bytes) -> None:
        taken.append(body)

    hook = {"webhook_url": "https://fazhi.example.cn/telegram/abc", "webhook_secret": "s3cret"}
    async with running(tmp_path, hook, webhook=webhook) as service:
        headers = {SECRET_HEADER: "s3cret"}
        large = await service.client.post("/telegram/abc", content=b"x" * (LARGEST + 1), headers=headers)
        assert large.status_code == 413
        for path, secret, status in (
            ("abc", "s3cret", 200),
            ("abc", "wrong", 403),
            ("abc", "", 403),
            ("x/y", "s3cret", 200),
        ):
            response = await service.client.post(f"/telegram/{path}", content=b"{}", headers={SECRET_HEADER: secret})
            assert response.status_code == status
    assert taken == [b"{}", b"{}"]


async def test_a_webhook_that_could_not_take_an_update_makes_telegram_try_again(tmp_path: Path) -> None:
    async def webhook(body: bytes) -> None:
        raise RuntimeError("the disk is full")

    hook = {"webhook_url": "https://fazhi.example.cn/telegram/abc", "webhook_secret": "s3cret"}
    async with running(tmp_path, hook, webhook=webhook) as service:
        response = await service.client.post("/telegram/abc", content=b"{}", headers={SECRET_HEADER: "s3cret"})
        assert response.status_code == 500


async def test_without_telegram_there_is_no_webhook(service: Service) -> None:
    assert (await service.client.post("/telegram/abc", content=b"{}")).status_code == 404


async def test_ready_means_that_questions_can_be_answered(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    state = {"telegram": "off"}
    async with running(tmp_path, telegram=lambda: state["telegram"]) as service:
        ready = await service.client.get("/readyz")
        assert (ready.status_code, ready.json()) == (
            200,
            {"status": "ok", "database": "ok", "reports": 3, "telegram": "off"},
        )
        state["telegram"] = "没有收到更新"
        assert (await service.client.get("/readyz")).status_code == 503
        state["telegram"] = "ok"
        assert (await service.client.get("/readyz")).status_code == 200
        await service.db.close()
        broken = await service.client.get("/readyz")
        assert (broken.status_code, broken.json()["database"]) == (503, "failed")
        assert "the database cannot be read" in caplog.text
        assert (await service.client.get("/healthz")).status_code == 200


@pytest.mark.parametrize(
    ("settings", "token", "status"),
    [
        ({}, "", 200),
        (PUBLIC, "", 403),
        ({**PUBLIC, "metrics_token": "t0ken"}, "", 401),
        ({**PUBLIC, "metrics_token": "t0ken"}, "Bearer wrong", 401),
        ({**PUBLIC, "metrics_token": "t0ken"}, "Bearer t0ken", 200),
        ({"metrics_token": "t0ken"}, "Basic t0ken", 401),
    ],
)
async def test_metrics_are_for_who_has_the_token(
    tmp_path: Path, settings: dict[str, str], token: str, status: int
) -> None:
    async with running(tmp_path, settings) as service:
        headers = {"Authorization": token} if token else {}
        assert (await service.client.get("/metrics", headers=headers)).status_code == status


async def test_metrics_count_requests_and_never_show_what_was_asked(service: Service) -> None:
    for address in ("/?q=光明秘密", "/reports/guangming-2024", "/reports/nothing", "/x/光明秘密"):
        await service.client.get(address)
    text = (await service.client.get("/metrics")).text
    assert 'fazhi_requests_total{method="GET",route="/reports/{id}",status="200"} 1' in text
    assert 'fazhi_requests_total{method="GET",route="/reports/{id}",status="404"} 1' in text
    assert "fazhi_reports 3" in text
    assert "秘密" not in text
    assert "%E7%A7%98" not in text
