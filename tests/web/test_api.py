"""The interface for programs: the JSON of the contract, follow-ups, pages of facts, and its own description."""

from typing import Any

import pytest

from bot.replying.contract import answer_json
from bot.web.chat import LONGEST
from tests.golden import bundles
from tests.web.service import Service

COMPARE = "/compare 行政复议 光明 廉江"


async def get(service: Service, path: str, status: int = 200, **fields: Any) -> Any:
    response = await service.client.get(path, params=fields)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    return response.json()


async def post(service: Service, status: int = 200, **body: Any) -> Any:
    response = await service.client.post("/api/ask", json=body)
    assert response.status_code == status, response.text
    return response.json()


async def test_an_answer_is_what_the_desk_says(service: Service) -> None:
    answer = await get(service, "/api/ask", q=COMPARE)
    assert answer == answer_json(await service.desk.answer(COMPARE))
    assert {(fact["region"], fact["text"]) for fact in answer["facts"]} >= {
        ("深圳市光明区", "583宗"),
        ("廉江市", "252宗"),
    }
    assert answer == await post(service, text=COMPARE)


async def test_a_question_may_follow_up_on_an_answer(service: Service) -> None:
    first = await post(service, text="/ask 光明 法律援助")
    second = await post(service, text="廉江呢", after=first)
    assert second["understood"]["regions"] == ["廉江市"]
    assert second["understood"]["topics"] == ["法律援助"]
    same = await get(service, "/api/ask", q=["/ask 光明 法律援助", "廉江呢"])
    assert [fact["id"] for fact in same["facts"]] == [fact["id"] for fact in second["facts"]]


async def test_a_home_can_be_given(service: Service) -> None:
    answer = await post(service, text="法律援助", home="廉江市")
    assert answer["understood"]["regions"] == ["廉江市"]
    assert answer == await get(service, "/api/ask", q="法律援助", home="440881")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"text": 5}', 400),
        (b"{}", 400),
        (b'{"text": "/help", "home": []}', 400),
        (b'{"text": "/help", "home": "\xe6\xb2\xa1\xe6\x9c\x89"}', 400),
        (b'{"text": "/help", "after": "x"}', 400),
        (b'{"text": "/help", "after": {"understood": 1}}', 400),
        (b"\xff\xfe", 400),
        (b"[" * 100_000, 400),
        (b'{"text": "' + b"a" * (LONGEST + 1) + b'"}', 413),
        (b" " * (1 << 20) + b"{}", 413),
    ],
)
async def test_a_body_that_does_not_fit_gets_one_sentence(service: Service, body: bytes, status: int) -> None:
    response = await service.client.post("/api/ask", content=body)
    assert response.status_code == status
    assert response.json()["status"] == status
    assert any("\u4e00" <= character <= "\u9fff" for character in response.json()["error"])


async def test_every_fact_comes_once_over_all_pages(service: Service) -> None:
    found: list[str] = []
    after = ""
    while True:
        page = await get(service, "/api/facts", limit=7, after=after)
        found += [fact["id"] for fact in page["facts"]]
        if page["next"] is None:
            break
        assert len(page["facts"]) == 7
        after = page["next"]
    expected = [fact.id for bundle in sorted(bundles(), key=lambda one: one.report.id) for fact in bundle.facts]
    assert found == expected


async def test_a_page_goes_on_where_a_fact_is_gone(service: Service) -> None:
    whole = (await get(service, "/api/facts", limit=500))["facts"]
    report, start, _ = whole[4]["id"].rsplit("-", 2)
    assert (await get(service, "/api/facts", limit=1, after=f"{report}-{start}-000000"))["facts"] == [whole[5]]


async def test_facts_are_narrowed_by_topic_place_and_year(service: Service) -> None:
    found = (await get(service, "/api/facts", topic="行政复议", region="廉江", year=2024))["facts"]
    assert [fact["text"] for fact in found] == ["252宗", "211宗", "121宗"]
    assert (await get(service, "/api/facts", region="广东省", year=2020, limit=1))["facts"][0]["year"] == 2020
    assert (await get(service, "/api/facts", region="北京市"))["facts"] == []
    in_answer = {fact["id"]: fact for fact in (await get(service, "/api/ask", q=COMPARE))["facts"]}
    assert all(in_answer.get(fact["id"], fact) == fact for fact in found)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"limit": 0}, 400),
        ({"limit": 501}, 400),
        ({"limit": "x"}, 400),
        ({"limit": "9" * 5000}, 400),
        ({"limit": "５"}, 400),
        ({"year": "甲"}, 400),
        ({"after": "x"}, 400),
        ({"region": "没有的地方"}, 404),
        ({"topic": "没有的主题"}, 404),
    ],
)
async def test_fields_that_do_not_fit_are_named(service: Service, fields: dict[str, Any], status: int) -> None:
    assert (await get(service, "/api/facts", status, **fields))["error"].endswith("。")


async def test_reports_are_listed_the_newest_first(service: Service) -> None:
    listed = (await get(service, "/api/reports"))["reports"]
    assert [report["year"] for report in listed] == [2024, 2024, 2020]
    assert sum(report["facts"] for report in listed) == sum(len(bundle.facts) for bundle in bundles())
    assert [report["id"] for report in (await get(service, "/api/reports", year=2020))["reports"]] == ["guangming-2020"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NONSENSE"])
async def test_nothing_can_be_changed(service: Service, method: str) -> None:
    allowed = {"/api/ask": {"GET", "HEAD", "POST"}, "/api/facts": {"GET", "HEAD"}, "/": {"GET", "HEAD"}}
    for path, methods in allowed.items():
        response = await service.client.request(method, path)
        assert response.status_code == 405
        assert {name.strip() for name in response.headers["allow"].split(",")} == methods


async def test_a_failure_is_json_for_programs_and_a_page_for_people(service: Service) -> None:
    for accept in ("application/json", "text/html", "nonsense/;q=x", "*/*", ""):
        for path, media in (("/api/nothing", "application/json"), ("/nothing", "text/html; charset=utf-8")):
            response = await service.client.get(path, headers={"Accept": accept})
            assert (response.status_code, response.headers["content-type"]) == (404, media)
    assert (await get(service, "/api/nothing", 404)) == {
        "error": "没有这个页面，请从首页重新开始。",
        "status": 404,
    }


async def test_of_many_questions_in_an_address_the_last_are_answered(service: Service) -> None:
    many = await get(service, "/api/ask", q=["/ask 光明 法律援助"] * 300 + ["/ask 廉江 法律援助"])
    assert many["understood"]["regions"] == ["廉江市"]
    assert (await get(service, "/api/ask", q=["", " "]))["status"] == "help"


async def test_a_question_in_an_address_may_be_too_long(service: Service) -> None:
    failure = await get(service, "/api/ask", 414, q="a" * (LONGEST + 1))
    assert failure["status"] == 414
    assert str(LONGEST) in failure["error"]
