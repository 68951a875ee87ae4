"""Where to look for the topic of a figure, and how much each place counts: the counted words first, then outwards.

The weights were chosen on annotated reports: halving or doubling one of them changes two topics in a hundred at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.reading.actors import Actor
from bot.reading.clauses import Span
from bot.reading.page import Page, Place
from bot.reading.segments import Local
from bot.reading.topics import DEFAULT_TOPIC, Zone

COUNTED, BESIDE, SEGMENT, CLAUSE, LATER, SENTENCE = 1.0, 0.4, 0.3, 0.4, 0.3, 0.1
HEADING, ITEM, UPPER, ACTOR, TITLE = 0.4, 0.1, 0.2, 0.45, 0.3
KIND = 0.1
_ASIDE = re.compile(r"\((?!社区|居|街道|镇|乡|市|区|县)")
"""Where words in brackets begin that are no other name of the same level, as in 村(社区)法律顾问."""
_OF_ALL_FIELDS = ("司法所", "司法局")
REACH = 600
"""How far from a figure its clause, sentence and item are looked at; real ones are shorter."""


def zones_of(page: Page, place: Place, local: Local, actor: Actor | None) -> Iterator[Zone]:
    """The zones of a figure, from the counted words outwards."""
    position, section = local.numeral.start, place.section
    noun_follows = local.noun_follows
    own = 1.0
    if _breaks_down(page, place, position):
        own = KIND
        yield Zone(max(section.body, place.line[0]), place.sentence[0], HEADING)
    begin = actor.end if actor and _does_everything(page, actor, local) else 0
    left = min(max(local.left[0], begin), local.left[1]), local.left[1]
    yield Zone(*_near(left, position), own * (BESIDE if noun_follows else COUNTED))
    aside = _ASIDE.search(page.text, *_near(local.right, position))
    right = (local.right[0], aside.start() if aside else local.right[1])
    yield Zone(position, local.numeral.end, COUNTED)  # 三等奖, 第一名
    yield Zone(*_near(right, position), own * (COUNTED if noun_follows else BESIDE))
    yield Zone(*_near((max(local.segment[0], begin), local.segment[1]), position), own * SEGMENT)
    yield Zone(*_near((max(place.clause[0], begin), local.segment[1]), position), own * CLAUSE)
    yield Zone(*_near((local.segment[1], place.clause[1]), position), own * LATER)
    yield Zone(*_near(place.sentence, position), own * SENTENCE)
    yield Zone(*page.title, TITLE, DEFAULT_TOPIC)
    yield Zone(section.start, section.body, HEADING)
    yield Zone(max(section.body, place.line[0], position - REACH), position, ITEM)
    if section.above is not None:
        upper = page.outline[section.above]
        yield Zone(upper.start, upper.body, UPPER)
    if actor and actor.end <= left[0]:
        yield Zone(actor.start, actor.end, ACTOR)


def _does_everything(page: Page, actor: Actor, local: Local) -> bool:
    """Whether an office of all fields acts before a number: what a 司法所 did says the field, not who did it."""
    return actor.end <= local.numeral.start and page.text.endswith(_OF_ALL_FIELDS, actor.start, actor.end)


def _breaks_down(page: Page, place: Place, position: int) -> bool:
    """Whether a figure stands where cases are told apart by kind, in words at the start of its sentence or under such a
    heading: what is counted there is a kind, its field is what the section is about."""
    section = place.section
    in_heading = section.start < section.body and 0 <= page.kinds_told(section.start) <= section.body
    return in_heading or 0 <= page.kinds_told(place.sentence[0]) <= position


def _near(span: Span, position: int) -> Span:
    low, high = span
    return (low if low > position - REACH else position - REACH), (
        high if high < position + REACH else position + REACH
    )
