"""The description of the interface is true: every route, every schema and every failure against real answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.routing import Route

from bot.config import Settings
from bot.web.application import build
from bot.web.chat import LONGEST
from bot.web.openapi import PATHS, description
from bot.words.vocabulary import Vocabulary
from tests.web.service import Service, reader, words

COMPARE = "/compare 行政复议 光明 廉江"
ASKED = (
    COMPARE,
    "/ask 光明 法律援助",
    "/ask 宝安 法律援助",
    "/compare 行政复议 光明 宝安",
    "/search 法治前哨站",
    "/trend 法律援助 光明",
    "/rank 人民调解",
    "/list",
    "/check",
    "/help",
    "",
    "胡言乱语",
)
REAL: dict[str, tuple[dict[str, Any], ...]] = {
    "/api/ask": (*({"q": question} for question in ASKED), {"q": [COMPARE, "法律援助呢"], "home": "光明"}),
    "/api/facts": ({}, {"topic": "行政复议", "region": "光明", "year": 2024}, {"limit": 1}, {"region": "北京市"}),
    "/api/reports": ({}, {"topic": "行政复议"}, {"year": 1999}),
    "/chart.png": ({"q": COMPARE},),
    "/workbook.xlsx": ({"q": COMPARE, "home": "光明"},),
    "/feed.atom": ({}, {"topic": "行政复议", "region": "广东省"}),
    "/": ({}, {"q": COMPARE}),
}
FAILING: dict[str, dict[str, Any]] = {
    "/api/ask": {"q": "a" * (LONGEST + 1)},
    "/api/facts": {"limit": 0},
    "/api/reports": {"region": "没有的地方"},
    "/chart.png": {"q": "/help"},
    "/workbook.xlsx": {},
    "/feed.atom": {"topic": "没有的主题"},
    "/": {"home": "没有的地方"},
}
NOT_FOR_PROGRAMS = {"/suggest", "/overview", "/api", "/telegram/{path:path}"}
"""What the page uses itself, and Telegram's door."""

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def misfits(value: Any, schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where a value does not fit its schema; every keyword must be one that is understood here."""
    known = {"$ref", "type", "enum", "description", "properties", "required", "additionalProperties", "items", "format"}
    assert set(schema) <= known | {"minimum", "maximum", "minItems", "maxLength", "anyOf"}, schema
    if "$ref" in schema:
        schema = description("")["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        if all(list(misfits(value, one, at)) for one in schema["anyOf"]):
            yield f"{at}: {value!r} fits none"
        return
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    types = tuple(one for name in names for one in TYPES[name])
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        yield f"{at}: {value!r} is no {names}"
    elif value not in schema.get("enum", [value]):
        yield f"{at}: {value!r} is none of {schema['enum']}"
    elif isinstance(value, dict) and "properties" in schema:
        if missing := set(schema["required"]) - set(value):
            yield f"{at}: {missing} missing"
        for name, part in value.items():
            if name in schema["properties"]:
                yield from misfits(part, schema["properties"][name], f"{at}/{name}")
            else:
                yield f"{at}/{name}: not described"
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from misfits(item, schema["items"], f"{at}/{number}")


def content_of(path: str, status: str, method: str = "get") -> tuple[str, dict[str, Any]]:
    """Media type and schema that are described for a response."""
    ((media, described),) = PATHS[path][method]["responses"][status]["content"].items()
    return media, described["schema"]


def test_every_route_is_described_and_nothing_else(tmp_path: Any) -> None:
    lexicon, places = words()
    nothing: Any = None
    app = build(Settings(), nothing, nothing, Vocabulary(lexicon, places), reader().outline)
    served = {
        (route.path, method)
        for route in app.routes
        if isinstance(route, Route) and route.path not in NOT_FOR_PROGRAMS
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert served == {(path, method.upper()) for path, methods in PATHS.items() for method in methods}


def test_every_name_in_the_description_leads_somewhere() -> None:
    whole = description("https://fazhi.example.cn")
    assert whole["servers"] == [{"url": "https://fazhi.example.cn"}]
    schemas = whole["components"]["schemas"]

    def refs(node: Any) -> Iterator[str]:
        for key, value in node.items() if isinstance(node, dict) else ():
            if key == "$ref":
                yield value
            yield from refs(value)
        for item in node if isinstance(node, list) else ():
            yield from refs(item)

    assert {ref.removeprefix("#/components/schemas/") for ref in refs(whole)} == set(schemas)
    for path, methods in whole["paths"].items():
        for operation in methods.values():
            assert operation["summary"]
            in_path = {one["name"] for one in operation.get("parameters", ()) if one["in"] == "path"}
            assert in_path == {part[1:-1] for part in path.split("/") if part.startswith("{")}


@pytest.mark.parametrize("path", PATHS)
async def test_real_answers_are_as_described(service: Service, path: str) -> None:
    media, schema = content_of(path, "200")
    for fields in REAL.get(path, ({},)):
        response = await service.client.get(path.replace("{id}", "guangming-2024"), params=fields)
        assert response.status_code == 200, fields
        assert response.headers["content-type"].split(";")[0] == media
        if media == "application/json":
            assert list(misfits(response.json(), schema)) == [], fields


@pytest.mark.parametrize("path", [*FAILING, "/reports/{id}"])
async def test_real_failures_are_as_described(service: Service, path: str) -> None:
    media, schema = content_of(path, "default")
    response = await service.client.get(path.replace("{id}", "nothing"), params=FAILING.get(path))
    assert response.status_code >= 400
    assert response.headers["content-type"].split(";")[0] == media
    if media == "application/json":
        assert list(misfits(response.json(), schema)) == []
        assert response.json()["status"] == response.status_code


async def test_what_is_sent_fits_as_well(service: Service) -> None:
    first = (await service.client.get("/api/ask", params={"q": "/ask 光明 法律援助"})).json()
    operation = PATHS["/api/ask"]["post"]
    asked = operation["requestBody"]["content"]["application/json"]["schema"]
    media, schema = content_of("/api/ask", "200", "post")
    for body in (
        {"text": "/help"},
        {"text": "廉江呢", "after": first},
        {"text": "法律援助", "home": "光明", "after": None},
        {"text": "法律援助", "home": None},
    ):
        assert list(misfits(body, asked)) == []
        response = await service.client.post("/api/ask", json=body)
        assert (response.status_code, response.headers["content-type"]) == (200, media)
        assert list(misfits(response.json(), schema)) == []
    for body in ({}, {"text": 5}, {"text": "/help", "home": []}, {"text": "/help", "after": "x"}):
        assert list(misfits(body, asked)) != []
        assert (await service.client.post("/api/ask", json=body)).status_code == 400


async def test_not_being_ready_is_as_described(service: Service) -> None:
    await service.db.close()
    response = await service.client.get("/readyz")
    assert response.status_code == 503
    assert list(misfits(response.json(), content_of("/readyz", "503")[1])) == []


async def test_the_page_for_people_names_all_that_the_description_does(service: Service) -> None:
    page = (await service.client.get("/api")).text
    for path, methods in PATHS.items():
        assert f" {path}</code>" in page
        for operation in methods.values():
            assert operation["summary"] in page
            assert all(f"<code>{one['name']}</code>" in page for one in operation.get("parameters", ()))
