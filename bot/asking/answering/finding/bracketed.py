"""A part that stands in brackets behind its whole, asked for in the words of both: 处罚类案件85件（公安38件）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import key_of, once
from bot.asking.answering.weighing.counting import has_unit
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Kind, Modality, Query
from bot.words.indicators import ANY_UNIT, covered, plain
from bot.words.lexicon import Lexicon

_JOINS = re.compile("[及和与]")
_ASKS = re.compile("(?:各|一共|总共|共)?有?(?:多少|几).{0,2}$")
_OPENS, _CLOSES = "（(", "）)"
_SHORTEST = 2


def part_said(query: Query, pool: Pool, lexicon: Lexicon) -> Pick | None:
    """The part of a whole that a question says in its own words and then in those of the whole, if there is one only.

    公安分局及派出所为被申请人的处罚类案件: of the whole only what comes first may be left out, and no more than half.
    """
    if query.kinds or query.modality is not Modality.ACTUAL:
        return None
    phrase = _ASKS.sub("", _joined("".join(query.said)))
    units = [unit for unit in query.units if unit != ANY_UNIT]
    counts = [fact for fact in pool.facts if fact.claim.kind is Kind.COUNT and (not units or has_unit(fact, units))]
    found = once([fact for fact in counts if _is_said(phrase, fact, _whole_of(fact, pool.facts), lexicon)])
    if len(found) != 1:
        return None
    fact = found[0]
    want = Want(fact.claim.topic, fact.indicator)
    return Pick(want, pool.slot, fact.report, key_of(fact), found, (), exact=True)


def _joined(text: str) -> str:
    """A text without punctuation and the words that only join: people say 公安和派出所 for 公安及派出所."""
    return _JOINS.sub("", plain(text))


def _whole_of(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The figure right before the brackets that a figure stands in; None where it stands in none."""
    quote = fact.claim.quote
    at = quote.find(fact.text)
    opened = max(quote.rfind(mark, 0, at) for mark in _OPENS) if at > 0 else -1
    if opened < 0 or any(mark in quote[opened:at] for mark in _CLOSES):
        return None
    bracket = fact.start - (at - opened)
    return next((one for one in facts if one.report == fact.report and one.end == bracket), None)


def _is_said(phrase: str, part: Fact, whole: Fact | None, lexicon: Lexicon) -> bool:
    """Whether a phrase is what a part is called, and behind it how what its whole is called ends."""
    if whole is None or whole.claim.unit != part.claim.unit:
        return False
    own, wider = _joined(part.claim.measure), _joined(whole.claim.measure)
    longest = max(map(len, lexicon.filler))
    return any(
        own.endswith(phrase[:at])
        and covered(own.removesuffix(phrase[:at]), lexicon.filler, longest)
        and wider.endswith(phrase[at:].removeprefix("的"))
        and 2 * len(phrase[at:]) >= len(wider)
        for at in range(_SHORTEST, len(phrase) - _SHORTEST + 1)
    )
