"""Whether a figure that is only near to a question tells how something came out, where that is asked for."""

from __future__ import annotations

import re

from bot.asking.answering.wording import part_around
from bot.model import Fact, Kind, Modality, Query
from bot.words.lexicon import Lexicon

_COUNTED = "({outcomes})[了过]?的?有?(?:多少|几)"


def counts_without(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a question counts those that came out in a way (通过几人), which a number of all does not tell."""
    if query.modality is not Modality.ACTUAL or fact.claim.kind is not Kind.COUNT:
        return False
    outcomes = lexicon.alike.outcomes
    form = _COUNTED.format(outcomes="|".join(sorted(map(re.escape, outcomes), key=len, reverse=True)))
    asked = re.findall(form, lexicon.alike.same("".join(query.said))) if outcomes else []
    told = lexicon.alike.same(fact.claim.measure + part_around(fact))
    return any(not any(word in told for word in outcomes[outcome]) for outcome in asked)


def lacks_outcome(query: Query, fact: Fact, lexicon: Lexicon) -> bool:
    """Whether a question asks what was lost, upheld, passed, …, and a figure only says of how many cases or people."""
    if query.modality is not Modality.ACTUAL:
        return False
    alike = lexicon.alike
    names = (known.name for identity in query.indicators if (known := lexicon.indicator(identity)))
    asked = "\n".join(map(alike.same, (*query.words, *names)))
    outcomes = [outcome for outcome in alike.outcomes if outcome in asked]
    # 不合格 is no 合格.
    longest = [one for one in outcomes if not any(one in other and one != other for other in outcomes)]
    told = alike.same(fact.claim.measure + part_around(fact))
    return bool(longest) and not any(word in told for outcome in longest for word in alike.outcomes[outcome])
