"""A noun that is a topic's short name and a measure of the topic named before it: 调解 behind 行政复议."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.model import Kind, Query
from bot.words.lexicon import Lexicon

_AROUND = re.compile(
    "^(?:那么?|而|其中|当中|里面|里头)*|了?的?(?:各|分别|一共|总共|共)?(?:是|有)?(?:多少|几).*$|了?的?[呢啊呀吗]*$"
)


def of_topics_before(query: Query, topics: Sequence[str], lexicon: Lexicon) -> Query | None:
    """The query as one about what `topics` measure by its noun; None where it names anything else or a whole name."""
    if query.indicators or query.words or query.kinds or not query.topics or set(query.topics) & set(topics):
        return None
    said = "".join(query.said)
    noun = _AROUND.sub("", said)
    named = (lexicon.topic(name) for name in query.topics)
    if not any(topic and noun in topic.names and noun != topic.name for topic in named):
        return None
    found = tuple(dict.fromkeys(_measured(noun, topics, lexicon)))
    note = f"“{noun}”按{'、'.join(topics)}的{noun}理解"
    return replace(query, topics=tuple(topics), indicators=found, notes=(*query.notes, note)) if found else None


def _measured(noun: str, topics: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    for pattern in (pattern for topic in topics for pattern in lexicon.patterns[topic]):
        counts = pattern.indicator.kind is Kind.COUNT and pattern.groups
        if counts and all(noun in group for group in pattern.groups):
            yield pattern.indicator.id
