"""A small data directory and a reader that is simple enough to foresee."""

from __future__ import annotations

import re
from pathlib import Path

from bot.library import Library
from bot.library.reread import ReportReader
from bot.model import Bound, Claim, Fact, Kind, Mention, MentionClass, Report
from bot.reading.facts import facts_from
from bot.reading.outline import Role, Section

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


def find(report: Report, text: str) -> tuple[Mention, ...]:
    """Finds `20件` and calls what stands before it, from the last comma on, the measure."""
    return tuple(_mention(found, text, report.year) for found in re.finditer(r"(\d+)件", text))


def _mention(found: re.Match[str], text: str, year: int) -> Mention:
    quote = next(clause for clause in re.finditer(r"[^。；\n]+", text) if clause.end() >= found.end())[0]
    claim = Claim(
        value=float(found[1]),
        unit="件",
        bound=Bound.EQ,
        kind=Kind.COUNT,
        topic="行政复议",
        measure=re.split("[，；。\n]", text[: found.start()])[-1],
        period=year,
        quote=quote,
    )
    return Mention(found.start(), found.end(), found[0], MentionClass.FACT, claim)


def make(report: Report, text: str, mentions: tuple[Mention, ...]) -> tuple[Fact, ...]:
    """Facts as the reading room makes them, without headings; an indicator is what is measured."""
    whole = Section(0, len(text), 0, 0, (), Role.DONE)
    return facts_from(report, (whole,), mentions, lambda topic, measure, kind, unit: f"{topic}/{measure}")


def simple_reader(lexicon: Path) -> ReportReader:
    """Stands for ReportReader.load."""
    return ReportReader(find, make, lambda text: ())


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
