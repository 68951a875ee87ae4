"""What a question asks for, one thing each: an indicator, a whole topic, or whatever its words name."""

from __future__ import annotations

from dataclasses import dataclass

from bot.asking.understanding.measuring.doers import do_other_things
from bot.model import Query
from bot.words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that a question asks for: an indicator, or a whole topic, or ("" both) whatever its words name.

    `like` are indicators of other topics named beside a whole topic: 社区法律顾问 调解成功 wants what is both.
    """

    topic: str
    indicator: str = ""
    like: tuple[str, ...] = ()


def wants_of(query: Query, lexicon: Lexicon) -> tuple[Want, ...]:
    """What a question asks for, in its order: its lexicon, then the topics that none of them belongs to."""
    named = [Want(id_.partition("/")[0], id_) for id_ in query.indicators]
    covered = {want.topic for want in named}
    said = "".join(query.said)
    doers = {topic for topic in query.topics if topic not in covered and do_other_things(topic, said, lexicon)}
    covered |= doers if not doers.issuperset(query.topics) else set()
    whole = [Want(topic, like=query.indicators) for topic in query.topics if topic not in covered]
    return tuple(dict.fromkeys((*named, *whole))) or (Want(""),)
