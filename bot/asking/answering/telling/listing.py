"""What there is: which places and years, and which topics with how many figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.asking.answering.telling import missing
from bot.asking.answering.weighing.choosing import best_of, key_of, main_key, newest_report, of_report, once, order_of
from bot.asking.answering.weighing.slots import Pool, Slot
from bot.model import Answer, Choice, Group, Missing, MissingKind, Query, Region, Report, Status
from bot.store.facts import Catalogue
from bot.words.lexicon import Lexicon
from bot.words.places import Places

_MOST_PLACES = 30
_MOST_TOPICS = 6


def listed(query: Query, catalogue: Catalogue, places: Places) -> Answer:
    """The reports of the places asked about, or of all places, narrowed to the topics asked about."""
    if not catalogue.reports:
        return Answer(status=Status.NONE, query=query, missing=query.missing, message="目前一份报告也没有。")
    if query.regions:
        return _of_places(query, catalogue, places)
    known = {code: _own_name(code, reports, places) for code, reports in catalogue.of_place.items()}
    lines = []
    lacks = [*query.missing, *missing.not_read(query)]
    for topic in query.topics:
        held = _held(catalogue, topic, known)
        lines.append(f"有{topic}数字的报告：{'；'.join(held[:_MOST_PLACES])}" if held else "")
        if not held:
            lacks.append(Missing(topic, MissingKind.TOPIC, f"各地报告都没有{topic}方面的数字"))
    if not query.topics:
        every = [f"{known[code]}（{_years(reports)}）" for code, reports in catalogue.of_place.items()]
        lines.append("现有报告：" + "；".join(every[:_MOST_PLACES]) + _count(len(every)))
    message = "\n".join(line for line in lines if line)
    return Answer(status=_status(message, lacks), query=query, missing=tuple(lacks), message=message)


def comparable_topics(query: Query, catalogue: Catalogue) -> Answer:
    """What the places of a comparison could be compared by, when the message does not say."""
    held = [
        {topic for report in catalogue.of_place.get(region.adcode, ()) for topic in catalogue.topics[report.id]}
        for region in query.regions
    ]
    common = [
        topic
        for topic in dict.fromkeys(t for of in catalogue.topics.values() for t in of)
        if all(topic in h for h in held)
    ]
    names = " ".join(region.short for region in query.regions)
    where = "、".join(region.own for region in query.regions)
    choices = tuple(Choice(topic, f"/compare {topic} {names}") for topic in common[:_MOST_TOPICS])
    example = f"请说明比哪一项。{where}都有数字的主题：{'、'.join(common)}" if common else f"{where}没有共同的主题"
    return Answer(status=Status.HELP, query=query, message=example, choices=choices, missing=query.missing)


def leading(pools: Sequence[Pool], lexicon: Lexicon) -> list[Group]:
    """The leading figure of each topic of a place's newest report that has any, the largest topics first."""
    found = []
    for pool in pools:
        newest = of_report(pool, newest_report(pool))
        topics = Counter(fact.claim.topic for fact in newest.facts)
        for topic, _ in topics.most_common():
            own = [fact for fact in newest.facts if fact.claim.topic == topic]
            key = main_key([Pool(pool.slot, tuple(own))], lexicon)
            first = best_of([fact for fact in own if key_of(fact) == key])[0]
            found.append(Group(f"{topic}·{first.claim.measure}", first.indicator, (first,)))
    return found


def of_topics(pools: Sequence[Pool], lexicon: Lexicon) -> list[Group]:
    """Every figure that the newest reports have of the topics that were read, those of an indicator first."""
    newest = [of_report(pool, newest_report(pool)) for pool in pools]
    facts = [fact for pool in newest for fact in once(pool.facts)]
    facts.sort(key=lambda fact: order_of(key_of(fact), lexicon))
    return [Group(f"{fact.claim.topic}·{fact.claim.measure}", fact.indicator, (fact,)) for fact in facts]


def _of_places(query: Query, catalogue: Catalogue, places: Places) -> Answer:
    lines, lacks = [], [*query.missing, *missing.not_read(query)]
    shown: dict[str, Report] = {}
    for region in query.regions:
        reports = catalogue.of_place.get(region.adcode, ())
        if not reports:
            lacks.append(missing.region_missing(region, catalogue, places))
        years = {asked.year for asked in query.asked if asked.region == region and asked.year} | set(query.years)
        listed = [report for report in reports if not years or report.year in years]
        lines += [_of_report(region, report, catalogue) for report in listed]
        shown |= {report.id: report for report in listed}
        gone = sorted(years - {report.year for report in reports}) if reports else []
        lacks += [missing.year_missing(Slot(region, year, reports)) for year in gone]
    message, lacks = "\n".join(lines), list(dict.fromkeys(lacks))
    return Answer(status=_status(message, lacks), query=query, missing=tuple(lacks), message=message, reports=shown)


def _of_report(region: Region, report: Report, catalogue: Catalogue) -> str:
    topics = catalogue.topics.get(report.id, {})
    by_size = sorted(topics, key=lambda topic: -topics[topic])
    held = "、".join(f"{topic}（{topics[topic]}条）" for topic in by_size)
    return f"{region.own}{report.year}年《{report.title}》：{held or '没有数字'}"


def _held(catalogue: Catalogue, topic: str, known: dict[str, str]) -> list[str]:
    return [
        f"{known[code]}（{'、'.join(f'{report.year}年{number}条' for report, number in having)}）"
        for code, reports in catalogue.of_place.items()
        if (having := [(r, n) for r in reports if (n := catalogue.topics.get(r.id, {}).get(topic))])
    ]


def _own_name(adcode: str, reports: Sequence[Report], places: Places) -> str:
    region = places.get(adcode)
    return region.own if region else reports[0].region


def _years(reports: Sequence[Report]) -> str:
    return "、".join(f"{year}年" for year in dict.fromkeys(report.year for report in reports))


def _count(number: int) -> str:
    return f"；共{number}个地方" if number > _MOST_PLACES else ""


def _status(message: str, lacks: Sequence[Missing]) -> Status:
    if not message:
        return Status.NONE
    return Status.PARTIAL if lacks else Status.ANSWER
