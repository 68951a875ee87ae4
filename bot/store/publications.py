"""What the facts hold of each report, in so far as people are told of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from bot.store.database import Database
from bot.store.news import Published


async def revision_of(facts: Database) -> int:
    """The number of the state that the facts are in; every load that changes anything raises it."""
    rows = await facts.fetch("SELECT number FROM revision")
    return int(rows[0]["number"])


async def digests_of(facts: Database) -> dict[str, str]:
    """The digest of every report in the facts."""
    return {row["id"]: row["digest"] for row in await facts.fetch("SELECT id, digest FROM report")}


async def published_in(facts: Database, reports: Iterable[str]) -> list[Published]:
    """These reports as people are told of them.

    The fingerprint covers a report's metadata, its text and the figures that people put right, but not the other
    figures: a better reader makes no news.
    """
    found = []
    for report in reports:
        rows = await facts.fetch(
            "SELECT digest, title, issuer, adcode, year, published, url, text, ("
            "  SELECT json_group_array(json_array(id, text, value, unit, measure, subject)) FROM ("
            "    SELECT * FROM fact WHERE fact.report = report.id AND corrected = 1 ORDER BY start"
            ")) AS corrected FROM report WHERE id = ?",
            (report,),
        )
        for row in rows:
            content = json.dumps([row[key] for key in row.keys() if key != "digest"], ensure_ascii=False)  # noqa: SIM118
            found.append(Published(report, hashlib.sha256(content.encode()).hexdigest(), row["digest"]))
    return found
