"""What each report is about, read from the facts: its places, topics and words, as wishes are held against it."""

from __future__ import annotations

from bot.model import Report
from bot.notices.matching import Subject
from bot.store.facts import FactStore
from bot.words.normalise import fold
from bot.words.vocabulary import Vocabulary


class Subjects:
    """Knows what reports are about."""

    def __init__(self, facts: FactStore, words: Vocabulary) -> None:
        self._facts = facts
        self._words = words

    async def of(self, report: str, *, with_words: bool = True) -> Subject:
        """What a report is about; of one that is gone meanwhile, nothing that anybody could have asked for."""
        catalogue = await self._facts.catalogue()
        about = catalogue.reports.get(report)
        if about is None:
            return Subject(report, frozenset(), frozenset(), "")
        region = self._words.places.get(about.adcode)
        around = [region, *self._words.places.ancestors(region)] if region else []
        words = fold(f"{about.title}\n{await self._facts.text(report)}") if with_words else ""
        codes = frozenset({about.adcode, *(place.adcode for place in around)})
        return Subject(report, codes, frozenset(catalogue.topics.get(report, ())), words)

    async def reported(self) -> frozenset[str]:
        """The codes of all places that reports are of."""
        return frozenset((await self._facts.catalogue()).of_place)

    async def newest_first(self) -> list[Report]:
        """Every report, the newest year first."""
        reports = (await self._facts.catalogue()).reports.values()
        return sorted(reports, key=lambda one: (-one.year, -(one.published.toordinal() if one.published else 0)))
