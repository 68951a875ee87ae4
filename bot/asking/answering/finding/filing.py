"""Under which topic a figure is filed, and which others it is about all the same."""

from __future__ import annotations

from bot.asking.answering.weighing.wording import part_around
from bot.model import Fact, Kind, Query
from bot.words.lexicon import Lexicon

_SHORT = 3
"""How long a name is that may be part of any other."""


def about_topic(fact: Fact, topic: str, lexicon: Lexicon, query: Query) -> bool:
    """Whether a figure that is filed under another topic speaks of this one all the same.

    A rate whose measure names its own topic, which was not asked for, must say all of the other's name where the
    question does: 仲裁调解和解率 is no rate of 人民调解.
    """
    entry, claim = lexicon.topic(topic), fact.claim
    text = claim.measure + claim.quote
    own = claim.kind is Kind.RATE and claim.topic in claim.measure and claim.topic not in query.topics
    whole = own and any(topic in phrase for phrase in query.said)
    names = (topic,) if whole else entry.names if entry else ()
    return entry is not None and any(word in text and _stands_free(word, text, lexicon) for word in names)


def tells_topic(fact: Fact, topic: str, lexicon: Lexicon) -> bool:
    """Whether a figure is told of a topic itself, not only in a sentence with it: 讲座 of 调解 in 调解9件,讲座2场."""
    entry, claim = lexicon.topic(topic), fact.claim
    own = f"{claim.measure}{claim.subject}{part_around(fact)}{fact.section}"
    return entry is None or claim.topic == topic or any(name in own for name in (*entry.names, *entry.words))


def names_asked(fact: Fact, topic: str, lexicon: Lexicon, query: Query) -> bool:
    """Whether a figure of another topic names what was asked for of this one: 精简行政许可事项 of 营商环境."""
    own = (lexicon.pattern(identity) for identity in query.indicators if identity.startswith(f"{topic}/"))
    return any(name in fact.claim.measure for pattern in own if pattern for name in pattern.says if len(name) > _SHORT)


def _stands_free(word: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a word is more than a piece of a longer name: there is no 法考 in 学法考试."""
    for topic in lexicon.topics:
        for name in topic.names:
            if word in name and word != name:
                text = text.replace(name, "")
    return word in text


def in_section(fact: Fact, topic: str, lexicon: Lexicon) -> bool:
    """Whether the item of the outline that a figure stands in names this topic and no other."""
    item = fact.section.rpartition("/")[2]
    return topic in item and not any(other.name in item for other in lexicon.topics if other.name != topic)
