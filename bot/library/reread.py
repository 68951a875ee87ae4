"""Reading one report on the spot: the reader's mentions, people's corrections, and the facts they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, Self

from bot.model import Fact, Kind, Mention, Report
from bot.reading.corrections import Correction, correct

IndicatorOf = Callable[[str, str, Kind, str], str]
"""topic, measure, kind, unit -> id of the indicator, or ""."""


class FindsMentions(Protocol):
    """What finds the numerals of a text: the project's reader, or one whose findings were corrected."""

    def mentions(self, text: str, *, year: int, region: str = "") -> tuple[Mention, ...]: ...


FactsOf = Callable[[Report, str, FindsMentions, IndicatorOf], tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Reread:
    """All numerals of a report, corrections applied, and the facts among them."""

    mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """Stands for the reader where the mentions are known already."""

    found: tuple[Mention, ...]

    def mentions(self, text: str, *, year: int, region: str = "") -> tuple[Mention, ...]:
        return self.found


@dataclass(frozen=True, slots=True)
class ReportReader:
    """All it takes to turn a report's text into facts."""

    finder: FindsMentions
    facts_of: FactsOf
    indicator_of: IndicatorOf

    @classmethod
    def load(cls, lexicon: Path) -> Self:
        """The project's reader with the words of a lexicon folder; raises DataError."""
        # Imported here since a library whose facts files are up to date needs no reader.
        from bot.reading.facts import facts_of
        from bot.reading.reader import Reader
        from bot.words.lexicon import Lexicon

        return cls(Reader.load(lexicon), facts_of, Lexicon.load(lexicon).indicator_of)

    def read(self, report: Report, text: str, corrections: Sequence[Correction], file: str) -> Reread:
        """A report's mentions and facts; `file` names the corrections. Raises DataError where one does not fit."""
        found = self.finder.mentions(text, year=report.year, region=report.region)
        corrected = correct(found, text, report.year, corrections, file)
        facts = self.facts_of(report, text, _Known(corrected.mentions), self.indicator_of)
        marked = tuple(replace(fact, corrected=True) if fact.start in corrected.touched else fact for fact in facts)
        return Reread(corrected.mentions, marked)
