"""What people put right where the reader was wrong: `corrections/<report>.toml`.

    [[fix]]                                  # a numeral that the reader found but understood wrongly
    text = "88个"                            # the numeral as the reader marks it
    near = "实现88个“法治前哨站”"              # words around it, where the same text stands more than once
    was = { measure = "社区" }               # what the reader says today ...
    now = { measure = "法治前哨站" }          # ... and what is right
    why = "下辖的是社区，覆盖的是前哨站"        # optional, for the next reader

    [[drop]]                                 # a numeral that should have no line
    text = "一体"

    [[add]]                                  # a numeral that the reader missed
    text = "零败诉"
    near = "行政诉讼案件零败诉"
    now = { value = 0, unit = "件", kind = "count", topic = "行政应诉", measure = "行政诉讼败诉" }

`start` (an offset into the text) may stand instead of `near`. `was` and `now` take the fields of the line format,
`class` and `text` (a longer or shorter span) included. A correction that no longer fits fails loudly: a fix whose text
is gone, whose place is not unique, or whose `was` is not what the reader says any more is a DataError with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.errors import DataError
from bot.model import Bound, Direction, Kind, Mention, MentionClass, Modality
from bot.model.lines import mention_from_line, mention_line
from bot.reading.clauses import clause_spans, trimmed
from bot.words.normalise import align
from bot.words.toml import header_lines, parse_toml

KEYS = {
    "fix": {"text", "near", "start", "was", "now", "why"},
    "drop": {"text", "near", "start", "was", "why"},
    "add": {"text", "near", "start", "now", "why"},
}
NUMBERS = {"value": (int, float), "period": (int,)}
CHOICES: dict[str, type[StrEnum]] = {
    "class": MentionClass,
    "bound": Bound,
    "kind": Kind,
    "direction": Direction,
    "modality": Modality,
}
FIELDS = {*NUMBERS, *CHOICES, "text", "unit", "topic", "measure", "subject", "asof", "quote"}
WORDING = {"measure", "quote"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One table of a corrections file; `line` is where it starts."""

    action: str
    line: int
    text: str
    near: str = ""
    start: int | None = None
    was: Mapping[str, Any] | None = None
    now: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """The mentions of a report as people left them, and the starts of those of which the reader had said a wrong thing.

    Better words for what a figure measures are no wrong thing put right: its number, unit, topic and the like are.
    """

    mentions: tuple[Mention, ...]
    touched: frozenset[int]


def read_corrections(content: str, file: str) -> tuple[Correction, ...]:
    """The corrections in a file's content, in order; raises DataError for what is no correction."""
    found = []
    for action, entries in parse_toml(content, file).items():
        if action not in KEYS or not isinstance(entries, list):
            raise DataError(file, 0, f"多余的内容“{action}”，这里只写 [[fix]]、[[drop]]、[[add]]")
        starts = header_lines(content, action)
        for number, entry in enumerate(entries):
            line = starts[number] if number < len(starts) else 0
            try:
                found.append(_correction(action, line, entry))
            except _Misfit as misfit:
                raise DataError(file, line, str(misfit)) from misfit
    return tuple(sorted(found, key=lambda correction: correction.line))


def correct(
    mentions: Sequence[Mention], text: str, year: int, corrections: Sequence[Correction], file: str
) -> Corrected:
    """The mentions with all corrections applied; raises DataError at the first that does not fit them or the text."""
    current = {mention.start: mention for mention in mentions}
    touched: set[int] = set()
    for correction in corrections:
        try:
            old, new = _change(correction, current, text, year)
            wrong = old is None or old.start in touched or (new is not None and _says_else(old, new))
            if old is not None:
                del current[old.start]
                touched.discard(old.start)
            if new is not None:
                _check_room(new, current)
                current[new.start] = new
                if wrong:
                    touched.add(new.start)
        except _Misfit as misfit:
            raise DataError(file, correction.line, str(misfit)) from misfit
    return Corrected(tuple(current[start] for start in sorted(current)), frozenset(touched))


def _says_else(old: Mention, new: Mention) -> bool:
    """Whether two readings of a numeral differ in more than wording."""
    was, now = mention_line(old), mention_line(new)
    return any(was.get(field) != now.get(field) for field in FIELDS - WORDING)


class _Misfit(Exception):
    """Why a correction cannot be applied."""


def _correction(action: str, line: int, entry: object) -> Correction:
    if not isinstance(entry, dict):
        raise _Misfit(f"应写成 [[{action}]]")
    unknown = [key for key in entry if key not in KEYS[action]]
    if unknown:
        raise _Misfit(f"[[{action}]] 里没有“{unknown[0]}”这一项")
    for key in {"fix": ("text", "now"), "drop": ("text",), "add": ("text", "now")}[action]:
        if not entry.get(key):
            raise _Misfit(f"[[{action}]] 缺少“{key}”")
    for key, kind in (("text", str), ("near", str), ("start", int), ("was", dict), ("now", dict), ("why", str)):
        if key in entry and (not isinstance(entry[key], kind) or isinstance(entry[key], bool)):
            raise _Misfit(f"“{key}”的写法不对")
    was, now = entry.get("was", {}), entry.get("now", {})
    for field, value in (*was.items(), *now.items()):
        _check_field(field, value)
    if action == "fix" and not {"class"} <= was.keys() & now.keys():
        # A numeral that becomes a fact, or none, has the fields of a claim on one side only.
        for field in sorted((was.keys() ^ now.keys()) - {"text"}):
            raise _Misfit(f"was 和 now 要写同样的字段，“{field}”只写了一边")
    return Correction(
        action, line, entry["text"], entry.get("near", ""), entry.get("start"), entry.get("was"), entry.get("now")
    )


