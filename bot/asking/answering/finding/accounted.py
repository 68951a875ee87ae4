"""A figure that accounts for all that a question says, word for word, in other words or misspelt, and says no more.

Whoever asks 律师们举办了多少场普法讲座 means 律师开展普法讲座40场, whatever the lexicon makes of the single words.
Where several figures account for a question, none is meant more than another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.asking.answering.finding.account import ASKS, Account
from bot.asking.answering.finding.figures import Pick
from bot.asking.answering.finding.said import Teller
from bot.asking.answering.weighing.choosing import key_of, once
from bot.asking.answering.weighing.counting import NAMES_RATE, counts_alike, may_be_cases
from bot.asking.answering.weighing.slips import Slips
from bot.asking.answering.weighing.slots import Pool
from bot.asking.answering.weighing.wants import Want
from bot.model import Fact, Intent, Kind, Modality, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Accounted:
    """What a question asks for to the last word; `note` says how it was understood where it is misspelt."""

    pick: Pick
    note: str


def accounted_for(query: Query, pool: Pool, teller: Teller) -> Accounted | None:
    """The only figure of a slot's newest report that accounts for all that a question says; None for none."""
    phrase = "".join(plain(part) for part in query.said)
    if not _may_be_accounted(query, phrase):
        return None
    facts = _sharing_most(phrase, _that_may_be_meant(pool.facts, phrase, query, teller.lexicon), teller.lexicon)
    region = pool.slot.region
    found = [fact for fact in facts if Account(phrase, fact, query, region, teller).holds()]
    if not found and query.after:
        after = "\n".join(plain(part) for part in query.after)
        found = [fact for fact in facts if Account(phrase, fact, query, region, teller, after=after).holds()]
    misspelt = bool(facts) and not found
    if misspelt:
        slips = _slips(phrase, pool, teller)
        found = [fact for fact in facts if Account(phrase, fact, query, region, teller, slips).holds()]
    own = once([fact for fact in found if fact.report == found[0].report])
    if len(own) != 1:
        return None
    fact = own[0]
    beside = (other for other in pool.facts if (other.report, other.claim.quote) == (fact.report, fact.claim.quote))
    rest = once([other for other in beside if other.claim.topic == fact.claim.topic and other.id != fact.id])
    note = f"按“{plain(fact.claim.measure)}”理解“{phrase}”" if misspelt else ""
    want = Want(fact.claim.topic, fact.indicator)
    return Accounted(Pick(want, pool.slot, fact.report, key_of(fact), own, rest, exact=True), note)


def _slips(phrase: str, pool: Pool, teller: Teller) -> Slips:
    """What may be misspelt of a phrase: no word that the reports, the lexicon or a question has."""
    told, has_others = "\n".join(plain(fact.claim.quote) for fact in pool.facts), teller.lexicon.alike.has_others
    return Slips(phrase, lambda text: text in told or text in teller.asking or has_others(text), teller.lexicon.shapes)


def _may_be_accounted(query: Query, phrase: str) -> bool:
    """Whether a question is one for one figure of each place and year."""
    one = query.intent in (Intent.FACT, Intent.COMPARE) and query.modality is not Modality.PRIOR
    one = one and not query.with_target
    summed = query.total and len(query.regions) > 1
    return one and not (query.relation or summed) and bool(phrase) and len(ASKS.findall(phrase)) < _PAIR


def _that_may_be_meant(facts: Iterable[Fact], phrase: str, query: Query, lexicon: Lexicon) -> list[Fact]:
    """The figures of the kind and counted in the unit that a question names, and of what it goes on about."""
    patterns = [pattern for identity in query.indicators if (pattern := lexicon.pattern(identity))]
    kinds = set(query.kinds) or {pattern.indicator.kind for pattern in patterns} or {_kind_of(phrase)}
    names = [said for pattern in patterns for said in (plain(pattern.indicator.name), *map(plain, pattern.says))]
    names += (name for topic in lexicon.topics for name in topic.names)
    bound = () if any(name in phrase for name in names) else query.topics
    return [
        fact
        for fact in facts
        if fact.claim.kind in kinds
        and (not bound or fact.claim.topic in bound)
        and may_be_cases(fact, query)
        and counts_alike(fact, query.units, lexicon)
    ]


def _kind_of(phrase: str) -> Kind:
    """What kind of figure a phrase of no indicator asks for, by how it ends."""
    return Kind.RATE if NAMES_RATE.search(phrase) else Kind.COUNT


def _sharing_most(phrase: str, facts: Sequence[Fact], lexicon: Lexicon) -> list[Fact]:
    """The figures whose measures have most of a phrase, by its neighbouring characters, in its or in other words."""
    same = lexicon.alike.same
    pairs = {text[at : at + _PAIR] for text in (phrase, same(phrase)) for at in range(len(text) - 1)}
    measured = ((fact, f"{plain(fact.claim.measure)}\n{same(fact.claim.measure)}") for fact in facts)
    shared = [(sum(pair in measure for pair in pairs), fact) for fact, measure in measured]
    most = max((count for count, _ in shared), default=0)
    return [fact for count, fact in shared if count and 2 * count >= most]
