"""Figures that are found by what a question says rather than by what the lexicon makes of it: all of it, or most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.asking.answering.barring.alternatives import is_of_another
from bot.asking.answering.barring.ruled_out import is_ruled_out
from bot.asking.answering.finding.accounted import accounted_for
from bot.asking.answering.finding.acting import actors_in, bodies_of, deed_said
from bot.asking.answering.finding.bracketed import part_said
from bot.asking.answering.finding.closest import Closest
from bot.asking.answering.finding.continued import continued_said
from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.finding.said import Teller, picks_said
from bot.asking.answering.finding.told_within import told_of
from bot.asking.answering.finding.totals import whole_first
from bot.asking.answering.finding.verbatim import told_verbatim
from bot.asking.answering.weighing.samples import without_samples
from bot.asking.answering.weighing.slots import Pool, Slot, by_report, pool_of, tells_of_before
from bot.asking.answering.weighing.wants import Want
from bot.model import Modality, Query
from bot.store.facts import FactStore, Wanted
from bot.words.lexicon import Lexicon


class Spoken:
    """Compares what was said with all figures of the places asked about, whatever their topic."""

    def __init__(self, lexicon: Lexicon, store: FactStore) -> None:
        self._store = store
        self._teller = Teller(lexicon)
        self._bodies = bodies_of(lexicon)
        self._closest = Closest(lexicon, self._teller.asking)

    async def said(
        self, query: Query, slots: Sequence[Slot], wants: Mapping[Want, Mapping[Slot, Pick | None]]
    ) -> tuple[dict[Slot, list[Pick]], tuple[str, ...]]:
        """What the question says from end to end, of the slots that lack something of what the lexicon made of it."""
        verbatim = await self._verbatim(query, [slot for slot in slots if slot.reports])
        open_ = [slot for slot in slots if slot.reports and slot not in verbatim]
        short = [s for s in open_ if any(not (p := picks[s]) or not p.exact for picks in wants.values())]
        actors = actors_in(query, self._bodies)
        if not (short or actors) or not query.said:
            return verbatim, ()
        pools = await self._whole(query, open_ if actors else short)
        picks, notes = picks_said(query, {slot: pools[slot] for slot in short}, self._teller)
        picks = {slot: found for slot, told in picks.items() if (found := self._told_of_it(query, told, pools[slot]))}
        for slot, pool in pools.items():
            if slot in picks:
                continue
            part = self._of_both(query, pool) if slot in short else None
            # Another's figure is none of the body that is said to have done it.
            if part := part or deed_said(query, pool, actors):
                picks[slot] = [part]
            elif slot in short and (whole := accounted_for(query, pool, self._teller)):
                picks[slot] = self._told_of_it(query, [whole.pick], pool)
                notes = tuple(dict.fromkeys((*notes, *filter(None, (whole.note,)))))
        told = {slot: self._of_them(query, found) for slot, found in picks.items()}
        return verbatim | {slot: found for slot, found in told.items() if found}, notes

    def _told_of_it(self, query: Query, picks: Sequence[Pick], pool: Pool) -> list[Pick]:
        """The picks without those that are told of another thing than the one that a question names."""
        return [pick for pick in picks if not is_of_another(pick.leads[0], query, pool)]

    async def _verbatim(self, query: Query, slots: Sequence[Slot]) -> dict[Slot, list[Pick]]:
        """What each slot has that measures what the question says to the letter."""
        pools = await self._whole(query, slots) if query.said else {}
        found = {slot: told_verbatim(query, pool, self._teller.lexicon) for slot, pool in pools.items()}
        return {slot: [pick] for slot, pick in found.items() if pick}

    def _of_them(self, query: Query, picks: Sequence[Pick]) -> list[Pick]:
        """The picks without those that the question rules out."""
        meant = (pick for pick in picks if not is_ruled_out(pick.leads[0], query, self._teller.lexicon))
        return [whole_first(pick, query) for pick in meant]

    def _of_both(self, query: Query, pool: Pool) -> Pick | None:
        """What a question says in the words of a whole and of what is told of it, in brackets or a sentence later."""
        lexicon = self._teller.lexicon
        return part_said(query, pool, lexicon) or continued_said(query, pool, lexicon)

    async def near(self, query: Query, slots: Sequence[Slot]) -> dict[Slot, Pick]:
        """What each slot has that is only near to the question, if it has anything."""
        # A target for a year stands in an earlier year's report.
        planned = query.modality is Modality.TARGET
        pools = await self._whole(query, [slot for slot in slots if slot.reports and (slot.has_year or planned)])
        found = {slot: pick for slot, pool in pools.items() if (pick := self._closest.find(query, pool))}
        return {slot: pick for slot, pick in found.items() if self._of_them(query, [pick])}

    async def _whole(self, query: Query, slots: Sequence[Slot]) -> dict[Slot, Pool]:
        if not slots:
            return {}
        found = await self._store.find(Wanted(places=tuple(dict.fromkeys(slot.region.adcode for slot in slots))))
        told = list(found.facts)
        for slot in slots:
            if slot.reports[0].adcode != slot.region.adcode:
                told += await told_of(slot.region, slot.reports, self._store)
        before = query.modality is Modality.PRIOR
        facts = by_report(fact for fact in told if not before or tells_of_before(fact))
        return {slot: without_samples(pool_of(slot, facts, query.modality, query.said), query) for slot in slots}
