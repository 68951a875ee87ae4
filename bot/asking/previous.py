"""The query behind an earlier answer, made again from that answer's JSON, so that a follow-up can build on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.errors import UserError
from bot.model import Asked, Intent, Modality, Query
from bot.words.places import Places

_EXAMPLE = "那廉江呢？"


def query_from_json(answer: Mapping[str, Any], places: Places) -> Query:
    """The query of an answer's `understood`. Raises UserError when the object is no answer of ours."""
    try:
        understood = answer["understood"]
        years = tuple(int(year) for year in understood["years"])
        regions = [places.named(str(name))[0] for name in understood["regions"]]
        return Query(
            intent=Intent(understood["intent"]),
            topics=_strings(understood["topics"]),
            indicators=_strings(understood["indicators"]),
            asked=tuple(Asked(region) for region in regions),
            years=years,
            modality=Modality(understood["modality"]),
        )
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise UserError("前一条回答的内容不完整，请直接提问", _EXAMPLE) from error


def _strings(values: Sequence[Any]) -> tuple[str, ...]:
    if isinstance(values, str):
        raise TypeError("a list of words is expected")
    return tuple(str(value) for value in values)