def _check_field(field: str, value: object) -> None:
    if field not in FIELDS:
        raise _Misfit(f"没有“{field}”这个字段")
    if not isinstance(value, NUMBERS.get(field, (str,))) or isinstance(value, bool):
        raise _Misfit(f"“{field}”应是{'数字' if field in NUMBERS else '文字'}，现在是 {value!r}")
    if field in CHOICES and value not in list(CHOICES[field]):
        raise _Misfit(f"“{field}”只能是 {'、'.join(CHOICES[field])}，不是“{value}”")


def _change(
    correction: Correction, current: Mapping[int, Mention], text: str, year: int
) -> tuple[Mention | None, Mention | None]:
    """The mention that goes and the one that comes."""
    if correction.action == "add":
        start = _only(_occurrences(correction, text), correction)
        span = {"start": start, "end": start + len(correction.text), "text": correction.text}
        return None, _made(span, correction.now or {}, text, year)
    standing = [
        mention.start
        for start in _occurrences(correction, text)
        if (mention := current.get(start)) is not None and mention.text == correction.text
    ]
    old = current[_only(standing, correction)]
    line = mention_line(old)
    for field, value in (correction.was or {}).items():
        says = line.get(field, "")
        if says != value:
            raise _Misfit(f"“{old.text}”的 {field} 现在读作 {says!r}，不是更正里写的 {value!r}，请看更正是否还需要")
    if correction.action == "drop":
        return old, None
    now = dict(correction.now or {})
    if "text" in now:
        line |= _moved(old, str(now.pop("text")), text)
    new = _made(line, now, text, year)
    if new == old:
        raise _Misfit("更正后与原来一样")
    return old, new


def _occurrences(correction: Correction, text: str) -> list[int]:
    """Where the correction's text stands, within what `start` and `near` allow."""
    starts = [found.start() for found in re.finditer(re.escape(correction.text), text)]
    if correction.start is not None:
        starts = [start for start in starts if start == correction.start]
    if correction.near:
        spans = [found.span() for found in re.finditer(re.escape(correction.near), text)]
        if correction.text in correction.near:
            starts = [
                at for at in starts if any(low <= at and at + len(correction.text) <= high for low, high in spans)
            ]
        else:
            starts = [at for at in starts if correction.near in clause_around(text, at)]
    return starts


def _only(starts: Sequence[int], correction: Correction) -> int:
    if not starts:
        raise _Misfit(f"找不到“{correction.text}”" + (f"（near“{correction.near}”）" if correction.near else ""))
    if len(starts) > 1:
        raise _Misfit(f"“{correction.text}”有 {len(starts)} 处，请用 near 或 start 说明是哪一处")
    return starts[0]


def _moved(old: Mention, wanted: str, text: str) -> dict[str, Any]:
    """The span of a longer or shorter text that shares characters with the old one."""
    low = max(0, old.start - len(wanted))
    starts = [low + found.start() for found in re.finditer(re.escape(wanted), text[low : old.end + len(wanted)])]
    fitting = [start for start in starts if start < old.end and old.start < start + len(wanted)]
    if len(fitting) != 1:
        raise _Misfit(f"“{old.text}”处没有“{wanted}”")
    return {"start": fitting[0], "end": fitting[0] + len(wanted), "text": wanted}


def _made(line: dict[str, Any], now: Mapping[str, Any], text: str, year: int) -> Mention:
    """A mention from the reader's line (or a bare span) and the corrected fields."""
    quote = clause_around(text, line["start"])
    defaults = {"class": "fact", "bound": "eq", "modality": "actual", "period": year, "quote": quote}
    whole = defaults | line | dict(now)
    try:
        mention = mention_from_line(whole)
    except KeyError as error:
        raise _Misfit(f"缺少“{error.args[0]}”") from error
    except (ValueError, TypeError) as error:
        raise _Misfit(f"取值不对（{error}）") from error
    if mention.cls is MentionClass.FACT and mention.claim and mention.claim.quote not in text:
        raise _Misfit(f"引文“{mention.claim.quote}”不在正文里")
    return mention


def _check_room(new: Mention, current: Mapping[int, Mention]) -> None:
    for other in current.values():
        if new.start < other.end and other.start < new.end:
            raise _Misfit(f"“{new.text}”与已有的“{other.text}”重叠")


def clause_around(text: str, start: int) -> str:
    """The clause that holds a position, without outer spaces: what a mention there quotes."""
    low, high = trimmed(text, *clause_spans(align(text)).at(start))
    return text[low:high]
