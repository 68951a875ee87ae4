"""What a notice says: title, issuer, page, figures beside the same place's last report, and what looks odd."""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Fact, Report, UrlSeen
from bot.notices.beside import Row, difference, rows_of
from bot.notices.worker import Letter
from bot.replying.citations import Citations
from bot.replying.markup import BLANK, Line, Part, line, messages
from bot.replying.sources import clauses_of
from bot.store.facts import Catalogue, FactStore, Wanted
from bot.store.outbox import Item, OutboxStore

TOPICS = 4
"""Topics whose figures a notice shows."""

ODDITIES = 2
MOST_TOGETHER = 20
"""Reports that one merged message names."""

KEPT = 64
"""Written notices that are kept, since thousands of chats get the same one."""


class NoticeWriter:
    """Writes the messages of the outbox from the facts as they are now."""

    def __init__(self, facts: FactStore, outbox: OutboxStore) -> None:
        self._facts = facts
        self._outbox = outbox
        self._kept: dict[tuple[int, str, bool, tuple[str, ...]], str] = {}

    async def write(self, items: Sequence[Item]) -> Letter | None:
        """One message about the first items; None when the report of the first is not there now."""
        first = items[0]
        if first.kind == "bulletin":
            html = await self._outbox.bulletin(first.revision)
            return Letter(html, (first,)) if html else None
        catalogue = await self._facts.catalogue()
        if first.name not in catalogue.reports:
            return None
        there = tuple(item for item in items if item.name in catalogue.reports)[:MOST_TOGETHER]
        if len(there) > 1:
            return _gathered(there, catalogue)
        key = (catalogue.revision, first.name, first.revision > 1, first.topics)
        if key not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[key] = _written(await self._lines(first, catalogue))
        return Letter(self._kept[key], (first,))

    async def latest(self, report: Report, topics: tuple[str, ...]) -> str:
        """A report as somebody sees it who has just subscribed: Telegram HTML."""
        catalogue = await self._facts.catalogue()
        return _written(await self._report(report, topics, catalogue, "最近一份："))

    async def _lines(self, item: Item, catalogue: Catalogue) -> list[Line]:
        head = "报告有更新：" if item.revision > 1 else "新报告："
        return await self._report(catalogue.reports[item.name], item.topics, catalogue, head)

    async def _report(self, report: Report, topics: Sequence[str], catalogue: Catalogue, head: str) -> list[Line]:
        """The lines about a report: as many topics' figures, each with its clause, as one message holds."""
        last = last_report(report, catalogue)
        named = list(topics or catalogue.topics.get(report.id, ()))[:TOPICS]
        both = (report.id, last.id) if last else (report.id,)
        found = (await self._facts.find(Wanted(reports=both))).facts
        new = [fact for fact in found if fact.report == report.id]
        old = [fact for fact in found if fact.report != report.id]
        opening = [_title(report, head), line(_issued(report))]
        odd = _oddities([fact for fact in new if not topics or fact.claim.topic in topics])
        rows = {topic: rows_of(topic, new, old) for topic in named}
        for most in range(len(named), -1, -1):
            cited = Citations()
            shown = [each for topic in named[:most] for each in _figures(topic, rows[topic], last, cited)]
            clauses = clauses_of(cited, catalogue.reports, linked=False)
            lines = [*opening, *shown, *odd, *([BLANK, *clauses] if clauses else [])]
            if len(messages(lines)) == 1:
                break
        return lines


def last_report(report: Report, catalogue: Catalogue) -> Report | None:
    """The same place's newest report of an earlier year."""
    return next((one for one in catalogue.of_place.get(report.adcode, ()) if one.year < report.year), None)


def _written(lines: Sequence[Line]) -> str:
    # A notice is short by its own limits; only absurdly long measures could fill a second message.
    return messages(lines)[0]


def _gathered(items: tuple[Item, ...], catalogue: Catalogue) -> Letter:
    """Many reports in one message, a line or two each."""
    lines = [line(Part(f"{len(items)}份报告", bold=True))]
    for item in items:
        report = catalogue.reports[item.name]
        about = f"（{'、'.join(item.topics)}）" if item.topics else ""
        lines.append(_title(report, "· 更新：" if item.revision > 1 else "· ", about))
    shown = messages(lines)
    if len(shown) > 1:
        return _gathered(items[: len(items) // 2], catalogue)
    return Letter(shown[0], items)


def _title(report: Report, head: str, tail: str = "") -> Line:
    unsure = "（链接未经证实）" if report.url_seen is UrlSeen.INFERRED else ""
    return line(head, Part(f"《{report.title}》", href=report.url), unsure, tail)


def _issued(report: Report) -> str:
    published = f"，{report.published.isoformat()}发布" if report.published else ""
    return f"{report.issuer}{published}{'' if report.url else '，没有原文链接'}"


def _figures(topic: str, rows: Sequence[Row], last: Report | None, cited: Citations) -> list[Line]:
    """A topic's figures under its name; nothing where it has none."""
    year = last.year if last else 0
    return [BLANK, line(Part(topic, bold=True)), *(row_line(row, year, cited) for row in rows)] if rows else []


def row_line(row: Row, year: int, cited: Citations | None = None) -> Line:
    """A figure with its counterpart of the report of that year (0: there is none), marked where they are `cited`."""
    about = line(f"· {_measure(row.fact)}", Part(row.fact.text, bold=True), _remark(row.fact) + _mark(row.fact, cited))
    if row.earlier is None or not year:
        return about
    then = f"{year}年" + ("" if row.alike else _measure(row.earlier)) + row.earlier.text
    said = difference(row) if row.alike else "口径不同，不计增减"
    mark = _mark(row.earlier, cited)
    return line(*about.parts, f"；{then}{_remark(row.earlier)}{mark}{f'，{said}' if said else ''}")


def _mark(fact: Fact, cited: Citations | None) -> str:
    return cited.mark(fact) if cited else ""


def _measure(fact: Fact) -> str:
    subject = fact.claim.subject
    return f"{subject if subject and subject not in fact.claim.measure else ''}{fact.claim.measure}："


def _remark(fact: Fact) -> str:
    said = [fact.claim.asof] if fact.claim.asof else []
    said += ["已更正"] if fact.corrected else []
    return f"（{'，'.join(said)}）" if said else ""


def _oddities(facts: Sequence[Fact]) -> list[Line]:
    remarks = list(dict.fromkeys(remark for fact in facts for remark in fact.oddities))[:ODDITIES]
    return [BLANK, *(line(f"注意：{remark}") for remark in remarks)] if remarks else []
