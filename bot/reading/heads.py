"""Which topics' heads a text says itself: a measure gets no word that nobody wrote before it.

The topic of a figure may be told by words that only go with it (追回欠薪 of legal aid). Its head then names who or what
was at work, which the text leaves open: without the head the measure says what is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.reading.vocabulary.lexicon import Topic

_OF_TWO_WORDS = 4
_BROADER: dict[str, tuple[str, ...]] = {"诉讼": ("被告", "政府诉讼"), "律师": ()}
"""Second words of heads that other fields have as well (诉讼320件 may be of civil suits), with what shows the field."""


class Heads:
    """The topics as one text knows them."""

    def __init__(self, text: str, topics: Mapping[str, Topic]) -> None:
        self._text, self._topics = text, topics
        self._unsaid: dict[str, Topic] = {}
        self._said_at: dict[str, int] = {}

    def topic(self, name: str, end: int) -> Topic:
        """The topic, marked where the text up to `end` says nothing of it."""
        known = self._topics[name]
        if not known.head or self._first_said(known) < end:
            return known
        return self._unsaid.setdefault(name, replace(known, said=False))

    def _first_said(self, topic: Topic) -> int:
        """Where the text first has a word that shows the topic, or the second word of its head: 援助 of 法律援助."""
        at = self._said_at.get(topic.name)
        if at is None:
            second = topic.head[2:] if len(topic.head) == _OF_TWO_WORDS else topic.head
            shown = _BROADER.get(second, (second,))
            found = (self._text.find(word) for word in (topic.head, *shown, *topic.shown_by))
            at = self._said_at[topic.name] = min((place for place in found if place >= 0), default=len(self._text))
        return at
