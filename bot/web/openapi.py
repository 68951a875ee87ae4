"""The description of the interface for programs (OpenAPI 3.1), and the same for people as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.model import (
    Bound,
    Direction,
    Intent,
    Kind,
    MissingKind,
    Modality,
    Status,
    UrlSeen,
)
from bot.web.chat import LONGEST
from bot.web.html import Html, el
from bot.web.layout import NAME, Page

MOST_FACTS = 500
"""Facts in one page of /api/facts."""

Schema = dict[str, Any]


def _text(description: str = "", **more: Any) -> Schema:
    return {"type": "string"} | ({"description": description} if description else {}) | more


def _one_of(values: type[Any]) -> Schema:
    return {"type": "string", "enum": [member.value for member in values]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


_NUMBER = {"type": "number"}
_WHOLE = {"type": "integer"}

_REPORT = _object(
    {
        "id": _text("报告编号"),
        "title": _text("标题"),
        "issuer": _text("发布单位"),
        "region": _text("地方"),
        "adcode": _text("行政区划代码"),
        "year": _WHOLE,
        "published": _text("发布日期，不详时为空"),
        "url": _text("原文网址，没有时为空"),
        "url_seen": _one_of(UrlSeen),
        "facts": {"type": "integer", "description": "数据项数"},
        "viewer": _text("本站原文页"),
    }
)
_FACT = _object(
    {
        "id": _text("出处编号"),
        "report": _text("报告编号"),
        "region": _text("地方"),
        "adcode": _text("行政区划代码"),
        "year": _WHOLE | {"description": "报告的年度"},
        "period": _WHOLE | {"description": "数字说的是哪一年"},
        "topic": _text("主题"),
        "indicator": _text("指标，归不到任何指标时为空"),
        "measure": _text("数的是什么"),
        "subject": _text("不是本地区本单位时，写明是谁的"),
        "value": _NUMBER | {"description": "换算后的数值，1132.83万元是11328300元"},
        "unit": _text("单位"),
        "bound": _one_of(Bound),
        "kind": _one_of(Kind),
        "direction": _one_of(Direction),
        "modality": _one_of(Modality),
        "asof": _text("截止时间，按原文"),
        "text": _text("原文里的写法"),
        "quote": _text("所在分句，逐字"),
        "start": _WHOLE,
        "end": _WHOLE,
        "section": _text("所在章节"),
        "corrected": {"type": "boolean"},
        "oddities": _list(_text()),
        "issuer": _text("发布单位"),
        "title": _text("报告标题"),
        "published": _text("发布日期"),
        "url": _text("原文网址"),
        "url_seen": _one_of(UrlSeen),
        "viewer": _text("本站原文页，定位到分句"),
    }
)
_UNDERSTOOD = _object(
    {
        "intent": _one_of(Intent),
        "topics": _list(_text()),
        "indicators": _list(_text()),
        "regions": _list(_text()),
        "years": _list(_WHOLE),
        "modality": _one_of(Modality),
    }
)
_DERIVED = _object(
    {
        "text": _text("推算的数字，注明推算"),
        "formula": _text("算式"),
        "value": _NUMBER,
        "low": _NUMBER,
        "high": _NUMBER,
        "from": _list(_text("用到的出处编号")),
    }
)
_ANSWER = _object(
    {
        "status": _one_of(Status),
        "understood": _UNDERSTOOD,
        "facts": _list(_ref("Fact")),
        "derived": _list(_DERIVED),
        "caveats": _list(_text()),
        "missing": _list(_object({"asked": _text(), "kind": _one_of(MissingKind), "why": _text()})),
        "choices": _list(_object({"label": _text(), "ask": _text()})),
        "text": _text("给人看的纯文本"),
        "html": _text("电报用的HTML"),
    }
)
_FACTS = _object(
    {"facts": _list(_ref("Fact")), "next": {"type": ["string", "null"], "description": "下一页的after，没有时为null"}}
)
_ERROR = _object({"error": _text("一句话的原因"), "status": _WHOLE})


def _query(name: str, description: str, required: bool = False, schema: Schema | None = None) -> Schema:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": required,
        "schema": schema or {"type": "string"},
    }


def _responses(description: str, media: str, schema: Schema) -> Schema:
    failure = {"description": "办不成时的原因", "content": {"application/json": {"schema": _ref("Error")}}}
    return {"200": {"description": description, "content": {media: {"schema": schema}}}, "default": failure}


def _get(summary: str, media: str, schema: Schema, *parameters: Schema) -> Schema:
    operation: Schema = {"summary": summary, "responses": _responses(summary, media, schema)}
    return {"get": operation | ({"parameters": list(parameters)} if parameters else {})}


_Q = _query("q", "问题或命令，例如：/compare 行政复议 光明 廉江", required=True, schema=_text(maxLength=LONGEST))
_TOPIC = _query("topic", "主题，例如：行政复议")
_REGION = _query("region", "地方的名称或行政区划代码，含其下辖地方")
_YEAR = _query("year", "报告的年度，例如：2024", schema=_WHOLE)
_HOME = _query("home", "问的人在哪里，例如：光明区")
_JSON = "application/json"
_BINARY: Schema = {"type": "string", "format": "binary"}
_ASK = _object(
    {"text": _text("问题或命令", maxLength=LONGEST), "home": _text("问的人在哪里"), "after": _ref("Answer")},
    ("home", "after"),
)
_POST_ASK: Schema = {
    "summary": "接着上一次的回答再问",
    "requestBody": {"required": True, "content": {_JSON: {"schema": _ASK}}},
    "responses": _responses("回答", _JSON, _ref("Answer")),
}

PATHS: Mapping[str, Schema] = {
    "/api/ask": _get("回答一个问题", _JSON, _ref("Answer"), _Q, _HOME) | {"post": _POST_ASK},
    "/api/facts": _get(
        "逐页取数据",
        _JSON,
        _ref("Facts"),
        _TOPIC,
        _REGION,
        _YEAR,
        _query("after", "上一页最后一项的编号"),
        _query("limit", f"每页项数，最多{MOST_FACTS}", schema=_WHOLE | {"minimum": 1, "maximum": MOST_FACTS}),
    ),
    "/api/reports": _get("有哪些报告", _JSON, _object({"reports": _list(_ref("Report"))}), _TOPIC, _REGION, _YEAR),
    "/chart.png": _get("回答的图表", "image/png", _BINARY, _Q, _HOME),
    "/workbook.xlsx": _get(
        "回答的表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _BINARY, _Q, _HOME
    ),
    "/feed.atom": _get("新报告的订阅", "application/atom+xml", _text(), _TOPIC, _REGION),
    "/healthz": _get("服务是否活着", _JSON, {"type": "object"}),
    "/readyz": _get("服务能否回答", _JSON, {"type": "object"}),
}


def description(server: str) -> Schema:
    """The whole document; `server` is the public address, "" when there is none."""
    schemas = {"Answer": _ANSWER, "Fact": _FACT, "Facts": _FACTS, "Report": _REPORT, "Error": _ERROR}
    return {
        "openapi": "3.1.0",
        "info": {"title": NAME, "version": "1", "description": "只读。每个数字都带出处。"},
        "servers": [{"url": server or "/"}],
        "paths": dict(PATHS),
        "components": {"schemas": schemas},
    }


def page() -> Page:
    """The same for people."""
    main = (
        el("h1", "给程序用的接口"),
        el("p", "只读，不用登录，问得太快会被请去等几秒（429，见Retry-After）。"),
        el("p", "机器可读的说明：", el("a", "/openapi.json", href="/openapi.json")),
        list(_operations()),
        el("h2", "回答里有什么"),
        _fields(_ANSWER),
        el("h2", "一项数据里有什么"),
        _fields(_FACT),
    )
    return Page("接口", main, "/api", kind="plain")


def _operations() -> Iterator[Html]:
    for path, methods in PATHS.items():
        for method, operation in methods.items():
            yield el("h2", el("code", f"{method.upper()} {path}"))
            yield el("p", operation["summary"])
            parameters = operation.get("parameters", ())
            if parameters:
                entries = [(el("dt", el("code", one["name"])), el("dd", one["description"])) for one in parameters]
                yield el("dl", entries)
            if method == "post":
                example = '{"text": "那廉江呢", "home": "光明区", "after": 上一次的回答}'
                yield el("pre", el("code", example), tabindex="0")


def _fields(schema: Schema) -> Html:
    rows = []
    for name, field in schema["properties"].items():
        values = " | ".join(value or '""' for value in field.get("enum", ()))
        rows.append((el("dt", el("code", name)), el("dd", field.get("description") or values or field.get("type", ""))))
    return el("dl", rows)
