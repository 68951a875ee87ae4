"""Which of the figures of an answer stands first: one that is counted as the question asks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.asking.answering.counting import counts_alike, has_unit, tells_units
from bot.model import Group, Intent, Query
from bot.words.lexicon import Lexicon


def in_unit_first(groups: Sequence[Group], query: Query, lexicon: Lexicon) -> list[Group]:
    """The groups, where the first is counted in no such unit as was named for one place, with the first that is before
    it: 体检出了几份报告 is shown 体检302场次 and 体检报告129份, but asks for the latter."""
    of_one = query.intent is Intent.FACT and len(query.asked) < 2
    if not (groups and of_one and tells_units(query.units)) or query.kinds:
        return list(groups)
    if counts_alike(groups[0].facts[0], query.units, lexicon):
        return list(groups)
    at = next((at for at, group in enumerate(groups) if has_unit(group.facts[0], query.units)), 0)
    return [groups[at], *groups[:at], *groups[at + 1 :]]
