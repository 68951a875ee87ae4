"""Which of the figures of an answer stands first: one that is counted as the question asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.asking.answering.weighing.counting import counts_alike, has_unit, tells_units
from bot.model import Group, Intent, Query
from bot.words.indicators import plain
from bot.words.lexicon import Lexicon


def in_unit_first(groups: Sequence[Group], query: Query, lexicon: Lexicon) -> list[Group]:
    """The groups, where the first is counted in no such unit as was named for one place, with the first that is before
    it: 体检出了几份报告 is shown 体检302场次 and 体检报告129份, but asks for the latter.

    What says less of the question stays behind: 调解60宗 of 排查出几宗, which is told 排查300次.
    """
    of_one = query.intent is Intent.FACT and len(query.asked) < 2
    if not (groups and of_one and tells_units(query.units)) or query.kinds:
        return list(groups)
    if counts_alike(groups[0].facts[0], query.units, lexicon):
        return list(groups)
    least = _said_of(groups[0], query, lexicon)
    meant = (at for at, group in enumerate(groups) if _said_of(group, query, lexicon) >= least)
    at = next((at for at in meant if has_unit(groups[at].facts[0], query.units)), 0)
    return [groups[at], *groups[:at], *groups[at + 1 :]]


def _said_of(group: Group, query: Query, lexicon: Lexicon) -> int:
    """How many neighbouring characters of a question what a group measures says."""
    same = lexicon.alike.same
    said, measure = plain("".join(query.said)), plain(group.facts[0].claim.measure)
    texts = ((said, measure), (same(said), same(measure)))
    return max(sum("".join(pair) in told for pair in set(pairwise(asked))) for asked, told in texts)
