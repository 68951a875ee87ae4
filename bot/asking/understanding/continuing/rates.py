"""A rate that a follow-up names alone is that of the event asked about before: 及格率多少 behind 多少人参加考试."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import Intent, Modality, Query

_ALONE = re.compile(
    "(?:那么|那|它们|他们|其中|其|的)*[\u3400-\u9fff]{2}率(?:又|分别)?(?:是|有|为|达到|达|能到|到)?(?:多少|几|百分之[几多少]+|多高|多大)?[呢啊呀吗]*"
)


def with_event_before(query: Query, previous: Query, text: str) -> Query:
    """The query, with the question before where the message is nothing but the name of a rate."""
    plain = query.intent is Intent.FACT and query.modality is Modality.ACTUAL
    if not (plain and _ALONE.fullmatch(text)) or previous.parts or query.asked or query.years:
        return query
    # 参与率呢, and then 及格率呢: both are of what was held.
    return replace(query, event=previous.event or replace(previous, event=None))
