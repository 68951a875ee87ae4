"""Putting single figures of a proposed report right in words: `12 单位：件`, `“收到案件583宗” 界限：约`, `12 删除`.

A figure is named by its number in the list of the report's figures or by a piece of the text that holds it and no
other. What is wanted becomes a table of the corrections' own format, so it is applied, checked and kept as every other
correction is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.admin.numerals import may_mean
from bot.errors import UserError
from bot.model import Bundle, Fact
from bot.model.lines import claim_fields, plain_number
from bot.reading.numbers.numerals import value_of
from bot.words.toml import quoted

WORDS = {
    "数值": "value",
    "单位": "unit",
    "界限": "bound",
    "类别": "kind",
    "方向": "direction",
    "主题": "topic",
    "指标": "measure",
    "主体": "subject",
    "年度": "period",
    "性质": "modality",
    "截至": "asof",
    "原文": "text",
}
"""What of a figure may be put right, by the word that is typed before the colon."""

CHOICES = {
    "bound": {"准确": "eq", "约": "approx", "超过": "gt", "不足": "lt"},
    "kind": {
        "数量": "count",
        "比率": "rate",
        "倍数": "multiple",
        "金额": "money",
        "时长": "duration",
        "名次": "rank",
        "增减": "change",
    },
    "direction": {"无": "", "上升": "up", "下降": "down"},
    "modality": {"实际": "actual", "目标": "target", "往年": "prior"},
}
"""The values of fields that have only a few, by their words."""

NONE = "无"
"""Empties a field that may be empty."""

DROP = "删除"
EXAMPLE = "12 数值：583"
_EMPTY = {"unit", "subject", "asof"}
_NAMED = re.compile(r"\s*(?:第?(\d{1,4})[条、.．\s]\s*|[“\"]([^”\"]+)[”\"]\s*)(\S.*)")
_FIELD = re.compile(rf"({'|'.join(WORDS)})\s*[:：]\s*(.*\S)")
_SEVERAL = re.compile(rf"[;；，,]\s*(?=(?:{'|'.join(WORDS)})\s*[:：])")


@dataclass(frozen=True, slots=True)
class Change:
    """One figure put right: the correction as TOML, and what it does in words."""

    toml: str
    said: str


def names_figure(line: str) -> bool:
    """Whether a line that an admin typed is about one figure."""
    return _NAMED.fullmatch(line) is not None


def change(line: str, bundle: Bundle, topics: Sequence[str]) -> Change:
    """What a line puts right in a report as it stands. Raises UserError for what is not meant clearly or cannot be."""
    named = _NAMED.fullmatch(line)
    if named is None:
        raise UserError("请先写数据的编号或引号里的原文", EXAMPLE)
    fact = _numbered(int(named[1]), bundle.facts) if named[1] else _quoted(named[2], bundle)
    label = f"{fact.claim.measure} {fact.text}"
    if named[3].strip() == DROP:
        return Change(f"[[drop]]\n{_place(fact)}", f"{label}：删除")
    was: dict[str, Any] = {**claim_fields(fact.claim), "text": fact.text}
    now = _fields(named[3], was, topics)
    text, value = str(now.get("text", fact.text)), float(now.get("value", fact.claim.value))
    if not may_mean(text, value):
        raise UserError(
            f"原文写的是“{text}”，数值不能是 {plain_number(value)}。原文有误时请删除这条，或发来更正后的报告",
            f"{named[1] or EXAMPLE.split()[0]} {DROP}",
        )
    said = "，".join(f"{word} {_say(field, was[field])} → {_say(field, now[field])}" for word, field in _in_words(now))
    before = {field: was[field] for field in now if field != "text"}
    tables = [f"was = {_inline(before)}\n"] if before else []
    return Change(f"[[fix]]\n{_place(fact)}{''.join(tables)}now = {_inline(now)}\n", f"{label}：{said}")


def say(fact: Fact) -> str:
    """A figure in one line, with all that is not plain about it."""
    claim = fact.claim
    remarks = [
        claim.subject,
        _say("bound", claim.bound.value) if claim.bound != "eq" else "",
        _say("modality", claim.modality.value) if claim.modality != "actual" else "",
        claim.asof,
        "已更正" if fact.corrected else "",
    ]
    told = "，".join(remark for remark in remarks if remark)
    return f"{claim.topic} · {claim.measure}：{fact.text}{f'（{told}）' if told else ''}"


def _numbered(number: int, facts: Sequence[Fact]) -> Fact:
    if not 1 <= number <= len(facts):
        raise UserError(f"没有第 {number} 条，这份报告有 {len(facts)} 条数据", "数据 行政复议")
    return facts[number - 1]


def _quoted(quote: str, bundle: Bundle) -> Fact:
    """The one figure within a piece of the text."""
    spans = [(found.start(), found.end()) for found in re.finditer(re.escape(quote), bundle.text)]
    if not spans:
        raise UserError(f"正文里没有“{quote[:30]}”", EXAMPLE)
    inside = [
        (number, fact)
        for number, fact in enumerate(bundle.facts, 1)
        if any(start <= fact.start and fact.end <= end for start, end in spans)
    ]
    if len(inside) == 1:
        return inside[0][1]
    if not inside:
        raise UserError(f"“{quote[:30]}”里没有读出数据", "数据 行政复议")
    which = "；".join(f"{number}. {say(fact)}" for number, fact in inside[:5])
    raise UserError(f"“{quote[:30]}”里有 {len(inside)} 条数据，请写编号：{which}", f"{inside[0][0]} {DROP}")


def _fields(text: str, was: dict[str, Any], topics: Sequence[str]) -> dict[str, Any]:
    """The fields that are to be others than they are."""
    now: dict[str, Any] = {}
    for part in _SEVERAL.split(text.strip()):
        found = _FIELD.fullmatch(part.strip())
        if not found:
            raise UserError(f"请写成“编号 字段：内容”，字段有 {'、'.join(WORDS)}；不要的写“编号 {DROP}”", EXAMPLE)
        field = WORDS[found[1]]
        now[field] = _value(field, found[1], found[2], topics)
    now = {field: value for field, value in now.items() if value != was[field]}
    if not now:
        raise UserError("这条数据本来就是这样", EXAMPLE)
    return now


def _value(field: str, word: str, text: str, topics: Sequence[str]) -> object:
    """What is typed for a field, as the line format has it."""
    if field in CHOICES:
        if text not in CHOICES[field]:
            raise UserError(f"{word}只能写 {'、'.join(CHOICES[field])}", f"12 {word}：{next(iter(CHOICES[field]))}")
        return CHOICES[field][text]
    if field == "topic" and text not in topics:
        raise UserError(f"没有“{text[:20]}”这个主题，可写 {'、'.join(topics)}", "12 主题：行政复议")
    if field in ("value", "period"):
        return _number(word, text.removesuffix("年") if field == "period" else text)
    return "" if text == NONE and field in _EMPTY else text


def _number(word: str, text: str) -> int | float:
    try:
        value = plain_number(value_of(text.removesuffix("%").removesuffix("％")))
    except (ValueError, OverflowError):
        raise UserError(f"{word}请只写数字，单位另写", EXAMPLE) from None
    if word == "年度" and value not in range(1900, 2201):
        raise UserError("年度请写四位数字", "12 年度：2024")
    return value


def _place(fact: Fact) -> str:
    return f"text = {quoted(fact.text)}\nstart = {fact.start}\n"


def _in_words(fields: dict[str, Any]) -> list[tuple[str, str]]:
    return [(word, field) for word, field in WORDS.items() if field in fields]


def _say(field: str, value: object) -> str:
    """A field's value as staff say it."""
    words = {said: word for word, said in CHOICES.get(field, {}).items()}
    return words.get(str(value), str(value) or NONE)


def _inline(fields: dict[str, Any]) -> str:
    """Fields as an inline table of TOML."""
    values = (f"{key} = {value if isinstance(value, int | float) else quoted(value)}" for key, value in fields.items())
    return f"{{ {', '.join(values)} }}"
