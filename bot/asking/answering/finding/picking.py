"""What each slot of a question has for each thing that is wanted, wherever in the reports it is filed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.asking.answering.barring.outcomes import lacks_outcome
from bot.asking.answering.finding.figures import Pick, filed_elsewhere, picks_for
from bot.asking.answering.finding.totals import whole_first
from bot.asking.answering.weighing.slots import Pool, Slot, by_report, pool_of
from bot.asking.answering.weighing.wants import Want, wants_of
from bot.model import Query
from bot.store.facts import FactStore, Wanted
from bot.words.lexicon import Lexicon


class Picking:
    """Picks figures by the lexicon and by the words that are left over."""

    def __init__(self, lexicon: Lexicon, store: FactStore) -> None:
        self._lexicon = lexicon
        self._store = store

    async def picks(self, query: Query, pools: Sequence[Pool]) -> dict[Want, dict[Slot, Pick | None]]:
        """What each slot has for each thing that is wanted."""
        found = {}
        for want in wants_of(query, self._lexicon):
            picks = picks_for(want, pools, query, self._lexicon)
            if want.topic and not (query.words or query.kinds) and None in picks.values():
                picks |= await self._filed_elsewhere(want, picks, query)
            found[want] = {slot: self._told(pick, query) for slot, pick in picks.items()}
        return found

    def _told(self, pick: Pick | None, query: Query) -> Pick | None:
        """A pick with the whole first; None for one that is only near and does not tell what is asked."""
        if pick is None or (not pick.exact and lacks_outcome(query, pick.leads[0], self._lexicon)):
            return None
        return whole_first(pick, query)

    async def plainly(self, query: Query, pools: Sequence[Pool]) -> dict[Slot, Pick]:
        """What each slot has of an indicator when words are left out that only say that something was done.

        收到 of proposals, where the report says 办理: near to what was asked for, no more.
        """
        light = self._lexicon.alike.light
        if not (query.words and query.indicators) or not all(word in light for word in query.words):
            return {}
        wants = await self.picks(replace(query, words=()), pools)
        return {
            slot: replace(pick, exact=False, rest=())
            for picks in reversed(wants.values())
            for slot, pick in picks.items()
            if pick and pick.exact
        }

    async def _filed_elsewhere(
        self, want: Want, picks: Mapping[Slot, Pick | None], query: Query
    ) -> dict[Slot, Pick | None]:
        """What slots without a figure of the topic have in parts of their reports that are about it."""
        slots = [slot for slot, pick in picks.items() if pick is None and slot.reports]
        found = await self._store.find(Wanted(places=tuple(slot.region.adcode for slot in slots))) if slots else None
        facts = by_report(found.facts) if found else {}
        pools = [pool_of(slot, facts, query.modality, query.said) for slot in slots]
        pools = [filed_elsewhere(want, pool, self._lexicon) for pool in pools]
        loose = replace(want, topic="")
        others = picks_for(loose, pools, query, self._lexicon)
        return {slot: replace(pick, want=want) for slot, pick in others.items() if pick}
