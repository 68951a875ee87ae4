"""Facts of a report: mentions of class fact with an id, the section they stand in and their indicator."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable

from bot.model import Claim, Fact, Kind, Mention, Report
from bot.reading.outline import Section, section_at

IndicatorOf = Callable[[str, str, Kind, str], str]
"""From topic, measure, kind and unit to an indicator's id, "" where none fits."""

SECTION_LENGTH = 120
_ITSELF = (
    "^(?:{level}级?)?(?:(?:人民)?政府|司法局|(?:行政)?复议机[关构]|法律援助(?:中心|机构))"
    "(?=收到|收办|受理|办理|审[结理查]|办结|新收|接收|立案|承办|作出)"
)
"""Who did it, where that is the reporting place: 区政府收到复议申请 of a district, but not 市政府收到…."""


def fact_id(report: str, start: int, quote: str) -> str:
    """`<report>-<start>-<6 hex digits of the quote's hash>`: a changed clause gives another id."""
    return f"{report}-{start}-{hashlib.sha256(quote.encode()).hexdigest()[:6]}"


def facts_from(
    report: Report, outline: tuple[Section, ...], mentions: Iterable[Mention], indicator_of: IndicatorOf
) -> tuple[Fact, ...]:
    """The facts among the mentions of a report's text, in order; `outline` are the text's sections."""
    itself = re.compile(_ITSELF.format(level=re.escape(report.region[-1:])))

    def indicator(claim: Claim) -> str:
        told = indicator_of(claim.topic, claim.measure, claim.kind, claim.unit)
        done = itself.sub("", claim.measure)
        return told or (indicator_of(claim.topic, done, claim.kind, claim.unit) if done != claim.measure else "")

    return tuple(
        Fact(
            id=fact_id(report.id, mention.start, mention.claim.quote),
            report=report.id,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            claim=mention.claim,
            section=_section_path(section_at(outline, mention.start).path),
            indicator=indicator(mention.claim),
        )
        for mention in mentions
        if mention.claim
    )


def _section_path(path: tuple[str, ...]) -> str:
    """Headings joined from the outermost, each cut to a readable length."""
    return "/".join(heading if len(heading) <= SECTION_LENGTH else heading[:SECTION_LENGTH] + "…" for heading in path)
