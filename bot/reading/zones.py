"""Where to look for the topic of a figure, and how much each place counts: the counted words first, then outwards.

The weights were chosen on annotated reports and lie on a wide plateau: halving or doubling one of them changes little.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.reading.actors import Actor
from bot.reading.clauses import Span
from bot.reading.page import Page, Place
from bot.reading.segments import Local
from bot.reading.topics import DEFAULT_TOPIC, Zone

COUNTED, BESIDE, SEGMENT, CLAUSE, LATER, SENTENCE = 1.0, 0.4, 0.3, 0.4, 0.3, 0.1
HEADING, ITEM, UPPER, ACTOR, TITLE = 0.4, 0.1, 0.2, 0.45, 0.3
REACH = 600
"""How far from a figure its clause, sentence and item are looked at; real ones are shorter."""


def zones_of(page: Page, place: Place, local: Local, actor: Actor | None) -> Iterator[Zone]:
    """The zones of a figure, from the counted words outwards."""
    position, section = local.numeral.start, place.section
    noun_follows = local.noun_follows
    yield Zone(*_near(local.left, position), BESIDE if noun_follows else COUNTED)
    aside = page.text.find("(", *_near(local.right, position))
    right = (local.right[0], aside if aside >= 0 else local.right[1])
    yield Zone(*_near(right, position), COUNTED if noun_follows else BESIDE)
    yield Zone(*_near(local.segment, position), SEGMENT)
    yield Zone(*_near((place.clause[0], local.segment[1]), position), CLAUSE)
    yield Zone(*_near((local.segment[1], place.clause[1]), position), LATER)
    yield Zone(*_near(place.sentence, position), SENTENCE)
    yield Zone(*page.title, TITLE, DEFAULT_TOPIC)
    yield Zone(section.start, section.body, HEADING)
    yield Zone(max(section.body, place.line[0], position - REACH), position, ITEM)
    if section.above is not None:
        upper = page.outline[section.above]
        yield Zone(upper.start, upper.body, UPPER)
    if actor and actor.end <= local.left[0]:
        yield Zone(actor.start, actor.end, ACTOR)


def _near(span: Span, position: int) -> Span:
    low, high = span
    return (low if low > position - REACH else position - REACH), (
        high if high < position + REACH else position + REACH
    )
