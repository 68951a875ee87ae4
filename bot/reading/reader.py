"""The reader: a report's text becomes mentions, every number accounted for and every fact understood.

Stages, each in modules of its own: outline (sections), clauses, mentions (numerals and what they are), segments (whose
words are whose), measures and topics (what is counted), claims (kind, year, cut-off, subject). Here they are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.model import Claim, Kind, Mention, MentionClass, Modality
from bot.reading.claims import compares_again, kind_of, ranks_again, reaches
from bot.reading.cues import CueFinder
from bot.reading.elsewhere import placed_elsewhere
from bot.reading.heads import Heads
from bot.reading.measures.chain import Chain
from bot.reading.measures.local import Local
from bot.reading.measures.segments import locals_of
from bot.reading.measures.wording import Wording
from bot.reading.numbers.glued import parted_from_years, unglued
from bot.reading.numbers.mentions import NumeralFinder
from bot.reading.numbers.pointers import without_pointers
from bot.reading.numbers.quantities import Numeral
from bot.reading.outline import Section, sections
from bot.reading.owners import Owners
from bot.reading.page import Page, Place
from bot.reading.periods import when_of
from bot.reading.rows import in_brackets, names_of_places, rows_of, says_more
from bot.reading.subjects import counted_itself, level_of, subject_of, wider_levels
from bot.reading.tabular.claims import claim_of, in_running_words
from bot.reading.tabular.places import Tables
from bot.reading.vocabulary.lexicon import ReadingLexicon, Times
from bot.reading.zones import topic_of
from bot.words.normalise import align

_YUAN = frozenset(("元人民币", "人民币", ""))
_AMONG_THEM, _OF_THEM = re.compile(r"(?<![^,;。:(\n])当中(?!的)"), "其中"
"""当中 that opens a part of what was counted is 其中, which has as many characters."""
_FOR_THEM, _FOR = (
    re.compile(
        r"(?<![代接顶更交轮互相])[替帮](?=[近约超逾]?\d[\d,.]*[余多]?[名位户家人]"
        "|(?:广大|困难)?(?:企业|群众|农户|农民工|受援人|当事人|职工|老人|老?百姓))"
    ),
    "为",
)
"""替9名受援人挽回损失, 帮农民工讨回工资: done for them."""


class Reader:
    """Reads reports with the words of a lexicon directory; holds no state between reports."""

    def __init__(self, lexicon: ReadingLexicon, places: frozenset[str]) -> None:
        self._lexicon, self._places = lexicon, places - lexicon.phrases.verbs  # 新建 is a place, too
        self._numerals = NumeralFinder(lexicon)
        self._cues = CueFinder(lexicon.topics, lexicon.silent, lexicon.contexts)

    @classmethod
    def load(cls, lexicon_dir: Path) -> Reader:
        """A reader with the TOML files of `lexicon_dir` and the places in the folder beside it. Raises DataError where
        they are missing or malformed."""
        return cls(ReadingLexicon.load(lexicon_dir), names_of_places(lexicon_dir.parent / "places"))

    def mentions(self, text: str, *, year: int, region: str = "") -> tuple[Mention, ...]:
        """Every numeral of the text in order. `year` is the report's, `region` its place (东江市清河区)."""
        aligned = _FOR_THEM.sub(_FOR, _AMONG_THEM.sub(_OF_THEM, align(text)))
        numerals, aligned = self._numerals.find(aligned), without_pointers(unglued(parted_from_years(aligned)))
        page = Page(text, aligned, self._lexicon.times, self._cues, year)
        tables = Tables(aligned, year, self._lexicon, self._places, _names(region), wider_levels(region))
        tables.sort(numerals)
        facts = [numeral for numeral in numerals if numeral.cls is MentionClass.FACT]
        claims = {numeral.start: claim for numeral, claim in self._claims(page, tables, facts, year, region)}
        return tuple(Mention(n.start, n.end, text[n.start : n.end], n.cls, claims.get(n.start)) for n in numerals)

    def numerals(self, text: str) -> list[Numeral]:
        """The numerals of a text, classified, without claims: the first half of the work, for measuring it alone."""
        return self._numerals.find(align(text))

    def outline(self, text: str) -> tuple[Section, ...]:
        """The sections of a text."""
        return sections(parted_from_years(align(text)), self._lexicon.times)

    def _claims(
        self, page: Page, tables: Tables, facts: list[Numeral], year: int, region: str
    ) -> Iterator[tuple[Numeral, Claim]]:
        """The claims of all facts in order, read clause by clause; a sentence has one chain of open words."""
        lexicon, names = self._lexicon, _names(region)
        wording, wider = Wording(lexicon, names, year), wider_levels(region)
        owners = Owners(lexicon.phrases, lexicon.times, frozenset(names), page.text[slice(*page.title)])
        heads = Heads(page.text, lexicon.topics)
        chain, sentence, at = Chain(lexicon, wording, owners), (-1, -1), 0
        rows = rows_of(page.text, self._places)
        while at < len(facts):
            place = page.place(facts[at].start)
            if meaning := tables.meaning(facts[at]):
                yield facts[at], claim_of(page, place, facts[at], meaning, heads, wording)
                at += 1
                continue
            begins = place.sentence != sentence and not page.text.startswith("其中", place.sentence[0])
            if begins and not chain.goes_on(page.text, place.sentence[0], facts[at]):
                chain.begin()
            sentence = place.sentence
            stop = at + 1
            within = tables.at(facts[at].start)
            begin, end = place.clause
            if within:
                begin, end = max(begin, within.cell.start), min(end, within.cell.end)
            while stop < len(facts) and facts[stop].start < end:
                stop += 1
            for local in locals_of(page.text, begin, end, facts[at:stop], self._lexicon):
                chain.enter(page.text, place.clause, local.segment)
                row = in_brackets(page.text, local.numeral.start - 1) if local.bracket else None
                named = row[0] if row else rows.get(local.numeral.number)
                named = named or owners.sister(page.text, local.numeral.number)
                owners.take(named, says_more(page.text, local.left[0]))
                claim = self._claim(page, place, local, chain, heads, year, wider)
                yield local.numeral, in_running_words(claim, within) if within else claim
            at = stop

    def _claim(
        self, page: Page, place: Place, local: Local, chain: Chain, heads: Heads, year: int, wider: re.Pattern[str]
    ) -> Claim:
        lexicon, numeral, times = self._lexicon, local.numeral, self._lexicon.times
        kind, direction = kind_of(page.text, local, times)
        draft = chain.draft(page.text, local, kind)
        again = chain.topic if _goes_on(page.text, local, kind, times) else ""
        topic = chain.topic_of_told(draft) or again or topic_of(page, place, local, chain.owners.actor, chain.topics)
        chain.note_topic(topic)
        when = when_of(page, place, local, year, times)
        actual = when.modality is Modality.ACTUAL
        owners, owner = chain.owners, chain.owners.whose(topic, local.share_of)
        if actual:
            asof = page.cutoffs.governing(place.sentence, place.clause, numeral.start) or owners.cut_off(topic)
        else:
            asof = page.cutoffs.set_out_from(place.clause, numeral.start)
        owners.note(topic, asof)
        if owner and counted_itself(page.text, owner, local):
            owners.let_go()
        level, measure = level_of(page.text, local, wider), chain.finish(draft, heads.topic(topic, place.sentence[1]))
        subject = level or subject_of(page.given, owner, local, lexicon.phrases, measure, wider)
        if not subject:
            subject, measure = placed_elsewhere(measure, self._places, chain.owners.own)
        return Claim(
            value=abs(numeral.value) if kind is Kind.CHANGE else numeral.value,
            unit="元" if kind is Kind.MONEY and numeral.unit in _YUAN else numeral.unit,
            bound=numeral.bound,
            kind=kind,
            direction=direction,
            topic=topic,
            measure=measure,
            subject=subject,
            period=when.period,
            modality=when.modality,
            asof=asof,
            quote=place.quote,
        )


def _goes_on(text: str, local: Local, kind: Kind, times: Times) -> bool:
    """Whether a figure only says more of the one right before."""
    return compares_again(text, local, kind, times) or ranks_again(text, local) or reaches(text, local)


def _names(region: str) -> tuple[str, ...]:
    """The ways a report writes its own place: 东江市清河区, 清河区, 东江市."""
    parts = re.findall(r".+?(?:省|自治区|特别行政区|市|盟|地区|区|街道|[镇乡]|[州县旗](?![市区镇]|街道))", region)
    return tuple(sorted({region, *parts} - {""}, key=len, reverse=True))
