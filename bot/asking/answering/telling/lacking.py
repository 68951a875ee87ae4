"""Why the places of a question have nothing for what it asks, or nothing exact."""

from __future__ import annotations

from dataclasses import replace

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.telling import missing
from bot.asking.answering.telling.helping import EXAMPLE
from bot.asking.answering.telling.listing import listed
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.asking.understanding.continuing.levels import OWNER
from bot.model import Answer, Missing, Modality, Query, Status
from bot.store.facts import Catalogue, FactStore
from bot.words.lexicon import Lexicon
from bot.words.places import Places


class Lacking:
    """Says what is missing; looks up whether a report speaks of a topic that it has no figure of."""

    def __init__(self, lexicon: Lexicon, places: Places, store: FactStore) -> None:
        self._lexicon = lexicon
        self._places = places
        self._store = store

    async def of_want(
        self, want: Want, pool: Pool, pick: Pick | None, query: Query, catalogue: Catalogue
    ) -> list[Missing]:
        """What a slot lacks of a want: all of it, or the exact figure."""
        if pick is None:
            return [await self._of_slot(want, pool, query, catalogue)]
        if pick.exact:
            return []
        indicator = self._lexicon.indicator(want.indicator)
        asked = indicator.name if indicator else "、".join(query.words) or want.topic
        if query.words and any(fact.indicator == want.indicator != "" for fact in pool.facts):
            # The figure is there, but not of those that were asked about.
            asked = f"{'、'.join(query.words)}的{asked}"
        return [missing.nearly(pool.slot, asked, pick.leads[0].claim.measure, query)]

    async def _of_slot(self, want: Want, pool: Pool, query: Query, catalogue: Catalogue) -> Missing:
        """Why a slot has nothing for a want."""
        slot = pool.slot
        if not slot.reports:
            return missing.region_missing(slot.region, catalogue, self._places)
        planned = query.modality is Modality.TARGET and want.indicator
        if not (slot.has_year or planned):
            return missing.year_missing(slot)
        topic = Pool(slot, tuple(fact for fact in pool.facts if want.topic in ("", fact.claim.topic)))
        if want.topic and not topic.facts and query.modality is Modality.ACTUAL:
            reports = [report.id for report in slot.reports if slot.year in (None, report.year)]
            mentioned = await self._store.search([want.topic], reports, limit=1)
            return missing.topic_missing(slot, want.topic, catalogue, mentioned.total > 0)
        if not want.topic:
            return missing.words_missing(pool, query, catalogue)
        indicator = self._lexicon.indicator(want.indicator)
        name = indicator.name if indicator else want.topic
        whose = all(map(OWNER.fullmatch, query.words))
        asked = "的".join((*query.words, name)) if whose else "、".join(query.words)
        return missing.indicator_missing(topic, asked, query, self._lexicon)

    def everywhere(self, query: Query, catalogue: Catalogue) -> Answer:
        """No report has what was asked for; which places have anything on the topic is said."""
        named = [found.name for id_ in query.indicators if (found := self._lexicon.indicator(id_))]
        name = "、".join(query.words or named or query.topics)
        there = listed(replace(query, missing=()), catalogue, self._places).message if query.topics else ""
        lacks = (*query.missing, missing.nowhere(name, query, EXAMPLE))
        return Answer(status=Status.NONE, query=query, missing=lacks, message=there)
