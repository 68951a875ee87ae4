"""Reading one report on the spot: the reader's mentions, people's corrections, and the facts they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from bot.model import Fact, Mention, Report
from bot.reading.corrections import Correction, correct
from bot.reading.facts import facts_from
from bot.reading.outline import Section
from bot.reading.reader import Reader
from bot.words.lexicon import Lexicon

FindMentions = Callable[[Report, str], tuple[Mention, ...]]
"""A report and its text to all numerals in it."""

MakeFacts = Callable[[Report, str, tuple[Mention, ...]], tuple[Fact, ...]]
"""A report, its text and its numerals to the facts among them."""

FindSections = Callable[[str], tuple[Section, ...]]
"""A report's text to its sections in order."""


@dataclass(frozen=True, slots=True)
class Reread:
    """All numerals of a report, corrections applied, and the facts among them."""

    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ReportReader:
    """All it takes to turn a report's text into facts."""

    find: FindMentions
    make: MakeFacts
    outline: FindSections

    @classmethod
    def load(cls, lexicon_dir: Path) -> Self:
        """The project's reader with the words of a lexicon folder; raises DataError."""
        reader = Reader.load(lexicon_dir)
        indicator_of = Lexicon.load(lexicon_dir).indicator_of

        def find(report: Report, text: str) -> tuple[Mention, ...]:
            return reader.mentions(text, year=report.year, region=report.region)

        def make(report: Report, text: str, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
            return facts_from(report, reader.outline(text), mentions, indicator_of)

        return cls(find, make, reader.outline)

    def read(self, report: Report, text: str, corrections: Sequence[Correction], file: str) -> Reread:
        """A report's mentions and facts; `file` names the corrections. Raises DataError where one does not fit."""
        corrected = correct(self.find(report, text), text, report.year, corrections, file)
        facts = self.make(report, text, corrected.mentions)
        marked = tuple(replace(fact, corrected=True) if fact.start in corrected.touched else fact for fact in facts)
        return Reread(corrected.mentions, marked)
