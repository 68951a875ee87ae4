"""Parts of a year: what a question names (4月, 一季度, 上半年), and what a report or a figure is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.answering.weighing.slots import Slot
from bot.model import Fact, Query, Report

_HAN = "一二三四五六七八九"
_MONTH = f"(?:1[0-2]|0?[1-9]|十[一二]?|[{_HAN}])月"
_PART = (
    rf"(?<![\d几个多]){_MONTH}份?(?![\d{_HAN}十底末初中上下前内以])"
    "|第?[一二三四]季度|前[二三两]季度|[上下]半年"
)
_SPAN = re.compile(_PART)
_TYPED = re.compile(f"年?(?:{_PART})")
"""The same as a message has it behind a year, of which it leaves the word: 2021年4月."""
_RANGE = re.compile(rf"\d{{1,2}}月?[-—~至到]{{1,2}}{_MONTH}")
_WORD = re.compile(rf"年?\d*月份?|年?(?:{_PART})")
"""What is left of such a part when a message is cut into words: 月, 年4月."""
_WHOLE_YEAR = re.compile("全年|整年|一整年|[一这]年到头|全年度")
_OF_PART = re.compile(f"{_PART}|截[至止].{{0,6}}(?:[1-9]|1[01])月|前[一二三四五六七八九十]个月")
_DIGITS = {han: str(at) for at, han in enumerate(f"{_HAN}十", 1)} | {"十一": "11", "十二": "12"}


def spans_in(text: str) -> tuple[str, ...]:
    """The parts of a year that a text names, each in one way: 4月份 and 四月 are 4月, 第一季度 is 一季度."""
    return tuple(dict.fromkeys(_plain(found[0]) for found in _SPAN.finditer(_RANGE.sub("", text))))


def of_span(query: Query, slots: Sequence[Slot]) -> tuple[Query, tuple[Slot, ...]]:
    """A question for a part of a year, and its slots with the reports that are about this part alone.

    Where every place has such a report, the part asks for nothing more; elsewhere a figure must name it, number
    and all: 3月 is not 4月.
    """
    spans = tuple(dict.fromkeys(span for phrase in query.said for span in spans_in(phrase)))
    if not spans or not any(map(_WORD.fullmatch, query.words)):
        return query, tuple(slots)
    own = [
        replace(slot, reports=tuple(r for r in slot.reports if set(spans) & set(spans_in(r.title)))) for slot in slots
    ]
    rest = tuple(word for word in query.words if not _WORD.fullmatch(word))
    told = all(slot.reports for slot in own)
    query = replace(
        query,
        words=rest if told else (*spans, *rest),
        said=tuple(_TYPED.sub("", phrase) for phrase in query.said) if told else query.said,
        unread=tuple(left for stretch in query.unread if (left := _TYPED.sub("", stretch).lstrip("年月"))),
    )
    return query, tuple(own if told else slots)


def span_caveats(query: Query, facts: Sequence[Fact], reports: Sequence[Report]) -> Iterator[str]:
    """What is told of a part of a year where the whole year was asked for, or no part was named."""
    asked = {span for phrase in query.said for span in spans_in(phrase)}
    for report in reports:
        for span in spans_in(report.title):
            if not asked:
                yield f"《{report.title}》说的是{span}，不是全年"
    if not any(map(_WHOLE_YEAR.search, query.said)):
        return
    cut = dict.fromkeys(fact.claim.asof for fact in facts if _OF_PART.search(fact.claim.asof))
    yield from (f"报告没有全年的数，列出的是“{asof}”的" for asof in cut)


def _plain(span: str) -> str:
    bare = span.removesuffix("份").removeprefix("第").removeprefix("0")
    month = bare.removesuffix("月")
    return f"{_DIGITS[month]}月" if month in _DIGITS and bare != month else bare
