"""From an understood question to an answer as plain data: what the reports say, and what they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.asking.answering.finding.figures import FIGURES, Pick, answered_alike, facts_wanted, said_together
from bot.asking.answering.finding.named_besides import is_named_besides
from bot.asking.answering.finding.picking import Picking
from bot.asking.answering.finding.spoken import Spoken
from bot.asking.answering.finding.told_within import told_within
from bot.asking.answering.finding.totals import totalled
from bot.asking.answering.telling import comparing, missing, relating, several
from bot.asking.answering.telling.besides import beside
from bot.asking.answering.telling.following import Following
from bot.asking.answering.telling.helping import HELP, SECOND_PLACE
from bot.asking.answering.telling.instead import choices_instead
from bot.asking.answering.telling.lacking import Lacking
from bot.asking.answering.telling.listing import comparable_topics, leading, listed, of_topics
from bot.asking.answering.telling.planned import as_planned, other_years, with_targets
from bot.asking.answering.telling.ranking import rank
from bot.asking.answering.telling.respelling import respelt
from bot.asking.answering.telling.staged import Staged
from bot.asking.answering.weighing.counting import has_unit
from bot.asking.answering.weighing.looking import Looking
from bot.asking.answering.weighing.ordering import in_unit_first
from bot.asking.answering.weighing.samples import without_samples
from bot.asking.answering.weighing.slots import Pool, Slot, by_report, pool_of, region_of, slots_of
from bot.asking.answering.weighing.spans import of_span, span_caveats
from bot.asking.answering.weighing.wants import Want, wants_of
from bot.asking.understanding.framing.streets import names_part
from bot.model import Answer, Asked, Intent, Kind, Missing, Modality, Query, Status
from bot.store.facts import Catalogue, FactStore, Found, Wanted
from bot.words.lexicon import Lexicon
from bot.words.places import Places

MOST_PASSAGES = 50
"""How many sentences are looked at to find the places that a question without a place may be about."""

_NO_CHART = "没有两个可比的数字，画不成图；加上别的地方或年份再试"

MOST_PLACES = 10
"""How many places one answer lines up; more belong into a ranking."""


class Answerer:
    """Answers queries from the store. Holds no state of its own."""

    def __init__(self, lexicon: Lexicon, places: Places, store: FactStore) -> None:
        self._lexicon = lexicon
        self._places = places
        self._store = store
        self._looking = Looking(store)
        self._spoken = Spoken(lexicon, store)
        self._picking = Picking(lexicon, store)
        self._staged = Staged(lexicon, store)
        self._lacking = Lacking(lexicon, places, store)
        # Figures that stand close are shown beside one question only.
        self._following = Following(lexicon, store, lambda part: self._figures(part, 0))

    async def answer(self, query: Query, limit: int = FIGURES) -> Answer:
        """The answer to a query with about `limit` figures; every fact in it is shown by the reply."""
        answer = await self._answer(query, limit)
        if query.chart and answer.facts and all(len(group.facts) < 2 for group in answer.groups):
            return replace(answer, caveats=(_NO_CHART, *answer.caveats))
        return answer

    async def _answer(self, query: Query, limit: int) -> Answer:
        if query.choices:
            return Answer(status=Status.CLARIFY, query=query, choices=query.choices, missing=query.missing)
        match query.intent:
            case Intent.HELP:
                return Answer(status=Status.HELP, query=query, message=HELP)
            case Intent.SEARCH:
                return await self._looking.search(query)
            case Intent.SOURCE if query.target:
                return await self._looking.source_of_id(query)
            case Intent.CHECK:
                return await self._looking.check(query)
            case Intent.LIST:
                return await self._listed(query, limit)
            case Intent.RANK:
                return await rank(query, self._store, self._places, self._lexicon, limit)
            case _:
                answer = await self._following.of_event_before(query) or await self._figures(query, limit)
                parts = [part async for part in self._following.parts(query)]
                if query.relation:
                    answer = relating.related(query, answer, parts, self._lexicon)
                    if not answer.reports:
                        return answer
                    told = await self._store.find(Wanted(reports=tuple(answer.reports)))
                    return relating.with_stated(answer, told.facts, self._lexicon)
                staged = await self._staged.answered(query, answer, parts)
                answer = staged or several.better(query, answer, parts, self._lexicon)
                return totalled(answer, self._lexicon, self._places) if query.total else answer

    async def _figures(self, query: Query, limit: int) -> Answer:
        asks_nothing = not (query.topics or query.indicators or query.words or query.modality is Modality.TARGET)
        if asks_nothing and query.intent is Intent.COMPARE and not query.missing:
            if len(query.regions) < 2:
                return Answer(status=Status.HELP, query=query, message=SECOND_PLACE)
            return comparable_topics(query, await self._store.catalogue())
        if asks_nothing and not query.missing:
            return listed(query, await self._store.catalogue(), self._places)
        if asks_nothing or (not query.asked and query.missing):
            return await self._nothing(query)
        if not query.asked:
            return await self._everywhere(query, limit)
        # A result and its target leave no room for relatives.
        answer = await self._of_places(query, 0 if query.with_target else limit)
        if query.with_target:
            target = await self._target(query, 0 if answer.facts else limit)
            answer = comparing.beside_target(answer, target)
        if Kind.CHANGE in query.kinds and Kind.DURATION not in query.kinds and not answer.facts:
            return await self._over_years(query, limit) or answer
        return answer

    async def _target(self, query: Query, limit: int) -> Answer:
        """The targets beside results; what narrows a result may be none of the target's: 镇街败诉率, 全市考核指标."""
        planned = replace(query, modality=Modality.TARGET)
        target = await self._of_places(planned, limit)
        narrowed = query.words and query.indicators and not any(map(names_part, query.words))
        return await self._of_places(replace(planned, words=()), limit) if narrowed and not target.facts else target

    async def _listed(self, query: Query, limit: int) -> Answer:
        """What there is; of one place with the leading figures of its topics."""
        answer = listed(query, await self._store.catalogue(), self._places)
        if len(query.regions) != 1 or answer.status is Status.NONE:
            return answer
        found = await self._store.find(facts_wanted(query, self._lexicon))
        slots = slots_of(query, found.catalogue)
        facts = by_report(found.facts)
        pools = [pool_of(slot, facts, Modality.ACTUAL) for slot in slots]
        groups = (of_topics if query.topics else leading)(pools, self._lexicon)[:limit]
        shown = [fact for group in groups for fact in group.facts]
        return replace(answer, groups=tuple(groups), reports=found.catalogue.named_by(shown))

    async def _over_years(self, query: Query, limit: int) -> Answer | None:
        """A change that no report states, as figures of several years of one place; None without those."""
        trend = replace(query, intent=Intent.TREND, kinds=())
        answer = await self._of_places(trend, limit)
        lead = answer.groups[0] if answer.groups else None
        years = {answer.reports[fact.report].year for fact in (lead.facts if lead else ())}
        several = len({fact.report for fact in answer.facts}) > 1
        return answer if several and (len(years) > 1 or query.indicators) else None

    async def _of_places(self, query: Query, limit: int, named: bool = True) -> Answer:
        """The figures of the query's places; those that nobody named have no say where they have no exact figure."""
        found = await self._store.find(facts_wanted(query, self._lexicon))
        slots = slots_of(query, found.catalogue)
        if (planned := as_planned(query, slots)) is not query:
            return await self._of_places(planned, limit, named)
        if query.intent is Intent.COMPARE and len(slots) < 2 and not query.missing:
            # Two things of one place stand beside each other as they are; one is shown, and what it lacks is said.
            notes = () if len(wants_of(query, self._lexicon)) > 1 else (SECOND_PLACE,)
            query = replace(query, intent=Intent.FACT, notes=(*query.notes, *notes))
        inner = await told_within(slots, found, self._store)
        within, parts = of_span(query, inner.slots)
        answer = await self._fill(within, inner.found, parts, limit, named)
        if inner.caveats and not answer.facts:
            within, parts = of_span(query, slots)
            answer = await self._fill(within, found, parts, limit, named)
        spans = span_caveats(query, answer.facts, list(answer.reports.values()))
        answer = replace(answer, caveats=(*answer.caveats, *spans, *(inner.caveats if answer.facts else ())))
        if query.intent is Intent.SOURCE:
            return await self._looking.around(answer)
        return answer

    async def _fill(self, query: Query, found: Found, slots: Sequence[Slot], limit: int, named: bool) -> Answer:
        """The figures of all slots, and what is missing in which."""
        catalogue = found.catalogue
        facts = by_report(found.facts)
        whole = [without_samples(pool_of(slot, facts, query.modality, query.said), query) for slot in slots]
        query = respelt(query, whole, self._lexicon)
        wants = await self._picking.picks(query, whole)
        said, notes = await self._spoken.said(query, slots, wants)
        query = replace(query, notes=(*query.notes, *notes))
        nothing = not (said or any(pick for picks in wants.values() for pick in picks.values()))
        near = await self._near(query, [slot for slot in slots if not slot.quoted], whole) if named and nothing else {}
        parts: list[list[Pick]] = [list(near.values())]
        lacks: list[Missing] = [
            *query.missing,
            *(missing.only_near(pick, query, self._lexicon) for pick in near.values()),
        ]
        for want, picks in wants.items():
            open_ = {slot: pick for slot, pick in picks.items() if slot not in said}
            parts.append([pick for pick in open_.values() if pick and (pick.exact or (named and not pick.slot.quoted))])
            for pool in whole if named else ():
                if pool.slot.quoted:
                    continue
                is_open = pool.slot in open_ or _is_untold(want, said[pool.slot], picks[pool.slot], query)
                if (
                    is_open
                    and pool.slot not in near
                    and not answered_alike(want, pool.slot, wants, query, self._lexicon)
                    and not is_named_besides(want, pool.slot, wants, query, self._lexicon)
                ):
                    lacks += await self._lacking.of_want(want, pool, picks[pool.slot], query, catalogue)
        parts = [*comparing.in_rows(said), *parts]
        parts.sort(key=lambda part: not said_together(part, query, self._lexicon))
        answered = {pick.slot for part in parts for pick in part}
        for slot in slots:
            # A target for a year stands in an earlier year's report: nothing is missing then.
            if (
                slot.reports
                and not (slot.has_year or slot.quoted)
                and (slot not in answered or query.modality is not Modality.TARGET)
            ):
                lacks.append(missing.year_missing(slot))
        answer = self._assemble(query, parts, tuple(dict.fromkeys(lacks)), catalogue, limit)
        if answer.facts:
            return answer
        answer = replace(answer, choices=choices_instead(query, slots, found, self._places))
        return with_targets(answer, slots, found, self._lexicon)

    async def _near(self, query: Query, slots: Sequence[Slot], whole: Sequence[Pool]) -> Mapping[Slot, Pick]:
        """What slots have that is only near to a question which nothing answers."""
        return await self._picking.plainly(query, whole) or await self._spoken.near(query, slots)

    def _assemble(
        self,
        query: Query,
        parts: Sequence[Sequence[Pick]],
        lacks: tuple[Missing, ...],
        catalogue: Catalogue,
        limit: int,
    ) -> Answer:
        reports = catalogue.reports
        with_topic = len({pick.key.topic for part in parts for pick in part}) > 1
        leads = comparing.lead_groups(parts, self._lexicon, with_topic)
        more = beside(parts, query, self._lexicon, limit)
        found = [*leads, *(comparing.group_of(facts, self._lexicon, with_topic) for facts in more)]
        groups = in_unit_first(found, query, self._lexicon)
        shown = [fact for group in groups for fact in group.facts]
        names = {region.adcode: region.own for region in query.regions}
        derived = comparing.apart(leads, reports, names, self._lexicon) + comparing.last_years(shown)
        status = Status.NONE if not shown else Status.PARTIAL if lacks else Status.ANSWER
        return Answer(
            status=status,
            query=query,
            groups=tuple(groups),
            derived=tuple(derived),
            caveats=(
                *comparing.caveats_of(groups, parts, reports, self._lexicon),
                *comparing.no_trend(query, groups, reports),
                *other_years(query, parts),
            ),
            missing=lacks,
            reports=catalogue.named_by(shown),
        )

    async def _nothing(self, query: Query) -> Answer:
        """An answer for questions of which something named is unknown, with what there is."""
        catalogue = await self._store.catalogue()
        gone = [
            missing.region_missing(region, catalogue, self._places)
            for region in query.regions
            if region.adcode not in catalogue.of_place
        ]
        there = listed(replace(query, intent=Intent.LIST), catalogue, self._places)
        lacks = tuple(dict.fromkeys((*query.missing, *gone)))
        return Answer(status=Status.NONE, query=query, missing=lacks, message=there.message)

    async def _everywhere(self, query: Query, limit: int) -> Answer:
        """The answer for every place that has something, when the question names none."""
        catalogue = await self._store.catalogue()
        topics = {want.topic for want in wants_of(query, self._lexicon)}
        if "" not in topics:
            having = {id_ for id_, held in catalogue.topics.items() if topics & held.keys()}
        elif query.words:
            # Reading every fact there is would take long: the index says where the words stand at all.
            literal = tuple(word for word in query.words if not self._lexicon.alike.has_others(word))
            catalogue, passages, _ = await self._store.search(literal or query.words, limit=MOST_PASSAGES)
            having = {passage.report for passage in passages}
        else:
            having = set(catalogue.reports)
        regions = [
            region_of(adcode, catalogue, self._places)
            for adcode, reports in catalogue.of_place.items()
            if any(report.id in having for report in reports)
        ]
        asked = tuple(Asked(region) for region in regions[:MOST_PLACES])
        answer = await self._of_places(replace(query, asked=asked), limit, named=False) if asked else None
        if answer is None or not answer.facts:
            return await self._at_one_place(query, limit) or self._lacking.everywhere(query, catalogue)
        # Nobody asked for the places that have nothing of it.
        named = {report.adcode for report in answer.reports.values()}
        kept = tuple(one for one in answer.query.asked if one.region.adcode in named)
        lacks = (*query.missing, *missing.in_no_report(query, answer.facts, self._lexicon))
        return replace(
            answer,
            status=Status.PARTIAL if lacks else Status.ANSWER,
            query=replace(answer.query, asked=kept),
            missing=lacks,
        )

    async def _at_one_place(self, query: Query, limit: int) -> Answer | None:
        """The answer for the one place whose report has most of the question's words, if there is one such place."""
        catalogue = await self._store.catalogue()
        regions = [region_of(code, catalogue, self._places) for code in await self._looking.most_of(query.words)]
        answers = [await self._of_places(replace(query, asked=(Asked(region),)), limit) for region in regions]
        units = query.units
        found = [one for one in answers if any(not units or has_unit(fact, units) for fact in one.facts)]
        return found[0] if len(found) == 1 else None


def _is_untold(want: Want, told: Sequence[Pick], pick: Pick | None, query: Query) -> bool:
    """Whether a thing that was named beside another has no figure, which what was said of the other does not tell:
    律师 of 律所和律师各多少."""
    apart = all(part.indicators and not part.words for part in query.parts)
    named = any(part.indicators == (want.indicator,) for part in query.parts)
    return apart and named and pick is None and want.indicator not in {one.want.indicator for one in told}
