"""An answer as the page shows it: what was understood, the figures with their citations, remarks, sources, ways on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Answer, Intent, Modality, Status
from bot.replying.chart import panels_of, text_of
from bot.replying.chinese import polish
from bot.replying.compose import lacks_of, listed_reports
from bot.web.addresses import chart_address, question_address, workbook_address
from bot.web.figures import Figures
from bot.web.html import Child, Html, el
from bot.web.passages import passages
from bot.web.words import original

_NAMES = 6
"""Places named one by one in what was understood."""


_EXAMPLE = "例如："
_SAID = {Status.CLARIFY: "您想问的是哪一个？"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One question with its answer; `questions` is the conversation up to and with this question."""

    questions: tuple[str, ...]
    home: str
    answer: Answer

    @property
    def question(self) -> str:
        """What was asked in this turn."""
        return self.questions[-1]


def turn_view(turn: Turn) -> Html:
    """One entry of the thread."""
    asked = el("h2", el("span", "问：", class_="unseen"), turn.question, class_="asked")
    return el("li", asked, el("div", _parts(turn), class_="answer"), data_asked=turn.question)


def _parts(turn: Turn) -> Iterator[Child]:
    answer = turn.answer
    figures = Figures(answer)
    if understood := _understood(answer):
        yield el("p", understood, class_="quiet")
    if said := answer.message or _SAID.get(answer.status, ""):
        yield el("p", _said(turn, polish(said)), class_="said")
    if answer.query.intent is Intent.LIST:
        yield el("p", el("a", "在总览里看全部报告", href="/overview"), class_="more")
    if listed := listed_reports(answer):
        yield el("ul", [el("li", f"《{report.title}》 · ", original(report)) for report in listed], class_="passages")
    yield list(passages(answer))
    yield list(figures.tables())
    if answer.derived:
        yield el("ul", [el("li", content) for content in figures.derived()])
    if answer.missing:
        yield _listing(lacks_of(answer), "absent")
    if answer.caveats:
        yield _listing([f"注意：{caveat}" for caveat in answer.caveats], "remarks")
    if answer.choices:
        yield el("p", [_choice(turn, choice.label, choice.ask) for choice in answer.choices], class_="choices")
    if answer.facts:
        yield _chart(turn) if panels_of(answer) else None
        yield figures.sources() if figures.cited else None
        yield el("p", el("a", "下载表格（xlsx）", href=workbook_address(turn.questions, turn.home)), class_="more")


def _said(turn: Turn, said: str) -> Iterator[Child]:
    """What is said, with each example that ends a line as a link that asks it."""
    for number, line in enumerate(said.split("\n")):
        words, mark, example = line.rpartition(_EXAMPLE)
        yield "\n" if number else None
        yield (words, mark, _choice(turn, example.rstrip("。"), example.rstrip("。"))) if mark else line


def _understood(answer: Answer) -> str:
    """What the question was taken for, where it was taken for anything; notes say what was not literal."""
    query = answer.query
    if answer.status is Status.HELP:
        return ""
    what = [identity.partition("/")[2] for identity in query.indicators]
    parts = (
        _listed([region.own for region in query.regions]),
        "、".join(f"{year}年" for year in query.years),
        "、".join(query.topics),
        "、".join(dict.fromkeys(what)),
        "目标" if query.modality is Modality.TARGET else "",
        "、".join(f"“{word}”" for word in query.words),
    )
    understood = " · ".join(part for part in parts if part)
    said = [f"理解为：{understood}"] if understood else []
    return "；".join([*said, *(polish(note).rstrip("。") for note in query.notes)])


def _listed(names: Sequence[str]) -> str:
    return "、".join(names) if len(names) <= _NAMES else f"{'、'.join(names[:_NAMES])}等{len(names)}个地方"


def _listing(sentences: Sequence[str], class_: str) -> Html:
    return el("ul", [el("li", polish(sentence)) for sentence in sentences], class_=class_)


def _choice(turn: Turn, label: str, ask: str) -> Html:
    return el("a", label, href=question_address((*turn.questions, ask), turn.home), data_ask=ask)


def _chart(turn: Turn) -> Html:
    """The picture, fetched when somebody opens it; its figures stand in the text that goes with it."""
    address = chart_address(turn.questions, turn.home)
    picture = el("img", src=address, alt=text_of(turn.answer), loading="lazy")
    return el("details", el("summary", "图表"), el("a", picture, href=address, title="看大图"), class_="chart")
