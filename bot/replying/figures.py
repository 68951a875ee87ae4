"""The figures of an answer as lines: side by side where places or years share a measure, else below each name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.model import Answer, Derived, Fact, Group, Modality
from bot.replying.citations import Citations
from bot.replying.markup import Line, Part, line

OTHERWISE = "口径不同的"
"""Heads figures that are shown for a measure, but are not of it."""

_MARK = "（推算）"
_GOVERNMENTS = ("人民政府", "政府", "司法局")


@dataclass(frozen=True, slots=True)
class Figures:
    """Lays out one answer; `names` says how each place is called, by code."""

    answer: Answer
    cited: Citations
    names: Mapping[str, str]

    def blocks(self) -> list[list[Line]]:
        """The answer's message, then its figures in blocks that belong together."""
        answer = self.answer
        head = [line(row) for row in answer.message.splitlines()]
        if not answer.groups:
            return [head]
        reports = {fact.report: answer.reports[fact.report] for fact in answer.facts}
        if len({(report.adcode, report.year) for report in reports.values()}) == 1:
            return [head, [self._title(), *self._rows(answer.facts, "")], _derived(answer.derived)]
        dated = len({report.year for report in reports.values()}) > 1
        shared = [group for group in answer.groups if len(group.facts) > 1]
        # Two things that were asked may be answered by one figure: it is shown once.
        lined_up = {fact.id for group in shared for fact in group.facts}
        alone = (group.facts[0] for group in answer.groups if len(group.facts) == 1)
        single = list({fact.id: fact for fact in alone if fact.id not in lined_up}.values())
        if not shared:
            return [head, [self._title()], self._apart(single, dated), _derived(answer.derived)]
        # What was asked for comes first, though each place has it under a name of its own.
        if first := answer.led_apart:
            single = [fact for fact in single if fact not in first]
            blocks = [head, [self._title(), *self._apart(first, dated)]]
            blocks += [self._side_by_side(group, dated) for group in shared]
            return [*blocks, self._besides(single, dated)]
        instead = self._instead(shared[0], single, dated)
        blocks = [head, [self._title(), *self._side_by_side(shared[0], dated), *self._otherwise(instead, dated)]]
        blocks += [self._side_by_side(group, dated) for group in shared[1:]]
        return [*blocks, self._besides([fact for fact in single if fact not in instead], dated)]

    def _title(self) -> Line:
        """光明区、廉江市 · 行政复议（2024年）."""
        facts = self.answer.facts
        reports = [self.answer.reports[fact.report] for fact in facts]
        asked = [region.adcode for region in self.answer.query.regions]
        codes = sorted({r.adcode for r in reports}, key=lambda code: asked.index(code) if code in asked else 0)
        places = "、".join(self.names[code] for code in codes)
        topics = "、".join(dict.fromkeys(fact.claim.topic for fact in facts))
        years = sorted({report.year for report in reports})
        when = "、".join(f"{year}年" for year in years) if len(years) < 3 else f"{years[0]}—{years[-1]}年"
        return line(Part(f"{places} · {topics}（{when}）", bold=True))

    def _side_by_side(self, group: Group, dated: bool) -> list[Line]:
        """One measure across places or years, a line each, and what was worked out from these."""
        held = [fact.report for fact in group.facts]
        found = [line(group.title)]
        for fact in group.facts:
            # Two figures of one report, and what stands for the heading's measure, are told apart by their own words.
            own_words = held.count(fact.report) > 1 or fact.indicator != group.indicator
            found.append(self._aligned(fact, dated, self._label(fact) if own_words else ""))
        own = {fact.id for fact in group.facts}
        return found + _derived([each for each in self.answer.derived if own.issuperset(each.sources)])

    def _otherwise(self, facts: Sequence[Fact], dated: bool) -> list[Line]:
        """Figures that stand in for a measure that their places lack, under their own names."""
        return [line(OTHERWISE), *(self._aligned(fact, dated, self._label(fact)) for fact in facts)] if facts else []

    def _aligned(self, fact: Fact, dated: bool, what: str) -> Line:
        subject = f"（{fact.claim.subject}）" if _subject(fact) else ""
        about = f"· {self._who(fact, dated)}{what}{subject}{_modality(fact)} "
        return line(about, Part(fact.text, bold=True), f"{_remarks(fact)}{self.cited.mark(fact)}")

    def _instead(self, first: Group, single: Sequence[Fact], dated: bool) -> list[Fact]:
        """What places that the first group lacks have of its topic: theirs to see beside it, under its own name."""
        there = {self._who(fact, dated) for fact in first.facts}
        topic = first.facts[0].claim.topic
        own = self._by_name([fact for fact in single if fact.claim.topic == topic], dated)
        return [facts[0] for who, facts in own.items() if who not in there]

    def _apart(self, facts: Sequence[Fact], dated: bool) -> list[Line]:
        """Figures that only one place or year has, gathered under its name."""
        found = []
        for who, own in self._by_name(facts, dated).items():
            found += [line(who), *self._rows(own, "· ")]
        return found

    def _besides(self, facts: Sequence[Fact], dated: bool) -> list[Line]:
        """What only one place or year has beside the figures that all have: a line each, for those who want more."""
        found = []
        for who, own in self._by_name(facts, dated).items():
            parts: list[Part | str] = [f"{who}另有："]
            for fact in own:
                subject = _subject(fact)
                parts += ["；" if fact is not own[0] else "", *self._parts(fact, f"{subject}：" if subject else "")]
            found.append(line(*parts))
        return found

    def _by_name(self, facts: Sequence[Fact], dated: bool) -> dict[str, list[Fact]]:
        held: dict[str, list[Fact]] = {}
        for fact in facts:
            held.setdefault(self._who(fact, dated), []).append(fact)
        return held

    def _rows(self, facts: Sequence[Fact], bullet: str) -> list[Line]:
        """Figures one below the other; those in a row that are somebody's stand below that name."""
        found: list[Line] = []
        for subject, group in groupby(facts, key=_subject):
            own = list(group)
            if len(own) > 1 and subject:
                found += [line(f"{bullet}{subject}："), *(self._row(fact, "　") for fact in own)]
            else:
                found += [self._row(fact, f"{bullet}{subject}：" if subject else bullet) for fact in own]
        return found

    def _row(self, fact: Fact, before: str) -> Line:
        """One figure with what it measures: 收到行政复议案件：583宗①."""
        return line(*self._parts(fact, before))

    def _parts(self, fact: Fact, before: str) -> tuple[str, Part, str]:
        about = f"{before}{self._label(fact)}{_modality(fact)}："
        return about, Part(fact.text, bold=True), f"{_remarks(fact)}{self.cited.mark(fact)}"

    def _who(self, fact: Fact, dated: bool) -> str:
        report = self.answer.reports[fact.report]
        return f"{self.names[report.adcode]}{f'{report.year}年' if dated else ''}"

    def _label(self, fact: Fact) -> str:
        """What a figure measures, without the place and its government that stand above it already."""
        measure = fact.claim.measure
        place = self.names[self.answer.reports[fact.report].adcode]
        if not measure.startswith(place):
            return measure
        rest = measure.removeprefix(place)
        return next((rest.removeprefix(own) for own in _GOVERNMENTS if rest.startswith(own)), rest) or measure


