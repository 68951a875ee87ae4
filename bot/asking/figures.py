"""Choosing the figures of an answer: for each thing that was asked, what every slot has of it and what stands close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.asking.choosing import (
    Key,
    best_of,
    key_of,
    main_key,
    near,
    newest_report,
    of_report,
    once,
    order_of,
    relatives,
)
from bot.asking.slots import Pool, Slot, against_last_year
from bot.model import Fact, Modality, Query
from bot.words.lexicon import Lexicon

FIGURES = 8
"""How many figures an answer shows, so that it stays readable on a phone."""

_CLOSE = 4
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that a question asks for: an indicator, or a whole topic, or ("" both) whatever its words name."""

    topic: str
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """What one slot has for a want: the report used, the figures that answer, and their close relatives in order."""

    want: Want
    slot: Slot
    report: str
    key: Key
    leads: tuple[Fact, ...]
    rest: tuple[Fact, ...]

    @property
    def exact(self) -> bool:
        """Whether the figures are those of the indicator that was asked for, if one was."""
        return not self.want.indicator or self.want.indicator in _bases(self.key.indicator)


def _bases(indicator: str) -> tuple[str, str]:
    """An indicator's id and the id of the figure whose change or multiple it is."""
    return indicator, indicator.partition("·")[0]


def wants_of(query: Query, lexicon: Lexicon) -> tuple[Want, ...]:
    """What a question asks for, in its order: its lexicon, then the topics that none of them belongs to."""
    named = [Want(id_.partition("/")[0], id_) for id_ in query.indicators]
    covered = {want.topic for want in named}
    whole = [Want(topic) for topic in query.topics if topic not in covered]
    return tuple(dict.fromkeys((*named, *whole))) or (Want(""),)


def picks_for(want: Want, pools: Sequence[Pool], query: Query, lexicon: Lexicon) -> dict[Slot, Pick | None]:
    """What each slot has for a want; None where it has nothing."""
    topical = [Pool(p.slot, tuple(f for f in p.facts if want.topic in ("", f.claim.topic))) for p in pools]
    candidates = [_of_units(_candidates(want, pool, query, lexicon), query.units) for pool in topical]
    newest = [of_report(pool, newest_report(pool)) for pool in candidates]
    common = main_key(newest, lexicon)
    found: dict[Slot, Pick | None] = {}
    for pool, chosen in zip(topical, newest, strict=True):
        key = common if common in {key_of(fact) for fact in chosen.facts} else main_key([chosen], lexicon)
        if key is None:
            found[pool.slot] = None
            continue
        several = bool(query.words) or query.modality is not Modality.ACTUAL
        same = chosen.facts if several else tuple(fact for fact in chosen.facts if key_of(fact) == key)
        most = _CLOSE if want.topic or query.words else FIGURES
        leads = _by_words(once(same), query)[:most] if several else best_of(once(same))
        around = of_report(pool, leads[0].report)
        found[pool.slot] = Pick(want, pool.slot, leads[0].report, key, leads, _rest(around, leads, query, lexicon))
    return found


def _of_units(pool: Pool, units: Sequence[str]) -> Pool:
    """Where the asker named units, the figures that have one of them, if there are any."""
    named = tuple(fact for fact in pool.facts if fact.claim.unit in units)
    return Pool(pool.slot, named) if named else pool


def _by_words(facts: Sequence[Fact], query: Query) -> tuple[Fact, ...]:
    """Of facts found by the question's own words, those whose measure says the least besides come first."""
    return tuple(sorted(facts, key=lambda fact: len(fact.claim.measure))) if query.words else tuple(facts)


def _candidates(want: Want, pool: Pool, query: Query, lexicon: Lexicon) -> Pool:
    """The facts of a slot that would answer a want."""
    facts = pool.facts
    named = tuple(fact for fact in facts if not want.indicator or fact.indicator == want.indicator)
    if query.modality is Modality.PRIOR:
        quotes = {fact.claim.quote for fact in named}
        compared = [f for f in facts if against_last_year(f) and f.claim.quote in quotes]
        prior = [fact for fact in named if fact.claim.modality is Modality.PRIOR]
        return Pool(pool.slot, tuple(prior or compared))
    indicator = lexicon.indicator(want.indicator)
    if not query.kinds or (indicator and indicator.kind in query.kinds):
        # A figure that is named in full inside a longer measure is shown under that measure, never as the indicator.
        return Pool(pool.slot, named) if named or not indicator else near(pool, indicator, lexicon)
    quotes = {fact.claim.quote for fact in named}
    return Pool(pool.slot, tuple(f for f in facts if f.claim.kind in query.kinds and f.claim.quote in quotes))


def _rest(pool: Pool, leads: Sequence[Fact], query: Query, lexicon: Lexicon) -> tuple[Fact, ...]:
    """The relatives worth showing: none beside figures found by the question's own words, which nothing else holds."""
    if query.words:
        return ()
    others = relatives(pool, leads, lexicon)
    if query.modality is Modality.PRIOR:
        quotes = {fact.claim.quote for fact in leads}
        others = [fact for fact in others if fact.claim.quote in quotes]
    shown = {(key_of(fact), fact.claim.value, fact.claim.unit) for fact in leads}
    return tuple(f for f in once(others) if (key_of(f), f.claim.value, f.claim.unit) not in shown)


def beside(parts: Sequence[Sequence[Pick]], query: Query, lexicon: Lexicon, limit: int = FIGURES) -> list[list[Fact]]:
    """The relatives to show, as groups of facts with the same key: those that several slots have come first."""
    picks = [pick for part in parts for pick in part]
    shown = {fact.id for pick in picks for fact in pick.leads}
    room = limit - len(shown)
    if room <= 0 or not picks:
        return []
    most = room if len(picks) == 1 and not query.indicators else _BESIDE
    quota = min(most, room // len(picks))
    held: dict[Key, int] = {}
    for pick in picks:
        for key in {key_of(fact) for fact in pick.rest}:
            held[key] = held.get(key, 0) + 1
    groups: dict[Key, list[Fact]] = {}
    for pick in picks:
        rest = sorted(
            (f for f in pick.rest if f.id not in shown), key=lambda f: held[key_of(f)] == 1 if len(picks) > 1 else 0
        )
        for fact in rest[:quota]:
            groups.setdefault(key_of(fact), []).append(fact)
            shown.add(fact.id)
    ordered = sorted(
        groups, key=lambda key: (len(groups[key]) == 1, order_of(key, lexicon) if len(groups[key]) > 1 else 0)
    )
    return [groups[key] for key in ordered]
