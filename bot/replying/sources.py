"""Where figures come from: the clauses that were cited, under the reports that they stand in, with links to both."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model import Report, UrlSeen
from bot.replying.chinese import quoted, shortened
from bot.replying.citations import Citations
from bot.replying.links import page_address, viewer_path
from bot.replying.markup import Form, Line, Part, line

_CLAUSE = 90
"""Characters of a clause, cut around its figures."""


def clauses_of(
    cited: Citations, reports: Mapping[str, Report], public_url: str = "", *, linked: bool = True
) -> list[Line]:
    """The clauses that were cited, under the report that each stands in; each `linked` to its place, where it has one.

    `public_url` is the base of viewer links, which are left out without it.
    """
    clauses = cited.clauses()
    if not clauses:
        return []
    found = [line(Part("出处", bold=True))]
    for id_ in dict.fromkeys(facts[0].report for _, facts in clauses):
        own = [(mark, facts) for mark, facts in clauses if facts[0].report == id_]
        report = reports[id_]
        for mark, facts in own:
            quote, figures = facts[0].claim.quote, [fact.text for fact in facts]
            address = page_address(report, quote, figures[0])
            viewer = f"{public_url}{viewer_path(facts[0])}" if public_url else ""
            ways = links(address, viewer) if linked else []
            found.append(line(f"{mark} {quoted(shortened(quote, figures, _CLAUSE))}", *ways))
        found += report_lines(report)
    # On a phone the figures come first: the clauses behind them open on a tap.
    return [each._replace(folded=True) for each in found]


def links(address: str, viewer: str) -> list[Part]:
    """Links behind a clause, where links can be: to the original page and to the bot's own viewer."""
    ways = [("原文", address), ("看全文", viewer)]
    return [
        part
        for text, href in ways
        if href
        for part in (Part(" ", only=Form.HTML), Part(text, href=href, only=Form.HTML))
    ]


def report_lines(report: Report) -> list[Line]:
    """A report's title with its page, and the page's address behind it where there are no links."""
    published = f"（{report.published.isoformat()}发布）" if report.published else ""
    unsure = "（链接未经证实）" if report.url_seen is UrlSeen.INFERRED else ""
    if not report.url:
        return [line(f"《{report.title}》{published}（没有原文链接）")]
    address = Part(f" {report.url}", only=Form.PLAIN)
    return [line(Part(f"《{report.title}》", href=report.url), f"{published}{unsure}", address)]