def _subject(fact: Fact) -> str:
    """Whose figure it is, unless its measure says so."""
    return "" if fact.claim.subject in fact.claim.measure else fact.claim.subject


def _modality(fact: Fact) -> str:
    """For which year a target is set, or of which year an earlier figure is."""
    year = f"{fact.claim.period}年"
    return {Modality.TARGET: f"（{year}目标）", Modality.PRIOR: f"（{year}）"}.get(fact.claim.modality, "")


def _remarks(fact: Fact) -> str:
    """What belongs to one figure: its unit where that stands elsewhere, its cut-off, and that it was corrected."""
    said = [f"单位：{fact.unit_elsewhere}"] if fact.unit_elsewhere else []
    said += [fact.claim.asof] if fact.claim.asof else []
    said += ["已更正"] if fact.corrected else []
    return f"（{'，'.join(said)}）" if said else ""


def _derived(derived: Sequence[Derived]) -> list[Line]:
    """What was worked out, in a line for each pair of figures: 相差331宗，光明区约为廉江市的2.31倍（推算：…；…）."""
    found = []
    for _, group in groupby(derived, key=lambda each: set(each.sources)):
        pair = list(group)
        said = "，".join(each.text.removesuffix(_MARK) for each in pair)
        found.append(line(f"{said}（推算：{'；'.join(each.formula for each in pair)}）"))
    return found
