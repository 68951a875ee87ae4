"""From what to what something changed: 从多少件增加到多少件 asks for the year before and for this one."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import Intent, Modality, Query

_HOW_MANY = "(?:多少|几|百分之几|百分之多少)"
_FROM_TO = re.compile(f"[从由](?:原来|原先|上年|去年)?的?{_HOW_MANY}[^,，。；;]{{1,12}}到了?{_HOW_MANY}")


def from_to(query: Query) -> tuple[Query, ...]:
    """The two questions, that for the year before first; none for any other question."""
    plain = query.intent is Intent.FACT and query.modality is Modality.ACTUAL and len(query.asked) == 1
    if not plain or not any(map(_FROM_TO.search, query.said)):
        return ()
    now = replace(query, kinds=())
    return replace(now, modality=Modality.PRIOR), now
