"""The vocabulary of the project: plain frozen data, no behaviour beyond what a reader of the data needs.

Reports become mentions, mentions of class fact become facts, a message becomes a query, a query over facts becomes an
answer, an answer becomes a reply. Every room speaks in these words, so this room imports the standard library only.
"""

from __future__ import annotations

from bot.model.answers import (
    Answer,
    Asked,
    Button,
    Choice,
    Derived,
    Group,
    Intent,
    Missing,
    MissingKind,
    Passage,
    Query,
    Relation,
    Reply,
    Status,
)
from bot.model.reports import (
    Bound,
    Bundle,
    Claim,
    Direction,
    Entry,
    Fact,
    Indicator,
    Kind,
    Level,
    Mention,
    MentionClass,
    Modality,
    Region,
    Report,
    UrlSeen,
)

__all__ = [
    "Answer",
    "Asked",
    "Bound",
    "Bundle",
    "Button",
    "Choice",
    "Claim",
    "Derived",
    "Direction",
    "Entry",
    "Fact",
    "Group",
    "Indicator",
    "Intent",
    "Kind",
    "Level",
    "Mention",
    "MentionClass",
    "Missing",
    "MissingKind",
    "Modality",
    "Passage",
    "Query",
    "Region",
    "Relation",
    "Reply",
    "Report",
    "Status",
    "UrlSeen",
]
