"""Whose figure it is: one actor, party or group, as `Owners` keeps it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.reading.actors import Actor

_FIGURE, _NEAR = re.compile(r"\d[\d.,]*(?!\d*[年月日])"), 300


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figure: `start`:`end` in the text; `actor` where it is one, else a party or a group."""

    start: int
    end: int
    actor: Actor | None = None
    respondent: bool = False
    """Whether it is who a case is against: 以县政府为被告的案件."""
    throughout: bool = False
    """Whether the whole sentence is its own: 在市本级受理的90件案件中,…;…."""
    leads: bool = True
    """Whether it is told for itself, not as a part of what was counted before: 共收到90件,其中市本级12件."""
    once: bool = False
    """Whether only its own segment is told of it: 带动各镇开展述法90人次,发放资料9份."""


def with_one_figure_each(text: str, named: Sequence[Owner], low: int) -> tuple[Owner, ...]:
    """Those `named` before a segment that starts at `low`, where each had one figure of its own and none more."""
    if not named or low - named[0].start > _NEAR:
        return ()
    ends = [*(owner.start for owner in named[1:]), low]
    told = [(owner, len(_FIGURE.findall(text[owner.end : end]))) for owner, end in zip(named, ends, strict=True)]
    row = [(owner, figures) for owner, figures in told if figures]
    return tuple(owner for owner, _ in row) if all(figures == 1 for _, figures in row) else ()


def without_place(name: str, own: Collection[str]) -> str:
    """A name without the reporting place's (`own`), which is written with or without 市, 区, 县."""
    places = (written for place in own for written in (place, place[:-1]) if len(written) > 1)
    place = next((place for place in places if name.startswith(place)), "")
    return name[len(place) :]
