"""What a reply says, line by line, in the order a reader needs it: what was understood, figures, warnings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bot.model import Answer, Intent, Missing, Passage, Report, Status
from bot.replying.chinese import shortened
from bot.replying.citations import Citations
from bot.replying.figures import Figures
from bot.replying.links import page_address, viewer_path
from bot.replying.markup import BLANK, Line, Part, line
from bot.replying.sources import clauses_of, links, report_lines

_NOTHING = "报告里没有查到。"
_ASK = "您想问的是哪一个？"
_MOST_ALIKE = 6
_PARAGRAPH = 220


def lines_of(answer: Answer, public_url: str = "") -> list[Line]:
    """All lines of a reply; `public_url` is the base of viewer links, which are left out without it."""
    cited = Citations()
    names = _names(answer)
    blocks: list[list[Line]] = [[line(note) for note in _some(answer.query.notes, "此外还有{}处这样理解")]]
    if answer.status is Status.CLARIFY:
        blocks.append([line(answer.message or _ASK), *(line(f"· {choice.label}") for choice in answer.choices)])
    elif answer.query.intent in (Intent.SEARCH, Intent.SOURCE) and answer.passages:
        blocks += _passages(answer, names, public_url)
    else:
        blocks += Figures(answer, cited, names).blocks()
        blocks.append([row for report in listed_reports(answer) for row in report_lines(report)])
    blocks.append([line(lack)._replace(stays=True) for lack in lacks_of(answer)])
    blocks.append([_warning(caveat, answer, cited) for caveat in answer.caveats])
    if answer.choices and answer.status is not Status.CLARIFY:
        blocks.append([line(f"可以改问：{choice.ask}") for choice in answer.choices])
    if not any(blocks):
        blocks.append([line(_NOTHING)])
    blocks.append(clauses_of(cited, answer.reports, public_url))
    return _joined(blocks)


def lacks_of(answer: Answer) -> list[str]:
    """What was asked for and is not there, a sentence each."""
    return _some(map(_missing, answer.missing), "此外还有{}项没有，不一一列出")


def listed_reports(answer: Answer) -> list[Report]:
    """The reports that an answer lists themselves, for links to their pages: those behind figures and passages stand
    with the clauses."""
    listed = [] if answer.groups or answer.passages else list(answer.reports.values())
    return listed if len(listed) <= _MOST_ALIKE else []


def _warning(caveat: str, answer: Answer, cited: Citations) -> Line:
    """What a reader must mind; a figure that it speaks of has its clause on the same page."""
    told = [fact for fact in answer.facts if fact.text in caveat and not answer.passages]
    marks = tuple(dict.fromkeys(cited.mark(fact) for fact in told))
    return line(f"注意：{caveat}")._replace(stays=True, cites=marks)


def _some(sentences: Iterable[str], more: str) -> list[str]:
    """Sentences of one sort, each once: whoever asks for a hundred years need not read a hundred times that they are
    missing, and finds the figures and their sources all the same."""
    known = list(dict.fromkeys(sentences))
    rest = len(known) - _MOST_ALIKE
    return known if rest <= 1 else [*known[:_MOST_ALIKE], more.format(rest)]


def _missing(missing: Missing) -> str:
    """What is not there; one of the asker's words stands in the sentence."""
    said = any(word in missing.why for word in missing.asked.split("、"))
    return missing.why if said else f"“{missing.asked}”：{missing.why}"


def _joined(blocks: Iterable[Sequence[Line]]) -> list[Line]:
    """The blocks with an empty line between them."""
    found: list[Line] = []
    for block in blocks:
        if block:
            found += [BLANK, *block] if found else block
    return found


def _names(answer: Answer) -> dict[str, str]:
    """How each place is called: its own name when the query knows it, else as its report says."""
    names = {report.adcode: report.region for report in answer.reports.values()}
    return names | {region.adcode: region.own for region in answer.query.regions}


def _passages(answer: Answer, names: Mapping[str, str], public_url: str) -> list[list[Line]]:
    """Sentences or paragraphs under the report that they stand in."""
    blocks = [[line(row) for row in answer.message.splitlines()]]
    for id_ in dict.fromkeys(passage.report for passage in answer.passages):
        report = answer.reports[id_]
        block = [line(Part(f"{names[report.adcode]}{report.year}年", bold=True))]
        section = ""
        for passage in sorted(answer.passages, key=lambda passage: passage.start):
            if passage.report == id_:
                block += [line(passage.section)] if passage.section not in ("", section) else []
                block.append(_passage(passage, answer, public_url))
                section = passage.section or section
        blocks.append([*block, *report_lines(report)])
    return blocks


def _passage(passage: Passage, answer: Answer, public_url: str) -> Line:
    """One sentence or paragraph, cut to what is around its figures or the words searched for."""
    report = answer.reports[passage.report]
    inside = [f for f in answer.facts if f.report == passage.report and passage.start <= f.start < passage.end]
    figures = [fact.text for fact in inside] or list(answer.query.words)
    text = shortened(passage.text, figures, _PARAGRAPH)
    clause, figure = (inside[0].claim.quote, inside[0].text) if inside else (passage.text, (*figures, "")[0])
    viewer = f"{public_url}{viewer_path(inside[0])}" if public_url and inside else ""
    return line(f"· {text}", *links(page_address(report, clause, figure), viewer))
