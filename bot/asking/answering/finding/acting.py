"""What a body did that a question names with its deed: 法律服务所调解的纠纷 are those of 法律服务所调解5551件."""

from __future__ import annotations

from collections.abc import Iterable

from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.weighing.choosing import key_of, once
from bot.asking.answering.weighing.counting import has_unit
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.model import Kind, Modality, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_BODIES = "家"
"""The unit in which bodies are counted."""


def bodies_of(lexicon: Lexicon) -> dict[str, str]:
    """The indicator of each name of bodies that the lexicon counts: 公证处, 法律服务所."""
    counted = (p for patterns in lexicon.patterns.values() for p in patterns if _BODIES in p.indicator.units)
    return {plain(name): one.indicator.id for one in counted for name in (one.indicator.name, *one.says)}


def actors_in(query: Query, bodies: dict[str, str]) -> tuple[str, ...]:
    """The bodies that a question of one thing names and does not count itself."""
    if query.kinds or query.modality is not Modality.ACTUAL or len(query.said) > 1:
        return ()
    said = plain("".join(query.said))
    return tuple(name for name, identity in bodies.items() if name in said and identity not in query.indicators)


def deed_said(query: Query, pool: Pool, actors: Iterable[str]) -> Pick | None:
    """The figure of what one of the bodies did, where the question says its whole measure and there is one only."""
    said, names = plain("".join(query.said)), tuple(actors)
    counts = (fact for fact in pool.facts if fact.claim.kind is Kind.COUNT and has_unit(fact, query.units))
    measured = ((fact, plain(fact.claim.measure)) for fact in counts)
    told = (f for f, measure in measured if measure in said and measure not in names and measure.startswith(names))
    # 女性 in front of what a body did says who it was done for, or which bodies did it.
    found = once([fact for fact in told if all(word in plain(fact.claim.quote) for word in query.words)])
    if len(found) != 1:
        return None
    fact = found[0]
    return Pick(Want(fact.claim.topic, fact.indicator), pool.slot, fact.report, key_of(fact), found, (), exact=True)
