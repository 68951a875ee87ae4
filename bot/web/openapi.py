"""The description of the interface for programs (OpenAPI 3.1)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.replying.workbook import MEDIA_TYPE
from bot.web import schemas
from bot.web.chat import LONGEST
from bot.web.errors import wants_json
from bot.web.layout import NAME
from bot.web.schemas import Schema, list_, object_, ref, text

MOST_FACTS = 500
"""Facts in one page of /api/facts."""

_JSON, _HTML, _ATOM = "application/json", "text/html", "application/atom+xml"
_BINARY: Schema = {"type": "string", "format": "binary"}


def _query(name: str, description: str, schema: Schema | None = None, required: bool = False) -> Schema:
    given = {"name": name, "in": "query", "description": description, "schema": schema or text()}
    return given | ({"required": True} if required else {})


_ASKED = list_(text(maxLength=LONGEST)) | {"minItems": 1}
_Q = _query(
    "q", "问题或命令，例如：/compare 行政复议 光明 廉江。可以写几个，后面的接着前面的问，只答最后一个", _ASKED, True
)
_TOPIC = _query("topic", "主题，例如：行政复议")
_REGION = _query("region", "地方的名称或行政区划代码，含其下辖地方")
_YEAR = _query("year", "报告的年度，例如：2024", schemas.WHOLE)
_HOME = _query("home", "问的人在哪里，例如：光明区")
_AFTER = _query("after", "上一页最后一项的编号")
_LIMIT = _query("limit", f"每页项数，最多{MOST_FACTS}", schemas.WHOLE | {"minimum": 1, "maximum": MOST_FACTS})
_ID = {"name": "id", "in": "path", "description": "报告编号", "required": True, "schema": text()}
_ASK = object_(
    {
        "text": text("问题或命令", maxLength=LONGEST),
        "home": {"type": ["string", "null"], "description": "问的人在哪里"},
        "after": {"anyOf": [ref("Answer"), {"type": "null"}], "description": "上一次的回答"},
    },
    ("home", "after"),
)


def _responses(path: str, summary: str, media: str, schema: Schema) -> Schema:
    """What comes back: programs get the reason of a failure as JSON, people as a page."""
    failed = {_JSON: {"schema": ref("Error")}} if wants_json(path) else {_HTML: {"schema": text()}}
    return {
        "200": {"description": summary, "content": {media: {"schema": schema}}},
        "default": {"description": "办不成时的原因", "content": failed},
    }


def _get(path: str, summary: str, media: str, schema: Schema, *parameters: Schema) -> Schema:
    operation: Schema = {"summary": summary, "responses": _responses(path, summary, media, schema)}
    return {path: {"get": operation | ({"parameters": list(parameters)} if parameters else {})}}


def _paths() -> dict[str, Schema]:
    paths = (
        _get("/api/ask", "回答一个问题", _JSON, ref("Answer"), _Q, _HOME)
        | _get("/api/facts", "逐页取数据", _JSON, ref("Facts"), _TOPIC, _REGION, _YEAR, _AFTER, _LIMIT)
        | _get("/api/reports", "有哪些报告", _JSON, ref("Reports"), _TOPIC, _REGION, _YEAR)
        | _get("/chart.png", "回答的图表", "image/png", _BINARY, _Q, _HOME)
        | _get("/workbook.xlsx", "回答的表格", MEDIA_TYPE, _BINARY, _Q, _HOME)
        | _get("/feed.atom", "新报告的订阅", _ATOM, text(), _TOPIC, _REGION)
        | _get("/", "问答网页", _HTML, text(), _Q | {"required": False}, _HOME)
        | _get("/reports/{id}", "报告原文网页，数据都标出", _HTML, text(), _ID)
        | _get("/openapi.json", "这份说明", _JSON, {"type": "object"})
        | _get("/healthz", "服务是否活着", _JSON, schemas.ALIVE)
        | _get("/readyz", "服务能否回答，不能时是503", _JSON, schemas.READY)
        | _get("/metrics", "运行指标，要METRICS_TOKEN", "text/plain", text())
    )
    summary = "接着上一次的回答再问"
    paths["/api/ask"]["post"] = {
        "summary": summary,
        "requestBody": {"required": True, "content": {_JSON: {"schema": _ASK}}},
        "responses": _responses("/api/ask", summary, _JSON, ref("Answer")),
    }
    unavailable = {"description": "还不能回答", "content": {_JSON: {"schema": schemas.READY}}}
    paths["/readyz"]["get"]["responses"]["503"] = unavailable
    return paths


PATHS: Mapping[str, Schema] = _paths()


def description(server: str) -> Schema:
    """The whole document; `server` is the public address, "" when there is none."""
    named = {
        "Answer": schemas.ANSWER,
        "Fact": schemas.FACT,
        "Facts": schemas.FACTS,
        "Report": schemas.REPORT,
        "Reports": schemas.REPORTS,
        "Error": schemas.ERROR,
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": NAME, "version": "1", "description": "只读。每个数字都带出处。"},
        "servers": [{"url": server or "/"}],
        "paths": dict(PATHS),
        "components": {"schemas": named},
    }
