"""The questions of a message one after the other: each may lean on what the one before it named or was answered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import replace

from bot.asking.answering.barring.same_event import is_of_other, is_of_other_event, noun_of, of_same_event
from bot.asking.answering.telling import comparing
from bot.asking.understanding.continuing.inheriting import of_topics_before
from bot.asking.understanding.measuring.doers import doer_before
from bot.model import Answer, Missing, MissingKind, Query, Status
from bot.store.facts import FactStore, Wanted
from bot.words.lexicon import Lexicon


class Following:
    """Answers the parts of questions; `figures` answers one by itself, without relatives."""

    def __init__(self, lexicon: Lexicon, store: FactStore, figures: Callable[[Query], Awaitable[Answer]]) -> None:
        self._lexicon = lexicon
        self._store = store
        self._figures = figures

    async def parts(self, query: Query) -> AsyncIterator[Answer]:
        """The answers to the parts of a question; one that names no topic and has none by itself is of the last."""
        topics: tuple[str, ...] = ()
        before: Answer | None = None
        words: tuple[str, ...] = ()
        for part in query.parts:
            answer = await self._of_topics_before(part, topics)
            answer = answer or (before and (await self._of_doer(part, before) or await self._of_event(part, before)))
            answer = answer or await self._figures(part)
            if topics and not (part.topics or answer.facts):
                answer = await self._figures(replace(part, topics=topics))
            topics = answer.query.topics or topics
            answer = _of_the_whole(part, words, before, _of_no_other(part, before, answer)) if before else answer
            before, words = answer, part.words
            yield answer

    async def of_event_before(self, query: Query) -> Answer | None:
        """The rate of what the question before asked about, for a follow-up that only names a rate; None for others."""
        if query.event is None or query.years != query.event.years:
            return None
        before = await self._figures(query.event)
        told = await self._of_event(query, before)
        if told or not before.facts:
            return told
        answer = await self._figures(query)
        other = _of_no_other(query, before, answer)
        return None if other is answer else other

    async def _of_topics_before(self, part: Query, topics: Sequence[str]) -> Answer | None:
        """What the topics before a part have by its noun, 调解 of 行政复议; None where they have no such figure."""
        inherited = of_topics_before(part, topics, self._lexicon)
        answer = await self._figures(inherited) if inherited else None
        return answer if answer and answer.status is Status.ANSWER else None

    async def _of_doer(self, part: Query, before: Answer) -> Answer | None:
        """What those did of it who did what the part before asks for; None where no figure tells that of them."""
        topic, doer = doer_before(part, before.query, self._lexicon)
        if not (topic and part.said) or part.asked != before.query.asked:
            return None
        theirs = replace(part, topics=(topic, *part.topics), said=(doer + part.said[0], *part.said[1:]))
        answer = await self._figures(theirs)
        if answer.status is not Status.ANSWER:
            return None
        lead = answer.facts[0].claim
        return answer if doer in lead.measure + lead.subject else None

    async def _of_event(self, part: Query, before: Answer) -> Answer | None:
        """What the sentence of the answer before tells of the same thing by a part's noun; None where it does not."""
        leads = before.groups[0].facts if before.groups else ()
        if len(leads) != 1 or part.asked != before.query.asked:
            return None
        found = await self._store.find(Wanted(reports=(leads[0].report,)))
        fact = of_same_event(part, leads[0], found.facts, self._lexicon)
        if fact is None:
            return None
        groups = (comparing.group_of((fact,), self._lexicon, with_topic=False),)
        named = (fact.indicator,) if fact.indicator else ()
        return Answer(
            status=Status.ANSWER,
            query=replace(part, topics=(fact.claim.topic,), indicators=named),
            groups=groups,
            caveats=tuple(comparing.caveats_of(groups, (), found.catalogue.reports, self._lexicon)),
            reports=found.catalogue.named_by((fact,)),
        )


def _of_no_other(part: Query, before: Answer, answer: Answer) -> Answer:
    """The answer, without the rate of something else than the event that the question before asked about."""
    if not (before.facts and answer.facts) or not is_of_other_event(part, before.facts[0], answer.facts[0]):
        return answer
    noun, event = noun_of(part), before.facts[0].claim.measure
    lacks = Missing(noun, MissingKind.INDICATOR, f"报告没有说“{event}”的{noun}")
    return Answer(status=Status.NONE, query=answer.query, missing=(lacks,))


def _of_the_whole(part: Query, words: Sequence[str], before: Answer, answer: Answer) -> Answer:
    """The answer, which says so where its rate is not of those whom the words before named."""
    if not (before.facts and answer.facts) or not is_of_other(part, words, before.facts[0], answer.facts[0]):
        return answer
    noun, named = noun_of(part), "、".join(words)
    why = f"没有单说“{named}”的{noun}；列出的是“{answer.facts[0].claim.measure}”"
    missing = Missing(f"{named}{noun}", MissingKind.INDICATOR, why)
    return replace(answer, status=Status.PARTIAL, missing=(*answer.missing, missing))
