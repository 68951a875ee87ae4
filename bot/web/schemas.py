"""What the interface for programs sends and takes, as JSON schemas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.model import Bound, Direction, Intent, Kind, MissingKind, Modality, Status, UrlSeen

Schema = dict[str, Any]


def text(description: str = "", **more: Any) -> Schema:
    """A string."""
    return {"type": "string"} | ({"description": description} if description else {}) | more


def one_of(values: type[Any]) -> Schema:
    """A string that is one of an enumeration's values."""
    return {"type": "string", "enum": [member.value for member in values]}


def list_(items: Schema) -> Schema:
    """An array."""
    return {"type": "array", "items": items}


def object_(properties: Mapping[str, Schema], optional: Sequence[str] = ()) -> Schema:
    """An object with these properties; those not optional are required, and no others are there."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "required": required, "additionalProperties": False}


def ref(name: str) -> Schema:
    """A schema of the document, by name."""
    return {"$ref": f"#/components/schemas/{name}"}


NUMBER = {"type": "number"}
WHOLE = {"type": "integer"}

REPORT = object_(
    {
        "id": text("报告编号"),
        "title": text("标题"),
        "issuer": text("发布单位"),
        "region": text("地方"),
        "adcode": text("行政区划代码"),
        "year": WHOLE | {"description": "报告的年度"},
        "published": text("发布日期，不详时为空"),
        "url": text("原文网址，没有时为空"),
        "url_seen": one_of(UrlSeen),
        "facts": {"type": "integer", "description": "数据项数"},
        "viewer": text("本站原文页"),
    }
)
FACT = object_(
    {
        "id": text("出处编号"),
        "report": text("报告编号"),
        "region": text("地方"),
        "adcode": text("行政区划代码"),
        "year": WHOLE | {"description": "报告的年度"},
        "period": WHOLE | {"description": "数字说的是哪一年"},
        "topic": text("主题"),
        "indicator": text("指标，归不到任何指标时为空"),
        "measure": text("数的是什么"),
        "subject": text("不是本地区本单位时，写明是谁的"),
        "value": NUMBER | {"description": "换算后的数值，1132.83万元是11328300元"},
        "unit": text("单位"),
        "bound": one_of(Bound),
        "kind": one_of(Kind),
        "direction": one_of(Direction),
        "modality": one_of(Modality),
        "asof": text("截止时间，按原文"),
        "text": text("原文里的写法"),
        "quote": text("所在分句，逐字"),
        "start": WHOLE | {"description": "在原文里从第几个字起，从0数"},
        "end": WHOLE | {"description": "到第几个字止，不含"},
        "section": text("所在章节"),
        "corrected": {"type": "boolean", "description": "机器读错后是否由人改过"},
        "oddities": list_(text()) | {"description": "存疑之处"},
        "issuer": text("发布单位"),
        "title": text("报告标题"),
        "published": text("发布日期"),
        "url": text("原文网址"),
        "url_seen": one_of(UrlSeen),
        "viewer": text("本站原文页，定位到分句"),
    }
)
UNDERSTOOD = object_(
    {
        "intent": one_of(Intent),
        "topics": list_(text()),
        "indicators": list_(text()),
        "regions": list_(text()),
        "years": list_(WHOLE),
        "modality": one_of(Modality),
    }
)
DERIVED = object_(
    {
        "text": text("推算的数字，注明推算"),
        "formula": text("算式"),
        "value": NUMBER,
        "low": NUMBER,
        "high": NUMBER,
        "from": list_(text("用到的出处编号")),
    }
)
ANSWER = object_(
    {
        "status": one_of(Status),
        "understood": UNDERSTOOD | {"description": "问题被理解成什么"},
        "facts": list_(ref("Fact")) | {"description": "用到的数据，按显示的顺序"},
        "derived": list_(DERIVED) | {"description": "推算出来的数字"},
        "caveats": list_(text()) | {"description": "比较时要注意的"},
        "missing": list_(object_({"asked": text(), "kind": one_of(MissingKind), "why": text()}))
        | {"description": "问到而没有的"},
        "choices": list_(object_({"label": text(), "ask": text()})) | {"description": "可以接着问的"},
        "text": text("给人看的纯文本"),
        "html": text("Telegram消息用的HTML"),
    }
)
FACTS = object_(
    {"facts": list_(ref("Fact")), "next": {"type": ["string", "null"], "description": "下一页的after，没有时为null"}}
)
ERROR = object_({"error": text("一句话的原因"), "status": WHOLE})
REPORTS = object_({"reports": list_(ref("Report"))})
ALIVE = object_({"status": {"type": "string", "enum": ["ok"]}})
READY = object_(
    {
        "status": {"type": "string", "enum": ["ok", "unavailable"]},
        "database": {"type": "string", "enum": ["ok", "failed"]},
        "reports": WHOLE,
        "telegram": text("没有启用时是off，正常时是ok，不然是一句原因"),
    }
)
