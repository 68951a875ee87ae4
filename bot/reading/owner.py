"""Whose figure it is: one actor, party or group, as `Owners` keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.reading.actors import Actor


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
