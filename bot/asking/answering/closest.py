"""The figures whose sentences say most of a question that nothing answers outright: shown as near, never as the answer.

Staff put things in their own words: 平均每件能早几天结案 for 平均每宗案件结案时间减少6天. What a question says is
cut into pairs of characters, and a pair weighs the more the fewer sentences of the place hold it. The words of the
topic and those that only ask say nothing here: what is near must say what sets the question apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log

from bot.asking.answering.choosing import key_of, once
from bot.asking.answering.figures import Pick, Want
from bot.asking.answering.slots import Pool
from bot.asking.answering.wording import about_topic, has_unit, names_part
from bot.model import Fact, Kind, Query
from bot.words.lexicon import Lexicon
from bot.words.questions import Role

ENOUGH = 0.4
"""The share of a question's weight that a sentence must hold. Of 75 questions that the reports cannot answer none
reached it when it was chosen; of 30 written later one did, before `_COUNTED` was asked for."""

_PAIRS = 3
"""How many pairs a sentence must hold at least: fewer may be chance."""

_MOST, _ALIKE, _IN_CLAUSE = 4, 0.8, 0.5
"""How many figures are shown, and how near to the nearest one they must be, elsewhere and in its own clause."""

_NAMED, _IN_UNIT = 0.5, 0.1
"""How much more it counts that the measure itself holds the pairs, and that the unit is the one that was asked for."""


_COUNTED = re.compile(r"(?:多少|几|几多|好多)[\u3400-\u9fff]?([\u3400-\u9fff]{2,4})")
"""What a question counts, behind its 多少 and a unit: without it no sentence is near."""


class Closest:
    """Compares questions with sentences. Made once for a lexicon; `asking` are words that only ask."""

    def __init__(self, lexicon: Lexicon, asking: Iterable[str]) -> None:
        self._lexicon = lexicon
        topical = {word for topic in lexicon.topics for word in (topic.name, *topic.words, *topic.aliases)}
        words = sorted((word for word in {*asking, *topical} if len(word) > 1), key=lambda word: (-len(word), word))
        self._musts = {word for word, roles in lexicon.questions.roles.items() if Role.MUST in roles}
        self._between = re.compile("|".join((*map(re.escape, words), r"\W+")))

    def find(self, query: Query, pool: Pool) -> Pick | None:
        """What a slot has nearest to a question, if anything is near."""
        clauses = {fact.claim.quote for fact in pool.facts}
        weights = _weights(_pairs(self._between.split(" ".join(query.said))), clauses)
        # 每位 wants another figure than all of them; those of a part of a place are only those that name it.
        counted = [self._between.split(found[1]) for said in query.said for found in _COUNTED.finditer(said)]
        needed = [word for word in query.words if word in self._musts or names_part(word)]
        ranked = [
            (score, fact)
            for fact in pool.facts
            if all(word in fact.claim.quote for word in needed)
            and all(_held(dict.fromkeys(_pairs(what), 1.0), fact.claim.quote) for what in counted if _pairs(what))
            and _may_be_meant(fact, query, self._lexicon)
            and (score := _nearness(weights, fact, query))
        ]
        if not ranked:
            return None
        ranked.sort(key=lambda pair: -pair[0])
        best, nearest = ranked[0]
        enough = {nearest.claim.quote: _IN_CLAUSE * best}
        leads = once([fact for score, fact in ranked if score >= enough.get(fact.claim.quote, _ALIKE * best)])[:_MOST]
        want = Want(nearest.claim.topic, nearest.indicator)
        return Pick(want, pool.slot, nearest.report, key_of(nearest), tuple(leads), (), exact=False)


def _nearness(weights: Mapping[str, float], fact: Fact, query: Query) -> float:
    """How much of a question's weight a sentence holds, its measure and unit counting more; 0 for too little."""
    claim = fact.claim
    named = claim.measure + claim.subject
    total, held = sum(weights.values()), _held(weights, named + claim.quote)
    if len(held) < _PAIRS or sum(held.values()) < ENOUGH * total:
        return 0.0
    in_unit = bool(query.units) and has_unit(fact, query.units)
    return (sum(held.values()) + _NAMED * sum(_held(weights, named).values())) / total + _IN_UNIT * in_unit


def _may_be_meant(fact: Fact, query: Query, lexicon: Lexicon) -> bool:
    """Whether a figure is of a topic that was named, and of a kind that fits what was asked for."""
    topical = not query.topics or any(
        fact.claim.topic == topic or about_topic(fact, topic, lexicon) for topic in query.topics
    )
    counted = not query.units or fact.claim.kind is Kind.COUNT or has_unit(fact, query.units)
    of_kind = not query.kinds or fact.claim.kind in query.kinds or has_unit(fact, query.units)
    return topical and counted and of_kind


def _pairs(pieces: Sequence[str]) -> set[str]:
    return {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}


def _weights(pairs: Iterable[str], clauses: Iterable[str]) -> dict[str, float]:
    """By pair: how rare it is among the clauses; what none of them holds weighs most."""
    clauses = list(clauses)
    counts = {pair: sum(pair in clause for clause in clauses) for pair in pairs}
    return {pair: log((len(clauses) + 1) / max(1, count)) for pair, count in counts.items()}


def _held(weights: Mapping[str, float], text: str) -> dict[str, float]:
    return {pair: weight for pair, weight in weights.items() if pair in text}
