"""A figure whose sentence goes on about the one before it, asked for in the words of both.

以镇政府为被申请人的案件共9件。目前审结7件，其中维持5件: who names the first and asks how many were closed means the 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import key_of, once
from bot.asking.answering.weighing.counting import has_unit
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Kind, Modality, Query
from bot.words.indicators import ANY_UNIT
from bot.words.lexicon import Lexicon

_GOES_ON = re.compile("(?:目前|现已|现|已|截[至止][^,，]{0,8}|其中)[,，]?[已共均]?[\u3400-\u9fff]{2,4}\\d")
"""How a sentence opens that goes on: with a deed and its number, not a thing of its own (目前，全区共有律所12家)."""
_FULL_STOP = 2
"""How many characters may stand between two sentences that follow one another."""


def continued_said(query: Query, pool: Pool, lexicon: Lexicon) -> Pick | None:
    """The only figure that a question says by its deed and by what the sentence before counts; None for none."""
    if query.kinds or query.modality is not Modality.ACTUAL or not query.words:
        return None
    units = [unit for unit in query.units if unit != ANY_UNIT]
    counts = ((fact, whole) for fact, whole in _going_on(pool.facts) if fact.claim.kind is Kind.COUNT)
    said = "".join(query.said)
    found = once(
        [
            fact
            for fact, whole in counts
            if (not units or has_unit(fact, units)) and _is_said(query, said, fact, whole, lexicon)
        ]
    )
    if len(found) != 1:
        return None
    fact = found[0]
    want = Want(fact.claim.topic, fact.indicator)
    return Pick(want, pool.slot, fact.report, key_of(fact), found, (), exact=True)


def _going_on(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Each figure of a sentence that goes on about the one right before it, with the first figure of that one."""
    before: list[Fact] = []
    for (report, quote), group in groupby(facts, key=lambda fact: (fact.report, fact.claim.quote)):
        own = list(group)
        if before and before[0].report == report and _GOES_ON.match(quote):
            gap = _start(own[0]) - _start(before[0]) - len(before[0].claim.quote)
            if 0 <= gap <= _FULL_STOP:
                yield from ((fact, before[0]) for fact in own if _may_be_part(fact, before[0]))
        before = own


def _may_be_part(fact: Fact, whole: Fact) -> bool:
    """Whether a figure may count some of what a whole counts: in its unit, and no more."""
    return fact.claim.unit == whole.claim.unit and fact.claim.value <= whole.claim.value


def _start(fact: Fact) -> int:
    """Where the sentence of the first figure in it begins."""
    return fact.start - fact.claim.quote.find(fact.text)


def _is_said(query: Query, said: str, fact: Fact, whole: Fact, lexicon: Lexicon) -> bool:
    """Whether the words are those of both: some that only the whole has, and the deed of the figure itself."""
    same = lexicon.alike.same
    own, wider = same(fact.claim.measure), same(f"{whole.claim.subject}{whole.claim.measure}")
    meant = [same(word) for word in query.words]
    deed = fact.indicator in query.indicators or any(word in own and word not in wider for word in meant)
    narrowed = any(word in wider and word not in own for word in meant)
    named = not whole.claim.subject or whole.claim.subject in said
    return deed and narrowed and named and all(word in own or word in wider for word in meant)
