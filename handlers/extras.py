"""What can be had beside an answer, by a button under it: a picture, a workbook, the paragraphs that it comes from."""

from __future__ import annotations

import asyncio
import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.model import Answer, Button, Fact, Intent
from bot.replying.chart import chart, panels_of
from bot.replying.workbook import workbook
from handlers.sending import Attachment, Part

CHART, TABLE = "x:chart", "x:table"
"""What the buttons' data says; which answer they belong to is known from the message that they stand under."""

MOST_SOURCES = 3
LONGEST_CAPTION = 500
NOTHING = {CHART: "这个回答里没有可以并排画成图的数字。", TABLE: "这个回答里没有数字，做不成表格。"}


@dataclass(frozen=True, slots=True)
class Source:
    """A paragraph that can be shown: what its button says, and the fact that stands in it."""

    label: str
    fact: str


class Extras:
    """Makes them; `fonts` is the folder of the pictures' font."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts

    async def make(self, data: str, answer: Answer) -> Part:
        """The message that a button asks for, of an answer that offers it."""
        name = name_of(answer)
        if data == CHART and (picture := await chart(answer, self._fonts)):
            return Part(_caption(picture.text), attachment=Attachment(f"{name}.png", picture.png, picture=True))
        content = await asyncio.to_thread(workbook, answer)
        caption = _caption(f"{name}：{len(answer.facts)}个数字，附原文出处")
        return Part(caption, attachment=Attachment(f"{name}.xlsx", content))


def offers(data: str, answer: Answer) -> bool:
    """Whether an answer gives the file that a button asks for."""
    return any(button.data == data for button in files_of(answer))


def files_of(answer: Answer) -> tuple[Button, ...]:
    """The buttons for the files that an answer can be turned into."""
    offered = (Button("图表", CHART),) if panels_of(answer) else ()
    return (*offered, Button("表格", TABLE)) if answer.groups else ()


def sources_of(answer: Answer) -> Sequence[Source]:
    """The paragraphs behind the first figure of each report, where an answer shows figures."""
    if answer.query.intent in (Intent.SOURCE, Intent.SEARCH, Intent.CHECK):
        return ()
    firsts = {fact.report: fact for fact in reversed(answer.facts)}
    reports = list(dict.fromkeys(fact.report for fact in answer.facts))[:MOST_SOURCES]
    return [Source(f"段落：{place_of(firsts[id_], answer)}", firsts[id_].id) for id_ in reports]


def place_of(fact: Fact, answer: Answer) -> str:
    """Which place's report a figure stands in, and of which year: 光明区2024年."""
    report = answer.reports[fact.report]
    names = {region.adcode: region.own for region in answer.query.regions}
    return f"{names.get(report.adcode, report.region)}{report.year}年"


def _caption(text: str) -> str:
    short = text if len(text) <= LONGEST_CAPTION else f"{text[: LONGEST_CAPTION - 1]}…"
    return html.escape(short)


def name_of(answer: Answer) -> str:
    """What an answer is about, fit for a file name: 光明区、廉江市 行政复议."""
    names = {region.adcode: region.own for region in answer.query.regions}
    reports = dict.fromkeys(answer.reports[fact.report] for fact in answer.facts)
    places = dict.fromkeys(names.get(report.adcode, report.region) for report in reports)
    topics = dict.fromkeys(fact.claim.topic for fact in answer.facts)
    return " ".join("、".join(list(group)[:3]) for group in (places, topics))
