"""The interface for programs, described for people."""

from __future__ import annotations

from collections.abc import Iterable

from bot.web import schemas
from bot.web.html import Child, Html, el
from bot.web.layout import Page
from bot.web.openapi import PATHS
from bot.web.schemas import Schema
from bot.words.commands import BY_NAME

_ASKED = f"?q={BY_NAME['compare'].example}"
_EXAMPLES = {
    "/api/ask": f"/api/ask{_ASKED}",
    "/api/facts": "/api/facts?topic=行政复议&year=2024&limit=10",
    "/api/reports": "/api/reports?region=广东省",
    "/chart.png": f"/chart.png{_ASKED}",
    "/workbook.xlsx": f"/workbook.xlsx{_ASKED}",
    "/feed.atom": "/feed.atom?topic=行政复议",
    "/readyz": "/readyz",
}
_FOLLOW_UP = """curl -s 'http://…/api/ask?q=/ask+光明+法律援助' > 上一次.json
jq '{text: "那廉江呢", after: .}' 上一次.json | curl -s -d @- http://…/api/ask"""
_FAILURES = {
    "400": "参数写得不对",
    "404": "没有这个地址、地方、主题或报告",
    "405": "只能读，别的请求方式不行",
    "413、414": "正文或地址太长",
    "429": "问得太快，过Retry-After那么多秒再来",
    "500": "出了故障，按编号可在日志里查到",
    "503": "正忙或还没准备好",
}


def page() -> Page:
    """The whole page."""
    main: Child = (
        el("h1", "给程序用的接口"),
        el(
            "p",
            "只读，不用登录。回答都带ETag，没有变就回304。机器可读的说明：",
            el("a", "/openapi.json", href="/openapi.json"),
        ),
        [_operation(path, method, one) for path, methods in PATHS.items() for method, one in methods.items()],
        _section("回答里有什么", _fields(schemas.ANSWER)),
        _section("一项数据里有什么", _fields(schemas.FACT)),
        _section("一份报告里有什么", _fields(schemas.REPORT)),
        _section("办不成时", el("p", "JSON里的error是一句原因，status同状态码。"), _listed(_FAILURES.items())),
    )
    return Page("接口", main, "/api", kind="plain")


def _section(title: Child, *content: Child) -> Html:
    return el("section", el("h2", title), content, class_="about-api")


def _operation(path: str, method: str, operation: Schema) -> Html:
    title = el("code", el("span", method.upper(), class_="tag"), f" {path}")
    given = [(one["name"], _given(one)) for one in operation.get("parameters", ())]
    example = _EXAMPLES.get(path) if method == "get" else None
    return _section(
        title,
        el("p", operation["summary"]),
        _listed(given) if given else None,
        el("p", "试试：", el("a", el("code", example), href=example.replace(" ", "+"))) if example else None,
        el("pre", el("code", _FOLLOW_UP), tabindex="0") if method == "post" else None,
    )


def _given(parameter: Schema) -> str:
    return f"必填。{parameter['description']}" if parameter.get("required") else str(parameter["description"])


def _fields(schema: Schema) -> Html:
    return _listed((name, _about(field)) for name, field in schema["properties"].items())


def _about(field: Schema) -> str:
    values = " | ".join(value or '""' for value in field.get("enum", ()))
    return str(field.get("description") or values or field.get("type", ""))


def _listed(entries: Iterable[tuple[str, str]]) -> Html:
    return el("dl", [el("div", el("dt", el("code", term)), el("dd", said)) for term, said in entries])
