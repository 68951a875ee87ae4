"""The line format of facts on disk: one JSON object a mention, as MENTIONS.md says, with what traces a fact beside it.

A mention of class fact carries its claim's fields flat in the object; a fact of `data/facts/` carries `id`, `section`,
`indicator` and `corrected` too. Numbers that are whole are written without a decimal point.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.model import Bound, Claim, Direction, Fact, Kind, Mention, MentionClass, Modality


def plain_number(value: float) -> int | float:
    """The value as JSON should show it: 583, not 583.0; 3.38 stays 3.38."""
    return int(value) if value == int(value) else value


def claim_fields(claim: Claim) -> dict[str, Any]:
    """The fields of a claim, in the order of MENTIONS.md."""
    return {
        "value": plain_number(claim.value),
        "unit": claim.unit,
        "bound": claim.bound.value,
        "kind": claim.kind.value,
        "direction": claim.direction.value,
        "topic": claim.topic,
        "measure": claim.measure,
        "subject": claim.subject,
        "period": claim.period,
        "modality": claim.modality.value,
        "asof": claim.asof,
        "quote": claim.quote,
    }


def claim_from_fields(fields: Mapping[str, Any]) -> Claim:
    """The claim that `claim_fields` wrote. Raises KeyError or ValueError where a field is missing or out of range."""
    return Claim(
        value=float(fields["value"]),
        unit=str(fields["unit"]),
        bound=Bound(fields["bound"]),
        kind=Kind(fields["kind"]),
        direction=Direction(fields.get("direction") or ""),
        topic=str(fields["topic"]),
        measure=str(fields["measure"]),
        subject=str(fields.get("subject") or ""),
        period=int(fields["period"]),
        modality=Modality(fields["modality"]),
        asof=str(fields.get("asof") or ""),
        quote=str(fields["quote"]),
    )


def mention_line(mention: Mention) -> dict[str, Any]:
    """A mention as one line of the format."""
    line: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "class": mention.cls.value,
    }
    return line | claim_fields(mention.claim) if mention.claim else line


def mention_from_line(line: Mapping[str, Any]) -> Mention:
    """The mention of one line. Raises KeyError or ValueError where a field is missing or out of range."""
    cls = MentionClass(line["class"])
    claim = claim_from_fields(line) if cls is MentionClass.FACT else None
    return Mention(int(line["start"]), int(line["end"]), str(line["text"]), cls, claim)


def fact_line(fact: Fact) -> dict[str, Any]:
    """A fact as one line of `data/facts/`: a mention line with what traces it."""
    mention = Mention(fact.start, fact.end, fact.text, MentionClass.FACT, fact.claim)
    return mention_line(mention) | {
        "id": fact.id,
        "section": fact.section,
        "indicator": fact.indicator,
        "corrected": fact.corrected,
    }


def fact_from_line(line: Mapping[str, Any], report: str) -> Fact:
    """The fact of one line of `data/facts/<report>.jsonl`. Raises KeyError or ValueError as `mention_from_line`."""
    return Fact(
        id=str(line["id"]),
        report=report,
        start=int(line["start"]),
        end=int(line["end"]),
        text=str(line["text"]),
        claim=claim_from_fields(line),
        section=str(line.get("section") or ""),
        indicator=str(line.get("indicator") or ""),
        corrected=bool(line.get("corrected")),
        oddities=tuple(str(oddity) for oddity in line.get("oddities", ())),
    )
