"""The source viewer: a report's text with its outline, every fact marked in its clause with what was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.model import Fact, Modality, Report
from bot.replying.chinese import polish
from bot.replying.links import page_address
from bot.web import words
from bot.web.html import Child, Html, el, join
from bot.web.layout import Page
from bot.web.outline import Branch, Heading, Section, headings, tree
from bot.web.spans import Clause, clauses, lines

_TITLE = 28


@dataclass(frozen=True, slots=True)
class Source:
    """All that the viewer shows of one report, of one state of the data; `sections` are those of its text."""

    report: Report
    text: str
    facts: tuple[Fact, ...]
    sections: Sequence[Section] = ()


def page(source: Source, at: int = -1) -> Page:
    """The page of one report; the line that holds offset `at` gets the anchor `here`."""
    report = source.report
    marks = headings(source.text, source.sections, source.facts)
    main = (
        el("header", el("h1", report.title), _about(source), class_="about"),
        el("p", id="moved", class_="moved", role="status", hidden=True),
        _contents(source, marks),
        el("article", _body(source, marks, at), class_="report", aria_label="报告正文"),
    )
    return Page(report.title, main, kind="viewer", scripts=("viewer.js",))


def _about(source: Source) -> Html:
    report = source.report
    day = words.published(report)
    place = [report.issuer, f"{report.year}年", f"{day}发布" if day else "发布日期不详"]
    how = "点选或移到带底色的数字上，可看怎样理解它。" if source.facts else ""
    return join(
        (
            el("p", " · ".join(place), " · ", words.original(report)),
            el("p", f"标出数据{len(source.facts)}项。{how}", class_="hint"),
            _doubtful([fact for fact in source.facts if fact.oddities]),
        )
    )


def _doubtful(odd: Sequence[Fact]) -> Html | None:
    """The figures that do not add up, each with the way to it."""
    if not odd:
        return None
    links = join([el("a", fact.text, href=f"#{fact.id}") for fact in odd], "、")
    return el("p", f"{len(odd)}项存疑：", links, class_="doubtful")


def _contents(source: Source, marks: Sequence[Heading]) -> Html | None:
    if not marks:
        return None
    entries = _entries(tree(marks, source.facts, len(source.text)))
    return el("nav", el("details", el("summary", "目录"), entries, open=True), class_="contents", aria_label="目录")


def _entries(branches: Sequence[Branch]) -> Html | None:
    if not branches:
        return None
    return el("ol", [el("li", _entry(branch), _entries(branch.below)) for branch in branches])


def _entry(branch: Branch) -> Html:
    number = el("small", f" {branch.facts}项") if branch.facts else None
    return el("a", branch.heading.short(_TITLE), number, href=f"#{branch.heading.anchor}")


def _body(source: Source, marks: Sequence[Heading], at: int) -> Iterator[Html]:
    stretches = clauses(source.text, source.facts)
    for start, end in lines(source.text):
        within = [clause for clause in stretches if start <= clause.start < end]
        opening = [mark for mark in marks if start <= mark.start < end]
        here = el("span", id="here", class_="anchor") if start <= at < end else None
        # A heading that fills its line becomes one for screen readers; one that runs on into its text is set off in it.
        if opening and not within and end <= opening[0].end + 1:
            heading = opening[0]
            yield el(f"h{min(heading.level + 1, 6)}", here, source.text[start:end], id=heading.anchor)
        else:
            children = _Line(source, opening).pieces(start, end, within)
            yield el("p", here, children, class_="here" if here else None)


@dataclass(frozen=True, slots=True)
class _Line:
    """Renders one line: its clauses, their figures, and the headings that text goes on after."""

    source: Source
    headings: Sequence[Heading]

    def pieces(self, start: int, end: int, within: Sequence[Clause]) -> Iterator[Child]:
        at = start
        for clause in within:
            yield self._text(at, clause.start)
            yield el("span", self._clause(clause), class_="clause")
            at = clause.end
        yield self._text(at, end)

    def _clause(self, clause: Clause) -> Iterator[Child]:
        at = clause.start
        for fact in clause.facts:
            yield self._text(at, fact.start)
            yield _mark(fact, self.source.report)
            at = fact.end
        yield self._text(at, clause.end)

    def _text(self, start: int, end: int) -> Iterator[Child]:
        """A stretch without figures; what lies in the lead of a heading is bold, from where it begins with its id."""
        at = start
        for heading in self.headings:
            first, last = max(at, heading.start), min(end, heading.lead)
            if first < last:
                yield self.source.text[at:first]
                yield el("b", self.source.text[first:last], id=heading.anchor if first == heading.start else None)
                at = last
        yield self.source.text[at:end]


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
        ("含义", polish(claim.measure)),
        ("数值", words.value(claim)),
        ("类别", f"{claim.topic} · {words.KINDS[claim.kind]}"),
        ("指标", fact.indicator),
        ("年度", f"{claim.period}年"),
        ("性质", words.MODALITIES[claim.modality]),
        ("主体", polish(claim.subject)),
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
