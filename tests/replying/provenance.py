"""Reading a whole reply back: which place, year and measure each of its figures is said to belong to.

Nothing here uses the program's own idea of what it rendered: a reply's text is all that is read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.model import Bundle, Fact

_MARK = r"(?P<mark>[①-⑳㉑-㊿]|\[\d+\])"
_TITLE = re.compile(r"(?P<places>\S+) · (?P<topics>\S+?)（(?P<years>[\d年、—]+)）")
_ROW = re.compile(rf"(?:· |　)?(?P<what>.+)：(?P<figure>[^：]+?)(?P<remarks>（[^）]*）)?{_MARK}")
_ALIGNED = re.compile(rf"· (?P<who>\S+) (?P<figure>\S.*?)(?P<remarks>（[^）]*）)?{_MARK}")
_BESIDES = re.compile(r"(?P<place>[^\d：]+?)(?:(?P<year>\d{4})年)?另有：(?P<figures>.+)")
_BLOCK = re.compile(r"(?P<place>[^\d：]+?)(?:(?P<year>\d{4})年)?")
_WHO = r"(?P<place>{places})(?:(?P<year>\d{{4}})年)?(?P<more>.*?)(?:（(?P<subject>.*)）)?"
_SOURCE = re.compile(rf"{_MARK} “(?P<quote>.*)”")
_DERIVED = re.compile(r".*（推算：(?P<formula>.*)）")
_DATES = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{4}-\d{2}-\d{2}|\d{1,2}月底?")
_COUNTS = re.compile(r"[等共另列前有]\d+[项地句个处]|先列\d+句|(?<=年)\d+条")
_ASKED = re.compile(r"没有(?:单独的)?“[^”]*”")
_IN_WORDS = {"两": "2", "无": "0"}
_OTHERWISE = "口径不同的"
_DIGITS = re.compile(r"\d[\d,，.]*")


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of a reply: whose, of which report year, what it measures (a measure or an indicator's name)."""

    place: str
    year: int
    what: str
    figure: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reply says: figures, clauses by citation mark, formulas each with the figures of its block or, where it
    stands alone, of the block above, headings that name subjects, all other lines."""

    figures: tuple[Said, ...]
    clauses: Mapping[str, str]
    formulas: tuple[tuple[str, tuple[Said, ...]], ...]
    rest: tuple[str, ...]
    subjects: tuple[str, ...]


def bare(text: str) -> str:
    """A phrase without punctuation and width, to compare what was written with what was rendered."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum() or c in "%.+")


def read(text: str, places: Iterable[str]) -> Read:
    """Read a reply's plain text, in which places go by these names."""
    known = re.compile(_WHO.format(places="|".join(places)))
    figures: list[Said] = []
    clauses: dict[str, str] = {}
    formulas: list[tuple[str, tuple[Said, ...]]] = []
    above = block = 0
    rest: list[str] = []
    subjects: list[str] = []
    place, year, heading = "", 0, ""
    for row in text.splitlines():
        if not row:
            above, block = block, len(figures)
        if match := _SOURCE.fullmatch(row):
            clauses[match["mark"]] = match["quote"]
        elif match := _TITLE.fullmatch(row):
            place, year = match["places"], int(match["years"][:4])
        elif match := _DERIVED.fullmatch(row):
            formulas.append((match["formula"], tuple(figures[block:] or figures[above:])))
        elif match := _BESIDES.fullmatch(row):
            rows = [_ROW.fullmatch(piece) for piece in match["figures"].split("；")]
            whose = match["place"], int(match["year"] or year)
            figures += [Said(*whose, row["what"], row["figure"], row["mark"]) for row in rows if row]
        elif match := _ROW.fullmatch(row):
            figures.append(Said(place, year, match["what"], match["figure"], match["mark"]))
        elif row.endswith("："):
            subjects.append(row.removeprefix("· ").removesuffix("："))
        elif match := _ALIGNED.fullmatch(row):
            figures.append(_aligned(match, known, heading, year))
        elif row != _OTHERWISE:
            if (match := _BLOCK.fullmatch(row)) and row:
                place, year = match["place"], int(match["year"] or year)
            heading = row
            rest.append(row)
    return Read(tuple(figures), clauses, tuple(formulas), tuple(rest), tuple(subjects))


