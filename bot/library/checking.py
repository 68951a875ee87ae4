"""`fazhi check`: the reports of the library, each audited against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.errors import UserError
from bot.library import Library
from bot.library.extracting import findings_lines
from bot.library.sources import Source
from bot.model import Report
from bot.reading.audit import Finding, audit


@dataclass(frozen=True, slots=True)
class Checked:
    """One report and what the audit asks about it."""

    report: Report
    findings: tuple[Finding, ...]


def check(library: Library, which: str = "") -> tuple[Checked, ...]:
    """The audit of all reports, or of those that `which` names: an id, or words of a title or place and a year.

    Facts are the shipped ones, corrections applied. Raises UserError when no report is meant, DataError for bad data.
    """
    sources = library.sources()
    meant = [source for source in sources if _is_meant(source, which)]
    if not meant:
        raise UserError(f"没有找到报告“{which}”，可以写：{'、'.join(s.report.id for s in sources)}", "fazhi check")
    ids = {source.report.id for source in meant}
    bundles = [entry.read() for entry in library.entries() if entry.id in ids]
    return tuple(Checked(bundle.report, audit(bundle.facts, bundle.text)) for bundle in bundles)


def _is_meant(source: Source, which: str) -> bool:
    report = source.report
    return which == report.id or all(
        word in f"{report.id} {report.title} {report.region} {report.year}年" for word in which.split()
    )


def check_text(checked: Sequence[Checked]) -> str:
    """The outcome for people: questions report by report; verdicts are theirs."""
    return "\n".join(line for one in checked for line in _lines(one)).rstrip("\n")


def _lines(checked: Checked) -> Iterator[str]:
    yield f"{checked.report.title}（{checked.report.id}）"
    if checked.findings:
        yield from findings_lines(checked.findings)
    else:
        yield "没有发现前后不一的数字。"
    yield ""
