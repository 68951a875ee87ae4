"""`fazhi check`: the reports of the library, each audited against itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.errors import UserError
from bot.library import Library
from bot.library.extracting import findings_lines
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
    bundles = [entry.read() for entry in library.entries()]
    meant = [bundle for bundle in bundles if _is_meant(bundle.report, which)]
    if not meant:
        raise UserError(
            f"没有找到报告“{which}”，可以写：{'、'.join(bundle.report.id for bundle in bundles)}", "fazhi check"
        )
    return tuple(Checked(bundle.report, audit(bundle.facts, bundle.text)) for bundle in meant)


def _is_meant(report: Report, which: str) -> bool:
    told = f"{report.id} {report.title} {report.region} {report.year}年"
    return which == report.id or all(word in told for word in which.split())


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
