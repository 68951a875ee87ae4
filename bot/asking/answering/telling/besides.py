"""The relatives of an answer: figures that stand close to what was asked for, as far as there is room for them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answering.finding.figures import FIGURES, Pick
from bot.asking.answering.weighing.choosing import Key, key_of, order_of
from bot.model import Fact, Query
from bot.words.lexicon import Lexicon

_BESIDE = 3


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
