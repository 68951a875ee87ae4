"""Which of the figures that may be meant a question names: by what they count, and by whose they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.model import Fact, Query
from bot.words.indicators import plain

_THING = re.compile("[\u3400-\u9fff“”]{2,12}(?=$|[,，;；。]|、\\d)")
_JOINT = re.compile("[和与及]")
# Of these a place has one: its figures are the place's.
_ONLY_ONE = ("仲裁委", "仲裁委员会", "法律援助处", "法律援助中心", "司法局", "政府", "复议局", "普法办", "矫正中心")
_NAME = 3
"""How many characters tell what is counted apart from what has the same unit: 工作室, 工作站."""


def named_so(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts that a question calls by their name and of whom it names, as far as some are."""
    return _of_named(_called_so(facts, query), query)


def _of_named(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts of whom a question names, where some are: 区政府受理1件 beside 全区受理59件."""
    said = plain("".join(query.said))
    return [fact for fact in facts if fact.claim.subject and plain(fact.claim.subject) in said] or facts


def _called_so(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts that count what a question calls by its name, where some of an indicator do: 工作室 beside 工作站."""
    said = plain("".join(query.said))
    return [fact for fact in facts if plain(fact.claim.measure)[-_NAME:] in said] or facts


def thing_behind(fact: Fact) -> str:
    """The one thing that stands right behind a figure, which counts that whatever is named before: 党规 of
    印发法律和党规手册,收录58部党规、90部法律. "" where nothing does, or another is joined to it."""
    found = _THING.match(fact.claim.quote.partition(fact.text)[2])
    return plain(found[0]) if found and not _JOINT.search(found[0]) else ""


def of_things_named(facts: Sequence[Fact], query: Query) -> Sequence[Fact]:
    """The facts without those that count another thing than one beside them whose thing the question names."""
    said = plain("".join(query.said))
    things = {fact.id: thing_behind(fact) for fact in facts}
    named = {fact.claim.quote for fact in facts if things[fact.id] and things[fact.id] in said}
    return [f for f in facts if f.claim.quote not in named or not things[f.id] or things[f.id] in said]


def is_place_itself(subject: str, place: str) -> bool:
    """Whether a subject only names the place or all of it: 全市各级…, 廉江市法律援助处, 东莞仲裁委."""
    of_the_place = subject.startswith(("全市", "全区", "全县", "全省", place))
    return of_the_place or (subject.startswith(place[:-1]) and subject.endswith(_ONLY_ONE))
