"""The names of counties, districts, cities and banners: a name among them is one, whatever word it ends like."""

from __future__ import annotations

from pathlib import Path

from bot.words.places import Places

_LEVELS, _SHORTEST = ("县", "区", "市", "旗"), 3


def divisions_in(directory: Path) -> frozenset[str]:
    """The names of divisions in data/places/ with their level (沁水县, 房山区), those of two characters left out, which
    may be the end of a longer word. Raises DataError."""
    own = (region.own for region in Places.load(directory).by_code.values())
    return frozenset(name for name in own if name.endswith(_LEVELS) and len(name) >= _SHORTEST)
