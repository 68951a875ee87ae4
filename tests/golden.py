"""The hand-annotated reports as bundles: real facts for tests, whatever the reader makes of the same texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bot.library.sources import read_sources
from bot.model import Bundle, Claim, Entry, Fact, Kind, Report
from bot.model.lines import claim_from_fields

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
REPORTS = ROOT / "data" / "reports"

IndicatorOf = Callable[[str, str, Kind, str], str]


def no_indicator(topic: str, measure: str, kind: Kind, unit: str) -> str:
    """Leave every fact without an indicator."""
    return ""


def reports() -> dict[str, Report]:
    """The metadata of the shipped reports by id."""
    sources = read_sources((REPORTS / "sources.toml").read_text("utf-8"), "sources.toml")
    return {source.report.id: source.report for source in sources}


def fact_of(report: str, line: dict[str, Any], indicator_of: IndicatorOf) -> Fact:
    """The fact of one annotated line."""
    claim: Claim = claim_from_fields(line)
    digest = hashlib.sha256(claim.quote.encode()).hexdigest()[:6]
    return Fact(
        id=f"{report}-{line['start']}-{digest}",
        report=report,
        start=line["start"],
        end=line["end"],
        text=line["text"],
        claim=claim,
        indicator=indicator_of(claim.topic, claim.measure, claim.kind, claim.unit),
    )


def bundles(indicator_of: IndicatorOf = no_indicator) -> list[Bundle]:
    """The annotated reports, ready to be loaded."""
    found = []
    for id_, report in reports().items():
        path = GOLD / f"{id_}.jsonl"
        if not path.exists():
            continue
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        facts = tuple(fact_of(id_, line, indicator_of) for line in lines if line["class"] == "fact")
        found.append(Bundle(report, (REPORTS / f"{id_}.txt").read_text(encoding="utf-8"), facts))
    return found


def entries(given: Sequence[Bundle]) -> list[Entry]:
    """Bundles as the library hands them to a load; the digest follows the whole content."""
    return [
        Entry(one.report.id, hashlib.sha256(repr(one).encode()).hexdigest(), partial(replace, one)) for one in given
    ]
