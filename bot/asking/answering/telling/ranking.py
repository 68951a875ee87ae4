"""One indicator over all places, like with like: one kind, one family of units, each place's newest figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.asking.answering.telling import caveats, missing
from bot.asking.answering.telling.comparing import group_of, label_of
from bot.asking.answering.weighing.choosing import (
    Key,
    best_of,
    key_of,
    main_key,
    named_or_instead,
    near,
    newest_report,
    of_report,
    once,
    stands_for,
)
from bot.asking.answering.weighing.slots import Pool, Slot, by_report, pool_of, region_of
from bot.asking.answering.weighing.wants import Want, wants_of
from bot.model import Answer, Asked, Bound, Fact, Missing, MissingKind, Query, Status
from bot.store.facts import Catalogue, FactStore, Found, Wanted
from bot.words.lexicon import Lexicon
from bot.words.places import Places


async def rank(query: Query, store: FactStore, places: Places, lexicon: Lexicon, limit: int) -> Answer:
    """The places in order of one figure, the largest first unless the lowest were asked for; at most `limit`."""
    wants = [want for want in wants_of(query, lexicon) if want.topic]
    if not wants:
        return Answer(status=Status.HELP, query=query, missing=query.missing, message=_WHICH)
    found = await store.find(Wanted(topics=tuple(dict.fromkeys(want.topic for want in wants))))
    year = query.years[0] if query.years else None
    pools = _pools(query, found, places)
    want, named = _first_there(wants, pools, lexicon)
    pools = [Pool(pool.slot, tuple(f for f in pool.facts if f.claim.topic == want.topic)) for pool in pools]
    newest = [of_report(pool, newest_report(pool)) for pool in named]
    key = main_key(newest, lexicon)
    chosen = [fact for pool in named if (fact := _one(pool, key, want, lexicon))]
    sign = 1 if query.ascending else -1
    alike = sorted(_of_one_kind(chosen, lexicon), key=lambda fact: (sign * fact.claim.value, fact.report))
    lacks = [*query.missing, *_absent(query, found.catalogue, places)]
    if not alike:
        indicator = lexicon.indicator(want.indicator)
        name = indicator.name if indicator else want.topic
        where = "、".join(region.own for region in query.regions) or "各地"
        why = f"{where}{f'{year}年' if year else ''}的报告都没有“{name}”的数字"
        lacks.append(Missing(name, MissingKind.INDICATOR, why))
        return Answer(status=Status.NONE, query=query, missing=tuple(lacks))
    answer = _ranked(query, alike, key, len(chosen), found.catalogue, places, lexicon, lacks, limit)
    beneath = _others(pools, named, key, want, lexicon)
    return _with_others(answer, beneath, found.catalogue, places, lexicon)


_MOST_OTHERS = 4
_WHICH = "请说明按哪一项排名。例如：/rank 人民调解"


def _pools(query: Query, found: Found, places: Places) -> list[Pool]:
    """A pool for every place that has facts, or for the places that were named."""
    catalogue = found.catalogue
    asked = {one.region.adcode: one.year for one in query.asked}
    year = query.years[0] if query.years else None
    facts = by_report(found.facts)
    pools = []
    for adcode, reports in catalogue.of_place.items():
        if asked and adcode not in asked:
            continue
        if any(report.id in facts for report in reports):
            slot = Slot(region_of(adcode, catalogue, places), asked.get(adcode) or year, reports)
            pools.append(pool_of(slot, facts, query.modality, query.said))
    return pools


def _first_there(wants: Sequence[Want], pools: Sequence[Pool], lexicon: Lexicon) -> tuple[Want, list[Pool]]:
    """The first that any place has of what the words may mean (案卷评查: how often, or how many files)."""
    for want in wants:
        named = [_named(pool, want.indicator, lexicon) for pool in pools]
        if any(pool.facts for pool in named):
            return want, named
    return wants[0], [Pool(pool.slot, ()) for pool in pools]


def _named(pool: Pool, indicator: str, lexicon: Lexicon) -> Pool:
    return Pool(pool.slot, named_or_instead(pool, indicator, lexicon)) if indicator else pool


def _others(
    pools: Sequence[Pool], named: Sequence[Pool], key: Key | None, want: Want, lexicon: Lexicon
) -> list[tuple[Fact, bool]]:
    """What the places report that have something else on the topic, and whether it is near to what is ranked: such
    figures are not ranked, nor forgotten."""
    indicator = lexicon.indicator(want.indicator)
    found = []
    for pool, own in zip(pools, named, strict=True):
        if _one(own, key, want, lexicon) is not None:
            continue
        there = of_report(pool, newest_report(pool))
        if indicator and (beside := near(pool, indicator, lexicon)):
            found.append((beside[0], True))
        elif other := _one(there, main_key([there], lexicon), want, lexicon):
            found.append((other, _stands_in(other, key, lexicon)))
    return found


def _stands_in(fact: Fact, key: Key | None, lexicon: Lexicon) -> bool:
    """Whether a figure is for another place what is ranked here: 办理 where others say 收到."""
    pattern = lexicon.pattern(fact.indicator)
    return pattern is not None and key is not None and key.indicator in pattern.instead


def _with_others(
    answer: Answer, beneath: Sequence[tuple[Fact, bool]], catalogue: Catalogue, places: Places, lexicon: Lexicon
) -> Answer:
    """The ranking with the figures of other places beneath, each under its own name, where they are near relatives."""
    if not beneath:
        return answer
    others = [fact for fact, _ in beneath]
    alike = [fact for fact, is_near in beneath if is_near][:_MOST_OTHERS]
    regions = [region_of(catalogue.reports[fact.report].adcode, catalogue, places) for fact in others]
    said = [f"{region.own}有“{label_of(key_of(fact), lexicon)}”" for region, fact in zip(regions, others, strict=True)]
    more = f"等{len(said)}地" if len(said) > _MOST_OTHERS else ""
    groups = (*answer.groups, *(group_of((fact,), lexicon, with_topic=True) for fact in alike))
    shown = [fact for group in groups for fact in group.facts]
    asked = (
        *answer.query.asked,
        *(Asked(region) for region, fact in zip(regions, others, strict=True) if fact in alike),
    )
    return replace(
        answer,
        groups=groups,
        query=replace(answer.query, asked=tuple({one.region: one for one in reversed(asked)}.values())[::-1]),
        caveats=(*answer.caveats, f"没有这一项、不排名次：{'，'.join(said[:_MOST_OTHERS])}{more}"),
        reports=catalogue.named_by(shown),
    )


def _one(pool: Pool, key: Key | None, want: Want, lexicon: Lexicon) -> Fact | None:
    """The newest figure of one place: about the place as a whole, never one of its parts; else its own of what is
    wanted."""
    facts = [fact for fact in pool.facts if key and (key_of(fact) == key or stands_for(fact, key.indicator, lexicon))]
    own = [fact for fact in pool.facts if want.indicator and fact.indicator == want.indicator]
    held = facts or own
    return next(iter(best_of(once([fact for fact in held if fact.report == held[0].report]))), None)


def _of_one_kind(facts: Sequence[Fact], lexicon: Lexicon) -> list[Fact]:
    """The largest set of facts that have one kind and one family of units."""
    families: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        indicator = lexicon.indicator(fact.indicator)
        family = indicator.units if indicator and fact.claim.unit in indicator.units else (fact.claim.unit,)
        families.setdefault((fact.claim.kind, family), []).append(fact)
    return max(families.values(), key=len, default=[])


def _absent(query: Query, catalogue: Catalogue, places: Places) -> list[Missing]:
    return [
        missing.region_missing(region, catalogue, places)
        for region in query.regions
        if region.adcode not in catalogue.of_place
    ]


def _ranked(
    query: Query,
    facts: Sequence[Fact],
    key: Key | None,
    chosen: int,
    catalogue: Catalogue,
    places: Places,
    lexicon: Lexicon,
    lacks: Sequence[Missing],
    limit: int,
) -> Answer:
    shown = facts[:limit]
    regions = [region_of(catalogue.reports[fact.report].adcode, catalogue, places) for fact in shown]
    names = caveats.own_names(regions)
    group = group_of(shown, lexicon, with_topic=True, key=key)
    said = caveats.side_by_side((group,), catalogue.reports, names) + caveats.of_levels(regions)
    said += caveats.of_facts(shown, catalogue.reports, names)
    labels = dict.fromkeys(label_of(key_of(fact), lexicon) for fact in shown)
    said += [f"“{'”“'.join(labels)}”不是同一指标，名次仅供参考"] if len(labels) > 1 else []
    if len(facts) == 1:
        year = f"{query.years[0]}年" if query.years else ""
        said.append(f"{year}只有{regions[0].own}报告了这一项，无法排名")
    if chosen > len(facts):
        said.append(f"另有{chosen - len(facts)}地的单位或口径不同，没有列入")
    if len(facts) > limit:
        said.append(f"共{len(facts)}地，只列前{limit}位")
    if any(fact.claim.bound is not Bound.EQ for fact in shown):
        said.append("带“约”“余”“超”等字的不是准数，名次仅供参考")
    return Answer(
        status=Status.PARTIAL if lacks else Status.ANSWER,
        query=replace(query, asked=tuple(Asked(region) for region in regions)) if not query.asked else query,
        groups=(group,),
        caveats=tuple(dict.fromkeys(said)),
        missing=tuple(lacks),
        reports=catalogue.named_by(shown),
    )
