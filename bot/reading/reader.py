"""The reader: a report's text becomes mentions, every number accounted for and every fact understood.

Stages, each in a module of its own: outline (sections), clauses, mentions (numerals and what they are), segments (whose
words are whose), measures and topics (what is counted), claims (kind, year, cut-off, subject). Here they are joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.model import Claim, Kind, Mention, MentionClass, Modality
from bot.reading.actors import Actor
from bot.reading.claims import asof_of, kind_of, subject_of, when_of
from bot.reading.clauses import Spans, clause_spans, sentence_spans, trimmed
from bot.reading.lexicon import ReadingLexicon
from bot.reading.measures import Chain
from bot.reading.mentions import Numeral, NumeralFinder
from bot.reading.outline import Section, section_at, sections
from bot.reading.segments import Local, Span, locals_of
from bot.reading.topics import CueFinder, TopicVotes, Zone
from bot.words.normalise import align

DEFAULT_TOPIC = "依法治理统筹"


@dataclass(frozen=True, slots=True)
class _Page:
    """A text prepared for reading: aligned, cut, and its topic cues found."""

    given: str
    text: str
    outline: tuple[Section, ...]
    clauses: Spans
    sentences: Spans
    votes: TopicVotes


class Reader:
    """Reads reports with the words of a lexicon directory; holds no state between reports."""

    def __init__(self, lexicon: ReadingLexicon) -> None:
        self._lexicon = lexicon
        self._numerals = NumeralFinder(lexicon)
        self._cues = CueFinder(lexicon.topics)

    @classmethod
    def load(cls, lexicon_dir: Path) -> Reader:
        """A reader with the TOML files of `lexicon_dir`. Raises DataError where they are missing or malformed."""
        return cls(ReadingLexicon.load(lexicon_dir))

    def mentions(self, text: str, *, year: int, region: str = "") -> tuple[Mention, ...]:
        """Every numeral of the text in order. `year` is the report's, `region` its place (深圳市光明区)."""
        aligned = align(text)
        numerals = self._numerals.find(aligned)
        page = _Page(
            text,
            aligned,
            sections(aligned, self._lexicon.times),
            clause_spans(aligned),
            sentence_spans(aligned),
            TopicVotes(self._cues.find(aligned)),
        )
        claims = {numeral.start: claim for numeral, claim in self._claims(page, numerals, year, _names(region))}
        return tuple(Mention(n.start, n.end, text[n.start : n.end], n.cls, claims.get(n.start)) for n in numerals)

    def numerals(self, text: str) -> list[Numeral]:
        """The numerals of a text, classified, without claims: the first half of the work, for measuring it alone."""
        return self._numerals.find(align(text))

    def outline(self, text: str) -> tuple[Section, ...]:
        """The sections of a text."""
        return sections(align(text), self._lexicon.times)

    def _claims(
        self, page: _Page, numerals: list[Numeral], year: int, region: tuple[str, ...]
    ) -> Iterator[tuple[Numeral, Claim]]:
        facts = [numeral for numeral in numerals if numeral.cls is MentionClass.FACT]
        chain, sentence_start, at = Chain(self._lexicon, region), -1, 0
        while at < len(facts):
            clause = page.clauses.at(facts[at].start)
            sentence = page.sentences.at(facts[at].start)
            if sentence[0] != sentence_start:
                chain, sentence_start = Chain(self._lexicon, region), sentence[0]
            stop = at + 1
            while stop < len(facts) and facts[stop].start < clause[1]:
                stop += 1
            for local in locals_of(page.text, *clause, facts[at:stop], self._lexicon):
                yield local.numeral, self._claim(page, clause, sentence, local, chain, year)
            at = stop

    def _claim(
        self, page: _Page, clause: tuple[int, int], sentence: tuple[int, int], local: Local, chain: Chain, year: int
    ) -> Claim:
        lexicon, numeral = self._lexicon, local.numeral
        section = section_at(page.outline, numeral.start)
        kind, direction = kind_of(page.text, local, lexicon.times)
        chain.enter(page.text, clause, local.segment)
        draft = chain.draft(page.text, local, kind)
        topic = page.votes.winner(
            _zones(
                page.text,
                page.outline,
                section,
                sentence,
                clause,
                local,
                chain.actor,
                page.text.rfind("\n", 0, numeral.start) + 1,
            ),
            chain.topics,
            DEFAULT_TOPIC,
        )
        chain.note_topic(topic)
        when = when_of(page.text, clause, local, section, year, lexicon.times)
        low, high = trimmed(page.given, *clause)
        unit = "元" if kind is Kind.MONEY and not numeral.unit else numeral.unit
        return Claim(
            value=numeral.value,
            unit="元" if unit in ("元人民币", "人民币") else unit,
            bound=numeral.bound,
            kind=kind,
            topic=topic,
            measure=chain.finish(draft, lexicon.topics[topic]),
            period=when.period,
            quote=page.given[low:high],
            direction=direction,
            subject=subject_of(page.given, chain.actor, numeral.start, lexicon.phrases),
            modality=when.modality,
            asof=asof_of(page.text, sentence, clause, numeral.start, lexicon.times)
            if when.modality is Modality.ACTUAL
            else "",
        )


COUNTED, BESIDE, SEGMENT, CLAUSE, SENTENCE = 1.0, 0.4, 0.3, 0.4, 0.1
HEADING, ITEM, UPPER, ACTOR, TITLE = 0.4, 0.1, 0.2, 0.45, 0.2
TITLE_LENGTH = 80


def _zones(
    text: str,
    outline: tuple[Section, ...],
    section: Section,
    sentence: Span,
    clause: Span,
    local: Local,
    actor: Actor | None,
    line: int,
) -> Iterator[Zone]:
    """Where to look for a topic, from the counted words outwards."""
    yield Zone(*local.left, BESIDE if local.noun_follows else COUNTED)
    aside = text.find("(", *local.right)
    yield Zone(local.right[0], aside if aside >= 0 else local.right[1], COUNTED if local.noun_follows else BESIDE)
    yield Zone(0, TITLE_LENGTH, TITLE)
    yield Zone(*local.segment, SEGMENT)
    yield Zone(*clause, CLAUSE)
    yield Zone(*sentence, SENTENCE)
    yield Zone(section.start, section.body, HEADING)
    yield Zone(max(section.body, line), local.numeral.start, ITEM)
    if section.above is not None:
        upper = outline[section.above]
        yield Zone(upper.start, upper.body, UPPER)
    if actor and actor.end <= local.left[0]:
        yield Zone(actor.start, actor.end, ACTOR)


def _names(region: str) -> tuple[str, ...]:
    """The ways a report writes its own place: 深圳市光明区, 光明区, 深圳市."""
    parts = re.findall(r".+?(?:省|自治区|特别行政区|市|州|盟|地区|区|县|旗)", region)
    return tuple(sorted({region, *parts} - {""}, key=len, reverse=True))
