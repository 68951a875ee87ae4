"""The source viewer: a report's text with its outline, every fact marked in its clause with what was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact, Modality, Report
from bot.replying.links import page_address
from bot.web import words
from bot.web.html import Child, Html, el, join
from bot.web.layout import Page
from bot.web.spans import Clause, Heading, clauses, headings, lines

_TITLE = 28
_HEADING = 60


@dataclass(frozen=True, slots=True)
class Source:
    """All that the viewer shows of one report, of one state of the data."""

    report: Report
    text: str
    facts: tuple[Fact, ...]


def page(source: Source, at: int = -1) -> Page:
    """The page of one report; the line that holds offset `at` gets the anchor `here`."""
    report = source.report
    marks = headings(source.text, source.facts)
    main = (
        el("header", el("h1", report.title), _about(source), class_="about"),
        el("p", id="moved", class_="moved", role="status", hidden=True),
        _contents(marks, source.facts),
        el("article", _body(source, marks, at), class_="report", aria_label="报告正文"),
    )
    return Page(report.title, main, kind="viewer", scripts=("viewer.js",))


def _about(source: Source) -> Html:
    report = source.report
    day = words.published(report)
    place = [report.issuer, f"{report.year}年", f"{day}发布" if day else "发布日期不详"]
    odd = sum(1 for fact in source.facts if fact.oddities)
    counts = f"标出数据{len(source.facts)}项" + (f"，其中{odd}项存疑" if odd else "")
    how = "点选或移到带底色的数字上，可看怎样理解它。"
    return join(
        (el("p", " · ".join(place)), el("p", words.original(report)), el("p", f"{counts}。{how}", class_="hint"))
    )


def _contents(marks: Sequence[Heading], facts: Sequence[Fact]) -> Html | None:
    if not marks:
        return None
    entries = [
        el("li", el("a", _short(mark.title), href=f"#{_anchor(mark)}"), class_=f"level-{min(mark.level, 4)}")
        for mark in marks
    ]
    odd = [fact for fact in facts if fact.oddities]
    doubtful = (
        el("p", "存疑：", join([el("a", fact.text, href=f"#{fact.id}") for fact in odd], "、"), class_="doubtful")
        if odd
        else None
    )
    summary = el("summary", "目录")
    return el(
        "nav", el("details", summary, el("ol", entries), doubtful, open=True), class_="contents", aria_label="目录"
    )


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[:_TITLE]}……"


def _anchor(mark: Heading) -> str:
    return f"s{mark.start}"


def _body(source: Source, marks: Sequence[Heading], at: int) -> Iterator[Html]:
    stretches = clauses(source.text, source.facts)
    for start, end in lines(source.text):
        within = [clause for clause in stretches if start <= clause.start < end]
        opening = [mark for mark in marks if start <= mark.start < end]
        children = _line(source, start, end, within)
        here = "here" if start <= at < end else None
        # A heading that fills its line becomes one for screen readers; one that runs on into its text only an anchor.
        if opening and not within and end - start <= min(_HEADING, len(opening[0].title) + 1):
            yield el(f"h{min(opening[0].level + 1, 5)}", _anchors(opening, here), children)
        else:
            yield el("p", _anchors(opening, here), children, class_=here)


def _anchors(marks: Sequence[Heading], here: str | None) -> Iterator[Html]:
    if here:
        yield el("span", id=here, class_="anchor")
    for mark in marks:
        yield el("span", id=_anchor(mark), class_="anchor")


def _line(source: Source, start: int, end: int, within: Sequence[Clause]) -> Iterator[Child]:
    at = start
    for clause in within:
        yield source.text[at : clause.start]
        yield el("span", _clause(source, clause), class_="clause")
        at = clause.end
    yield source.text[at:end]


def _clause(source: Source, clause: Clause) -> Iterator[Child]:
    at = clause.start
    for fact in clause.facts:
        yield source.text[at : fact.start]
        yield _mark(fact, source.report)
        at = fact.end
    yield source.text[at : clause.end]


def _mark(fact: Fact, report: Report) -> Html:
    note = f"n-{fact.id}"
    classes = ["fact", "odd" if fact.oddities else "", "" if fact.claim.modality is Modality.ACTUAL else "aside"]
    return el(
        "mark",
        # The anchor is the link itself: a browser that jumps to it gives it the focus, which opens the note.
        el("a", fact.text, id=fact.id, href=f"#{fact.id}", aria_describedby=note),
        el("span", _note(fact, report), class_="note", id=note, role="note"),
        class_=" ".join(filter(None, classes)),
    )


def _note(fact: Fact, report: Report) -> Iterator[Html]:
    claim = fact.claim
    rows = (
        ("含义", claim.measure),
        ("数值", words.value(claim)),
        ("类别", f"{claim.topic} · {words.KINDS[claim.kind]}"),
        ("指标", fact.indicator),
        ("年度", f"{claim.period}年"),
        ("性质", words.MODALITIES[claim.modality]),
        ("主体", claim.subject),
        ("截至", claim.asof),
        ("位置", fact.section),
    )
    if fact.corrected:
        yield el("span", "已更正：机器读错后由管理员改正。", class_="row flag")
    for oddity in fact.oddities:
        yield el("span", f"存疑：{oddity}", class_="row flag")
    for label, content in rows:
        if content:
            yield el("span", el("span", label, class_="label"), el("span", content), class_="row")
    yield el("span", words.original(report, page_address(report, claim.quote, fact.text)), class_="row flag")
