"""Looking things up in the reports' own words: search, the clause behind a figure, figures that do not add up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.model import Answer, Fact, Group, Missing, MissingKind, Passage, Query, Status
from bot.store.facts import Catalogue, FactStore, Wanted

SENTENCES = 5
"""How many sentences a search shows."""
MOST_SENTENCES = 200
"""How many sentences are looked at to say which reports they are from."""

_FACT_ID = re.compile(r"(?P<report>[A-Za-z0-9_-]+)-(?P<start>\d+)-[0-9a-f]{6}")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?\D*")
_CLAUSES = 3
_MOST_REPORTS = 30
_ODD = 8


_MOST_WORDS, _MOST_PASSAGES, _MOST_GUESSED = 6, 50, 4
"""How many words are looked for, in how many sentences each, to guess how many places."""


class Looking:
    """Search, sources and checks over one store."""

    def __init__(self, store: FactStore) -> None:
        self._store = store

    async def search(self, query: Query) -> Answer:
        """The sentences that hold all the words that were asked for, within the places and years named."""
        words = tuple(word for word in (query.words or query.topics) if any(c.isalnum() for c in word))
        if not words:
            return Answer(status=Status.HELP, query=query, message="请写出要找的词。例如：/search 法治前哨站")
        catalogue = await self._store.catalogue()
        asked = {region.adcode for region in query.regions}
        years = {asked.year for asked in query.asked if asked.year} | set(query.years)
        within = [
            report.id
            for report in catalogue.reports.values()
            if (not asked or report.adcode in asked) and (not years or report.year in years)
        ]
        said = "、".join(words)
        where = "、".join(region.own for region in query.regions) + "、".join(f"{year}年" for year in sorted(years))
        if not within:
            gone = Missing(where, MissingKind.REGION, f"没有{where}的报告")
            return Answer(status=Status.NONE, query=query, missing=(*query.missing, gone))
        hits = await self._store.search(words, within if asked or years else (), MOST_SENTENCES)
        if not hits.passages:
            gone = Missing(said, MissingKind.INDICATOR, f"{where}报告原文里没有“{said}”")
            return Answer(status=Status.NONE, query=query, missing=(*query.missing, gone))
        facts = await self._facts_in(hits.passages)
        exactly = [fact for fact in facts if len(words) == 1 and _is_figure(fact, words[0])]
        holding = [passage for passage in hits.passages if any(_inside(fact, passage) for fact in exactly)]
        passages = _of_each_report(holding or hits.passages)[:SENTENCES]
        inside = [fact for fact in exactly or facts if any(_inside(fact, passage) for passage in passages)]
        total = len(holding) or hits.total
        shown = f"，先列{len(passages)}句" if total > len(passages) else ""
        found_in = _named(holding or hits.passages, hits.catalogue)
        return Answer(
            status=Status.PARTIAL if query.missing else Status.ANSWER,
            query=query,
            groups=(Group(said, "", tuple(inside)),) if inside else (),
            missing=query.missing,
            passages=tuple(passages),
            message=f"原文里含“{said}”的句子共{total}句{shown}，出自{found_in}",
            reports=hits.catalogue.named_by(passages),
        )

    async def _facts_in(self, passages: Sequence[Passage]) -> list[Fact]:
        """The figures that stand in some sentences, so that these are cited as all others are."""
        found = await self._store.find(Wanted(reports=tuple({passage.report for passage in passages})))
        return [fact for passage in passages for fact in found.facts if _inside(fact, passage)]

    async def source_of_id(self, query: Query) -> Answer:
        """The clause of one fact in its paragraph. A fact that has changed is said to have changed."""
        found = await self._store.find(Wanted(ids=(query.target,)))
        if found.facts:
            group = Group(found.facts[0].claim.measure, found.facts[0].indicator, found.facts)
            reports = found.catalogue.named_by(found.facts)
            return await self.around(Answer(status=Status.ANSWER, query=query, groups=(group,), reports=reports))
        match = _FACT_ID.fullmatch(query.target)
        known = match is not None and match["report"] in found.catalogue.reports
        said = "出处已更新，这条数据所在的原文改过了，请重新提问" if known else "没有这条出处"
        why = f"{said}：{query.target}"
        return Answer(status=Status.NONE, query=query, missing=(Missing(query.target, MissingKind.INDICATOR, why),))

    async def most_of(self, words: Sequence[str]) -> list[str]:
        """The codes of the few places whose reports have most of these words, in any sentence."""
        held: Counter[str] = Counter()
        for word in words[:_MOST_WORDS]:
            catalogue, passages, _ = await self._store.search((word,), limit=_MOST_PASSAGES)
            held.update({catalogue.reports[passage.report].adcode for passage in passages})
        enough = min(len(words), 2)
        return [code for code, number in held.most_common(_MOST_GUESSED) if number >= enough]

    async def around(self, answer: Answer) -> Answer:
        """The answer cut down to its first figures, with the paragraph that each stands in."""
        if not answer.facts:
            return answer
        quotes = list(dict.fromkeys((fact.report, fact.claim.quote) for fact in answer.facts))[:_CLAUSES]
        facts = [fact for fact in answer.facts if (fact.report, fact.claim.quote) in quotes]
        texts = {report: await self._store.text(report) for report, _ in quotes}
        passages = dict.fromkeys(_paragraph(texts[fact.report], fact) for fact in facts)
        kept_ids = {fact.id for fact in facts}
        kept = (replace(group, facts=tuple(f for f in group.facts if f.id in kept_ids)) for group in answer.groups)
        return replace(answer, groups=tuple(g for g in kept if g.facts), passages=tuple(passages), derived=())

    async def check(self, query: Query) -> Answer:
        """The figures that do not fit with others of their report, with the reason."""
        places = tuple(region.adcode for region in query.regions)
        found = await self._store.find(Wanted(places=places, odd=True))
        years = {asked.year for asked in query.asked if asked.year} | set(query.years)
        reports = found.catalogue.reports
        odd = [fact for fact in found.facts if not years or reports[fact.report].year in years]
        where = "、".join(region.own for region in query.regions) or "各地"
        about = [fact for fact in odd if _is_about(fact, query)]
        if places and not any(report.adcode in places for report in reports.values()):
            gone = Missing(where, MissingKind.REGION, f"没有{where}的报告")
            return Answer(status=Status.NONE, query=query, missing=(*query.missing, gone))
        what = "、".join(query.topics)
        checked = f"有{len(about)}处数字值得核对" if about else "没有发现前后不一的数字"
        message = f"{where}报告中{what}{checked}"
        if len(about) < len(odd):
            message += f"；{'其他方面' if what else ''}还有{len(odd) - len(about)}处"
        shown = about[:_ODD]
        return Answer(
            status=Status.ANSWER,
            query=query,
            groups=tuple(Group(fact.claim.measure, fact.indicator, (fact,)) for fact in shown),
            caveats=tuple(_oddities(shown)),
            missing=query.missing,
            message=message,
            reports=found.catalogue.named_by(shown),
        )


def _oddities(facts: Iterable[Fact]) -> list[str]:
    return list(dict.fromkeys(f"{fact.text}：{oddity}" for fact in facts for oddity in fact.oddities))


def _is_about(fact: Fact, query: Query) -> bool:
    """Whether a figure is of an indicator that a question names, or of its topic where it names none."""
    if query.indicators:
        return fact.indicator in query.indicators
    return not query.topics or fact.claim.topic in query.topics


def _inside(fact: Fact, passage: Passage) -> bool:
    return fact.report == passage.report and passage.start <= fact.start and fact.end <= passage.end


def _is_figure(fact: Fact, typed: str) -> bool:
    """Whether a fact is the number that was typed, with or without its unit: 583 is 583宗 and not 1583宗."""
    if not _FIGURE.fullmatch(typed):
        return False
    text, number = fact.text.replace(",", ""), typed.replace(",", "")
    return re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]|(?<=\d)[%‰万亿])", text) is not None


def _of_each_report(passages: Sequence[Passage]) -> list[Passage]:
    """The best sentence of each report, then the others as they came."""
    first = {passage.report: passage for passage in reversed(passages)}
    opening = [passage for passage in passages if first[passage.report] is passage]
    return opening + [passage for passage in passages if first[passage.report] is not passage]


def _named(passages: Sequence[Passage], catalogue: Catalogue) -> str:
    """Which reports sentences are from, the newest first: 巴南区2023年（2句）、廉江市2024年（1句）."""
    held = Counter(passage.report for passage in passages)
    known = [report for report in catalogue.reports.values() if report.id in held]
    names = "、".join(f"{report.region}{report.year}年（{held[report.id]}句）" for report in known[:_MOST_REPORTS])
    return f"{names}等{len(known)}份报告" if len(known) > _MOST_REPORTS else names


def _paragraph(text: str, fact: Fact) -> Passage:
    """The paragraph that a fact stands in, without the spaces around it."""
    start = text.rfind("\n", 0, fact.start) + 1
    end = text.find("\n", fact.end)
    whole = text[start : end if end >= 0 else len(text)]
    inner = whole.strip()
    start += whole.index(inner)
    return Passage(fact.report, fact.section, inner, start, start + len(inner))
