"""A place that is named to say where another lies: 深圳 of 深圳2023年盐田区受案多少 asks for no figure of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from bot.asking.understanding.cutting.segmentation import Token
from bot.model import Region
from bot.words.questions import Role

_JOINS = re.compile("[和跟与及同、,，;；比除]|vs|还有")
_COMPARES = re.compile("compare|比|rank|排")


class Atlas(Protocol):
    """Knows which places lie where, and which have reports."""

    def contains(self, outer: Region, inner: Region) -> bool:
        """Whether a place is or lies in another."""
        ...

    def reports(self, region: Region) -> bool:
        """Whether there is any report of the place."""
        ...


def in_named(found: Sequence[tuple[Token, tuple[Region, ...]]], atlas: Atlas) -> list[tuple[Token, tuple[Region, ...]]]:
    """The names with what each may stand for: of several places without a report the one that lies in one named beside
    it, 南山区 of 深圳市2023年南山区."""
    clear = [regions[0] for _, regions in found if len(regions) == 1]
    return [(token, regions if len(regions) == 1 else _one_within(regions, clear, atlas)) for token, regions in found]


def _one_within(regions: tuple[Region, ...], outer: Sequence[Region], atlas: Atlas) -> tuple[Region, ...]:
    """The one of some places that lies in one of others, where none has a report; else all of them."""
    inner = tuple(region for region in regions if any(atlas.contains(one, region) for one in outer))
    return inner if len(inner) == 1 and not any(map(atlas.reports, regions)) else regions


def innermost(
    tokens: Sequence[Token], named: Sequence[tuple[Token, Region]], prefix: str, atlas: Atlas
) -> list[tuple[Token, Region]]:
    """The places without those that the next one lies in which has no report itself, where nothing compares them."""
    compared = _COMPARES.search(prefix) or any(token.roles & {Role.COMPARE, Role.RANK} for token in tokens)
    if compared:
        return list(named)
    kept = [
        (token, region)
        for (token, region), (inner, place) in pairwise(named)
        if not (_lies_in(place, region, atlas) and not _joined(tokens, token, inner))
    ]
    return [*kept, *named[-1:]]


def _lies_in(place: Region, outer: Region, atlas: Atlas) -> bool:
    """Whether a place without a report lies in another, which has one."""
    return place != outer and atlas.contains(outer, place) and atlas.reports(outer) and not atlas.reports(place)


def _joined(tokens: Sequence[Token], token: Token, inner: Token) -> bool:
    """Whether something between the names of two places asks for both."""
    between = tokens[tokens.index(token) + 1 : tokens.index(inner)]
    return any(_JOINS.search(one.text) for one in between)
