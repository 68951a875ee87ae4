"""Words that are made of known ones and mean something else: 禾湾社区 is no 社区, 法律援助律师 are not all 律师."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.asking.segmentation import PARTS_OF_PLACES, Token
from bot.words.lexicon import Lexicon

_NAMES = range(2, 5)
"""How long the name of a street, town, village or community is without its kind."""


def compounded(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """The tokens with those that make one word together joined; such a word is unknown and never cut."""
    return tuple(_joined(tokens, lexicon))


def _joined(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    held: Token | None = None
    for token in tokens:
        if held is not None and _names_part(held, token):
            held = replace(Token(held.text + token.text, held.start), whole=True)
            continue
        if held is not None:
            yield held
        of_topic = held is not None and held.topic and _are_people(token, held.topic, lexicon)
        held = replace(Token(f"{held.text}{token.text}", token.start), whole=True) if held and of_topic else token
    if held is not None:
        yield held


def _names_part(name: Token, kind: Token) -> bool:
    """Whether an unknown word runs into the kind of place that it names: 马田|街道."""
    return name.unknown and not name.whole and len(name.text) in _NAMES and kind.text in PARTS_OF_PLACES


def _are_people(token: Token, before: str, lexicon: Lexicon) -> bool:
    """Whether a topic's name that is the name of its people runs on from another topic: 法律援助|律师."""
    topic = lexicon.topic(token.topic) if token.topic not in ("", before) else None
    return topic is not None and token.text != topic.name and bool(topic.people) and topic.people.endswith(token.text)
