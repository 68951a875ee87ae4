"""Addresses that lead back to a clause: the original page with a text fragment, and the bot's own viewer."""

from __future__ import annotations

import re
from urllib.parse import quote

from bot.model import Fact, Report

_RUN = re.compile(r"[0-9A-Za-z\u3400-\u9fff\uf900-\ufaff]+(?:\.\d[0-9A-Za-z\u3400-\u9fff]*)*")
_SHORT = 4


def page_address(report: Report, clause: str, figure: str) -> str:
    """The report's page, scrolled to the clause where a browser can: `#:~:text=start,end`.

    The pieces hold no punctuation and no spaces, since a page's may differ from those of the text that was read.
    """
    if not report.url:
        return ""
    pieces = fragment_pieces(clause, figure)
    if not pieces:
        return report.url
    mark = "" if "#" in report.url else "#"
    return f"{report.url}{mark}:~:text={','.join(quote(piece, safe='') for piece in pieces)}"


def fragment_pieces(clause: str, figure: str) -> tuple[str, ...]:
    """The run of characters that holds the figure with the one after or before it; one run alone where there is one."""
    runs = [(match.start(), match.end(), match.group()) for match in _RUN.finditer(clause)]
    at = clause.find(figure)
    holding = [n for n, (start, end, _) in enumerate(runs) if 0 <= at < end and start < at + max(len(figure), 1)]
    if not holding:
        return ()
    first, last = holding[0], holding[-1]
    # A lone number is found everywhere on a page: the words before it go along.
    while first and len(runs[first][2]) < _SHORT:
        first -= 1
    if first == last and len(runs[first][2]) < 2 * _SHORT and last + 1 < len(runs):
        last += 1
    while first < last < len(runs) - 1 and len(runs[last][2]) < _SHORT:
        last += 1
    return (runs[first][2], runs[last][2]) if first < last else (runs[first][2],)


def viewer_path(fact: Fact) -> str:
    """Where the bot's own viewer shows the fact's clause."""
    return f"/reports/{fact.report}#{fact.id}"
