"""The figures of an answer as tables, with the clauses that they come from as a numbered list of sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.model import Answer, Fact, Group, Modality, Report
from bot.replying.chinese import polish, shortened
from bot.replying.citations import Citations
from bot.replying.links import page_address
from bot.web import words
from bot.web.addresses import fact_address
from bot.web.html import Child, Html, el, join
from bot.web.passages import facts_in

_CLAUSE = 160
_OPEN_SOURCES = 6


@dataclass(slots=True)
class Figures:
    """Lays out one answer. Tables come first: they give out the citation marks that the rest uses."""

    answer: Answer
    _cited: Citations = field(default_factory=Citations, init=False)
    _marks: dict[str, str] = field(default_factory=dict, init=False)

    @property
    def cited(self) -> bool:
        """Whether any figure stands in a table, with a clause among the sources."""
        return bool(self._marks)

    def tables(self) -> Iterator[Html]:
        """A table for each measure that several places or years have, then one for each report's other figures.

        Figures that stand in the answer's passages are linked there.
        """
        linked = {fact for passage in self.answer.passages for fact in facts_in(passage, self.answer.facts)}
        groups = [
            replace(group, facts=tuple(f for f in group.facts if f not in linked)) for group in self.answer.groups
        ]
        shared = [group for group in groups if len({fact.report for fact in group.facts}) > 1]
        rest = [fact for group in groups if group not in shared for fact in group.facts]
        # What was asked for comes first, though each report has it under a name of its own.
        first = [fact for fact in rest if fact in self.answer.led_apart]
        for report in dict.fromkeys(fact.report for fact in first):
            yield self._single(report, [fact for fact in first if fact.report == report], besides=False)
        for group in shared:
            yield self._shared(group)
        rest = [fact for fact in rest if fact not in first]
        for report in dict.fromkeys(fact.report for fact in rest):
            yield self._single(report, [fact for fact in rest if fact.report == report], bool(shared))

    def derived(self) -> Iterator[Child]:
        """Each figure that is computed, with its formula and the citations of what went into it."""
        for figure in self.answer.derived:
            cited = "".join(dict.fromkeys(self._marks.get(source, "") for source in figure.sources))
            yield (polish(figure.text), el("small", f"（{figure.formula}）{cited}", class_="quiet"))

    def sources(self) -> Html:
        """The cited clauses, each with its report, the viewer and the original page."""
        clauses = self._cited.clauses()
        entries = [self._source(mark, facts) for mark, facts in clauses]
        summary = el("summary", f"出处（{len(entries)}条）")
        return el("details", summary, el("ol", entries), class_="sources", open=len(entries) <= _OPEN_SOURCES)

    def _shared(self, group: Group) -> Html:
        rows = []
        for fact in group.facts:
            report = self.answer.reports[fact.report]
            details = [fact.claim.measure if fact.claim.measure != group.title else "", _subject(fact)]
            rows.append(self._row(fact, f"{words.place(self.answer, report)} {report.year}年", details))
        return _table(group.title, rows)

    def _single(self, identity: str, facts: Sequence[Fact], besides: bool) -> Html:
        report = self.answer.reports[identity]
        rows = [self._row(fact, fact.claim.measure, [_subject(fact)]) for fact in facts]
        return _table(f"{words.place(self.answer, report)} {report.year}年{'另有' if besides else ''}", rows)

    def _row(self, fact: Fact, label: str, details: Sequence[str]) -> Html:
        small = polish(" · ".join(detail for detail in (*details, fact.claim.asof) if detail))
        report = self.answer.reports[fact.report]
        mark = self._marks[fact.id] = self._cited.mark(fact)
        about = f"出处{mark}：{polish(fact.claim.measure)}{fact.text}"
        return el(
            "tr",
            el("th", polish(label), el("small", small) if small else None, scope="row"),
            el("td", el("span", fact.text, class_="figure"), " ", tags(fact, report)),
            el("td", el("a", mark, href=fact_address(fact.report, fact.id), aria_label=about), class_="cite"),
        )

    def _source(self, mark: str, facts: Sequence[Fact]) -> Html:
        first = facts[0]
        report = self.answer.reports[first.report]
        quote = polish(shortened(first.claim.quote, [fact.text for fact in facts], _CLAUSE))
        day = words.published(report)
        where = (
            el("a", f"《{report.title}》", href=fact_address(first.report, first.id)),
            f"{day}发布" if day else "",
            words.original(report, page_address(report, first.claim.quote, first.text)),
        )
        doubts = [el("small", f"存疑：{polish(doubt)}") for fact in facts for doubt in fact.oddities]
        small = el("small", join([part for part in where if part], " · "))
        return el("li", el("span", mark), el("div", el("q", quote), small, doubts))


def _subject(fact: Fact) -> str:
    """Whose figure it is, where the measure does not say so itself."""
    return "" if fact.claim.subject in fact.claim.measure else fact.claim.subject


def _table(title: str, rows: Sequence[Html]) -> Html:
    return el("table", el("caption", polish(title)), el("tbody", rows), class_="figures")


def tags(fact: Fact, report: Report) -> Html:
    """What a reader must know of a figure at once: another year, a target, a correction, a doubt."""
    claim = fact.claim
    shown = [f"单位：{fact.unit_elsewhere}"] if fact.unit_elsewhere else []
    shown += [f"{claim.period}年"] if claim.period != report.year else []
    if claim.modality is not Modality.ACTUAL:
        shown.append("目标" if claim.modality is Modality.TARGET else "往期")
    shown += ["已更正"] if fact.corrected else []
    shown += ["存疑"] if fact.oddities else []
    return join([el("span", word, class_="tag") for word in shown], " ")
