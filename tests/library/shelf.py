"""A small data directory and a reader that is simple enough to foresee."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bot.library import Library
from bot.library.reread import FindsMentions, ReportReader
from bot.model import Bound, Claim, Fact, Kind, Mention, MentionClass, Report

TEXT = "一、工作情况\n收到行政复议申请20件，审结18件。\n受理法律援助案件300件；成功调解3766件。\n"

ENTRY = """
[[report]]
id = "{id}"
title = "某县司法局2024年法治政府建设年度报告"
issuer = "某县司法局"
region = "某县"
adcode = "440881"
year = 2024
published = 2025-01-06
url = "https://www.example.gov.cn/post_1.html"
url_seen = "published"
"""


class CountsFinder:
    """Finds `20件` and calls what stands before it, from the last comma on, the measure."""

    def mentions(self, text: str, *, year: int, region: str = "") -> tuple[Mention, ...]:
        return tuple(self._mention(found, text, year) for found in re.finditer(r"(\d+)件", text))

    def _mention(self, found: re.Match[str], text: str, year: int) -> Mention:
        quote = next(clause for clause in re.finditer(r"[^。；\n]+", text) if clause.end() >= found.end())[0]
        measure = re.split("[，；。\n]", text[: found.start()])[-1]
        claim = Claim(
            value=float(found[1]),
            unit="件",
            bound=Bound.EQ,
            kind=Kind.COUNT,
            topic="行政复议",
            measure=measure,
            period=year,
            quote=quote,
        )
        return Mention(found.start(), found.end(), found[0], MentionClass.FACT, claim)


def facts_of(
    report: Report, text: str, reader: FindsMentions, indicator_of: Callable[[str, str, Kind, str], str]
) -> tuple[Fact, ...]:
    """Facts as the reading room makes them, without sections."""
    return tuple(
        Fact(
            id=f"{report.id}-{mention.start}-000000",
            report=report.id,
            start=mention.start,
            end=mention.end,
            text=mention.text,
            claim=mention.claim,
            indicator=indicator_of(mention.claim.topic, mention.claim.measure, mention.claim.kind, mention.claim.unit),
        )
        for mention in reader.mentions(text, year=report.year, region=report.region)
        if mention.claim
    )


def simple_reader(lexicon: Path) -> ReportReader:
    """Stands for ReportReader.load."""
    return ReportReader(CountsFinder(), facts_of, lambda topic, measure, kind, unit: f"{topic}/{measure}")


def library(folder: Path) -> Library:
    """A library over a folder that reads with the simple reader."""
    return Library(folder, reader=simple_reader)


def shelf(folder: Path, text: str = TEXT, *ids: str) -> Path:
    """A data directory with a report for each id (one, `a-2024`, when none is given), all with the same text."""
    for room in ("reports", "facts", "corrections", "lexicon"):
        (folder / room).mkdir(parents=True)
    for report in ids or ("a-2024",):
        (folder / "reports" / f"{report}.txt").write_text(text, encoding="utf-8")
    catalogue = "".join(ENTRY.format(id=report) for report in ids or ("a-2024",))
    (folder / "reports" / "sources.toml").write_text("# catalogue\n" + catalogue, encoding="utf-8")
    return folder
