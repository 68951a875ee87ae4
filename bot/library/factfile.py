"""`facts/<id>.jsonl`: one line for every numeral of a report, corrections applied; class fact ones become facts.

The files are generated and reviewed like code, so what they say is checked against the report's text line by line
before it is believed: a figure whose clause is no longer there must not be shown.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any

from bot.errors import DataError
from bot.model import Fact, Mention, MentionClass
from bot.model.lines import fact_from_line, fact_line, mention_from_line, mention_line
from bot.reading.facts import fact_id

STALE = "；正文或更正改过后请重新生成事实文件（fazhi facts）"

_NUMBERS = ("start", "end", "value", "period")
_TEXTS = ("text", "class", "unit", "bound", "kind", "topic", "measure", "modality", "quote", "id")
_NEVER_EMPTY = ("text", "topic", "measure", "quote", "id")


def facts_text(mentions: Sequence[Mention], facts: Iterable[Fact]) -> str:
    """The content of a facts file: all mentions in order, those that became facts with what traces them."""
    by_start = {fact.start: fact for fact in facts}
    lines = []
    for mention in mentions:
        fact = by_start.get(mention.start)
        lines.append(fact_line(fact) if fact else mention_line(mention))
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def read_facts(content: str, file: str, report: str, text: str) -> tuple[Fact, ...]:
    """The facts of a file's content, checked against the report's text; raises DataError with the line and reason."""
    facts: list[Fact] = []
    ids: set[str] = set()
    end = 0
    for number, raw in enumerate(content.split("\n"), 1):
        if not raw.strip():
            continue
        try:
            mention, fact = _mention_and_fact(raw, report)
            _check_span(mention, text, end)
            if fact is not None:
                _check_fact(fact, text, ids)
                facts.append(fact)
                ids.add(fact.id)
        except _Wrong as wrong:
            raise DataError(file, number, str(wrong)) from wrong
        end = mention.end
    return tuple(facts)


class _Wrong(Exception):
    """What is wrong with a line."""


def _mention_and_fact(raw: str, report: str) -> tuple[Mention, Fact | None]:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise _Wrong(f"不是合法的 JSON（{error}）") from error
    if not isinstance(line, dict):
        raise _Wrong("每行应是一个 JSON 对象")
    line.setdefault("class", MentionClass.FACT.value)
    _check_types(line)
    try:
        mention = mention_from_line(line)
        return mention, fact_from_line(line, report) if mention.claim else None
    except KeyError as error:
        raise _Wrong(f"缺少“{error.args[0]}”") from error
    except (ValueError, OverflowError) as error:
        raise _Wrong(f"取值不对（{error}）") from error


def _check_types(line: dict[str, Any]) -> None:
    for key in _NUMBERS:
        value = line.get(key, 0)
        whole = key != "value"
        fits = isinstance(value, int) or (isinstance(value, float) and math.isfinite(value) and not whole)
        if not fits or isinstance(value, bool):
            raise _Wrong(f"“{key}”应是{'整数' if whole else '数字'}，现在是 {value!r}")
    for key in _TEXTS:
        value = line.get(key, "-")
        if not isinstance(value, str) or (key in _NEVER_EMPTY and not value.strip()):
            raise _Wrong(f"“{key}”应是文字，现在是 {value!r}")


def _check_span(mention: Mention, text: str, earliest: int) -> None:
    if not 0 <= mention.start < mention.end <= len(text):
        raise _Wrong(f"位置 {mention.start}–{mention.end} 不在正文 0–{len(text)} 之内{STALE}")
    if text[mention.start : mention.end] != mention.text:
        found = text[mention.start : mention.end]
        raise _Wrong(f"正文 {mention.start}–{mention.end} 处是“{found}”，不是“{mention.text}”{STALE}")
    if mention.start < earliest:
        raise _Wrong(f"“{mention.text}”与上一条重叠或没有按位置排序")


def _check_fact(fact: Fact, text: str, ids: set[str]) -> None:
    quote = fact.claim.quote
    at = text.find(quote, max(0, fact.end - len(quote)), fact.start + len(quote))
    if not 0 <= at <= fact.start:
        raise _Wrong(f"引文“{quote[:30]}…”在正文里不包含“{fact.text}”{STALE}")
    if fact.id != fact_id(fact.report, fact.start, quote):
        raise _Wrong(f"编号“{fact.id}”与报告“{fact.report}”、位置 {fact.start} 和引文不符")
    if fact.id in ids:
        raise _Wrong(f"编号“{fact.id}”重复")