def _aligned(row: re.Match[str], known: re.Pattern[str], heading: str, year: int) -> Said:
    who = known.fullmatch(row["who"])
    assert who, row.group()
    # Brackets hold a subject, or the end of a measure: 民主法治示范村（社区）.
    what = f"{who['more']}{who['subject'] or ''}" if who["more"] else heading.rpartition("·")[2]
    return Said(who["place"], int(who["year"] or year), what, row["figure"], row["mark"])


class Truth:
    """What the annotated reports say, by place and year. `names` are the places' own names by code."""

    def __init__(self, given: Iterable[Bundle], names: Mapping[str, str], titles: Mapping[str, str]) -> None:
        self._known: dict[tuple[str, int, str], list[Fact]] = {}
        self._texts = {bundle.report.id: bare(bundle.text) for bundle in given}
        for bundle in given:
            for fact in bundle.facts:
                where = (names[bundle.report.adcode], bundle.report.year, bare(fact.text))
                self._known.setdefault(where, []).append(fact)
        self._titles = titles
        self._subjects = {bare(fact.claim.subject) for facts in self._known.values() for fact in facts}
        self._names = tuple(names.values())

    def read(self, text: str) -> Read:
        """Read a reply about the places of these reports."""
        return read(text, self._names)

    def wrong(self, text: str) -> list[str]:
        """Everything in a reply that the reports do not say; empty for a reply that can be trusted."""
        said = self.read(text)
        found = [f"not in the reports: {figure}" for figure in said.figures if not self._is_true(figure, said)]
        quotes = [quote for quote in said.clauses.values() if not self._is_verbatim(quote)]
        found += [f"no clause of a report: {quote}" for quote in quotes]
        for formula, beside in said.formulas:
            cited = {number for figure in beside for number in _numbers(figure.figure)} | {"1"}
            found += [f"not cited: {number} in {formula}" for number in _DIGITS.findall(formula) if number not in cited]
        found += [f"a figure out of nowhere: {row}" for row in said.rest if self._has_stray_figure(row, said)]
        found += [f"nobody's name: {name}" for name in said.subjects if bare(name) not in self._subjects]
        return found

    def _is_true(self, said: Said, reply: Read) -> bool:
        """Whether a fact of that place and year has this text and measure, and its clause is the cited one."""
        facts = self._known.get((said.place, said.year, bare(said.figure)), [])
        clause = bare(reply.clauses.get(said.mark, ""))
        return any(self._measures(fact, said.what) and bare(fact.text) in clause for fact in facts)

    def _measures(self, fact: Fact, what: str) -> bool:
        wanted = bare(re.sub(r"（\d{4}年(?:目标)?）$", "", what))
        # A heading names the place, so a measure may leave it out.
        if wanted and bare(fact.claim.measure).endswith(wanted):
            rest = bare(fact.claim.measure).removesuffix(wanted)
            if any(rest in (name, f"{name}政府", f"{name}司法局") for name in self._names):
                return True
        measure, subject = fact.claim.measure, fact.claim.subject
        names = {measure, subject + measure, measure + subject, self._titles.get(fact.indicator, "")}
        return wanted in {bare(name) for name in names}

    def _is_verbatim(self, quote: str) -> bool:
        parts = [bare(part) for part in quote.split("……")]
        return any(all(part in text for part in parts) for text in self._texts.values())

    def _has_stray_figure(self, row: str, said: Read) -> bool:
        if row.startswith(("http://", "https://", "《")):
            return False
        left = _DATES.sub("", _COUNTS.sub("", _ASKED.sub("", row)))
        cited = {bare(figure.figure) for figure in said.figures}
        for figure in sorted(cited, key=len, reverse=True):
            left = bare(left).replace(figure, "")
        return bool(_DIGITS.search(left))


def _numbers(figure: str) -> list[str]:
    """The numbers of a figure in digits; of Chinese ones, those below ten."""
    han = [str(number) for number, sign in enumerate("零一二三四五六七八九") if sign in figure]
    return _DIGITS.findall(figure) + han + [number for sign, number in _IN_WORDS.items() if sign in figure]


def swapped(facts: Iterable[Fact], one: Fact, other: Fact) -> list[Fact]:
    """The facts with the figures of two of them exchanged: what a careless reader or renderer would make of them."""

    def put(fact: Fact, source: Fact) -> Fact:
        claim = replace(fact.claim, value=source.claim.value, unit=source.claim.unit, kind=source.claim.kind)
        return replace(fact, text=source.text, claim=claim)

    return [put(f, other) if f.id == one.id else put(f, one) if f.id == other.id else f for f in facts]
