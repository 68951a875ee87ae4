"""Whether a figure that is only near to a question tells how something came out, where that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.weighing.wording import part_around
from bot.model import Fact, Kind, Modality, Query
from bot.words.lexicon import Lexicon

_COUNTED = "[了过]?的?有?(?:多少|几)"
_COUNTS = "(?:多少|几)(?:[个名位件宗起家份次]|人次?|)(?:最后|最终|真|才|都|被)?"
"""What asks how many of those came out so, behind it or before it: 通过了几人, 几人通过了."""


def counts_without(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a question counts those that came out in a way (通过几人), which a number of all does not tell."""
    if query.modality is not Modality.ACTUAL or fact.claim.kind is not Kind.COUNT:
        return False
    alike, said = lexicon.alike, lexicon.alike.same("".join(query.said))
    asked = [
        one
        for one in alike.outcomes
        if one in said and re.search(f"{re.escape(one)}{_COUNTED}|{_COUNTS}{re.escape(one)}", said)
    ]
    return _tells_none(fact, asked, lexicon)


def lacks_outcome(query: Query, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a question asks what was lost, upheld, passed, …, and a figure only says of how many cases or people."""
    if query.modality is not Modality.ACTUAL:
        return False
    alike = lexicon.alike
    names = (known.name for identity in query.indicators if (known := lexicon.indicator(identity)))
    asked = "\n".join(map(alike.same, (*query.words, *names)))
    outcomes = _longest([outcome for outcome in alike.outcomes if outcome in asked])
    told = alike.same(fact.claim.measure + part_around(fact))
    return bool(outcomes) and not any(word in told for outcome in outcomes for word in alike.outcomes[outcome])


def _tells_none(fact: Fact, asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a figure does not tell one of the outcomes that were asked for."""
    told = lexicon.alike.same(fact.claim.measure + part_around(fact)) if asked else ""
    return any(not any(word in told for word in lexicon.alike.outcomes[one]) for one in _longest(asked))


def _longest(outcomes: Sequence[str]) -> list[str]:
    """The outcomes without those that are part of another: 不合格 is no 合格."""
    return [one for one in outcomes if not any(one in other and one != other for other in outcomes)]
