"""What a reply says, line by line, in the order a reader needs it: what was understood, figures, warnings, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from bot.model import Answer, Derived, Fact, Group, Intent, Missing, Modality, Passage, Report, Status, UrlSeen
from bot.replying.chinese import quoted, shortened
from bot.replying.links import page_address, viewer_path
from bot.replying.markup import BLANK, Form, Line, Part, line

_MARK = "（推算）"
_NOTHING = "报告里没有查到。"
_ASK = "您想问的是哪一个？"
_MODALITY = {Modality.TARGET: "（目标）", Modality.PRIOR: "（上年数）", Modality.ACTUAL: ""}
_CLAUSE = 90
_PARAGRAPH = 320


class Citations:
    """Numbers for clauses in the order in which they are first cited; figures of one clause share a number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._facts: dict[tuple[str, str], list[Fact]] = {}

    def mark(self, fact: Fact) -> str:
        """The citation mark of a fact's clause: ①."""
        clause = (fact.report, fact.claim.quote)
        number = self._numbers.setdefault(clause, len(self._numbers) + 1)
        self._facts.setdefault(clause, []).append(fact)
        return circled(number)

    def clauses(self) -> list[tuple[str, list[Fact]]]:
        """Mark and facts of every clause that was cited."""
        return [(circled(number), self._facts[clause]) for clause, number in self._numbers.items()]


def circled(number: int) -> str:
    """①, ②, … up to ㊿, then [51]."""
    for first, start in ((1, 0x2460), (21, 0x3251), (36, 0x32B1)):
        if first <= number < first + (20 if first == 1 else 15):
            return chr(start + number - first)
    return f"[{number}]"


def lines_of(answer: Answer, public_url: str = "") -> list[Line]:
    """All lines of a reply; `public_url` is the base of viewer links, which are left out without it."""
    cited = Citations()
    names = _names(answer)
    blocks: list[list[Line]] = [[line(note) for note in answer.query.notes]]
    if answer.status is Status.CLARIFY:
        blocks.append([line(answer.message or _ASK), *(line(f"· {choice.label}") for choice in answer.choices)])
    elif answer.query.intent in (Intent.SEARCH, Intent.SOURCE) and answer.passages:
        blocks += _passages(answer, names, public_url)
    else:
        blocks += _figures(answer, cited, names)
    blocks.append([line(_missing(missing)) for missing in answer.missing])
    blocks.append([line(f"注意：{caveat}") for caveat in answer.caveats])
    if answer.choices and answer.status is not Status.CLARIFY:
        blocks.append([line(f"可以改问：{choice.ask}") for choice in answer.choices])
    if not any(blocks):
        blocks.append([line(_NOTHING)])
    blocks.append(_sources(cited, answer.reports, public_url))
    return _joined(blocks)


def _missing(missing: Missing) -> str:
    """What is not there; the asker's word stands in the sentence."""
    return missing.why if missing.asked in missing.why else f"“{missing.asked}”：{missing.why}"


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


def _figures(answer: Answer, cited: Citations, names: Mapping[str, str]) -> list[list[Line]]:
    if not answer.groups:
        return [[line(row) for row in answer.message.splitlines()]]
    slots = {(answer.reports[fact.report].adcode, answer.reports[fact.report].year) for fact in answer.facts}
    head = [line(row) for row in answer.message.splitlines()]
    if len(slots) == 1:
        block = [_title(answer, names), *_rows(answer.facts, cited, "")]
        return [head, block, _derived(answer.derived)]
    aligned = [group for group in answer.groups if len(group.facts) > 1]
    single = [fact for group in answer.groups if len(group.facts) == 1 for fact in group.facts]
    years = {answer.reports[fact.report].year for fact in answer.facts}
    blocks = [head, [_title(answer, names)]]
    for number, group in enumerate(aligned):
        blocks.append(_aligned(group, answer, cited, names, len(years) > 1))
        if number == 0:
            blocks[-1] += _derived(answer.derived)
    blocks.append(_apart(single, answer, cited, names, len(years) > 1, bool(aligned)))
    return blocks


def _title(answer: Answer, names: Mapping[str, str]) -> Line:
    """光明区、廉江市 · 行政复议（2024年）."""
    reports = [answer.reports[fact.report] for fact in answer.facts]
    asked = [region.adcode for region in answer.query.regions]
    codes = sorted({report.adcode for report in reports}, key=lambda code: asked.index(code) if code in asked else 0)
    places = "、".join(names[code] for code in codes)
    topics = "、".join(dict.fromkeys(fact.claim.topic for fact in answer.facts))
    years = sorted({report.year for report in reports})
    when = f"（{'、'.join(f'{year}年' for year in years)}）" if len(years) < 3 else f"（{years[0]}—{years[-1]}年）"
    return line(Part(f"{places} · {topics}{when}", bold=True))


def _rows(facts: Sequence[Fact], cited: Citations, bullet: str) -> list[Line]:
    """Figures one below the other; those in a row that are somebody's stand below that name."""
    found: list[Line] = []
    for subject, group in groupby(facts, key=_subject):
        own = list(group)
        if len(own) > 1 and subject:
            found += [line(f"{bullet}{subject}："), *(_row(fact, cited, "　") for fact in own)]
        else:
            found += [_row(fact, cited, f"{bullet}{subject}：" if subject else bullet) for fact in own]
    return found


def _row(fact: Fact, cited: Citations, before: str) -> Line:
    """One figure with what it measures: 收到行政复议案件：583宗①."""
    claim = fact.claim
    about = f"{before}{claim.measure}{_MODALITY[claim.modality]}："
    return line(about, Part(fact.text, bold=True), f"{_remarks(fact)}{cited.mark(fact)}")


def _subject(fact: Fact) -> str:
    """Whose figure it is, unless its measure says so."""
    return "" if fact.claim.subject in fact.claim.measure else fact.claim.subject


def _remarks(fact: Fact) -> str:
    """What belongs to one figure: its cut-off, and that it was corrected."""
    said = [fact.claim.asof] if fact.claim.asof else []
    said += ["已更正"] if fact.corrected else []
    return f"（{'，'.join(said)}）" if said else ""


def _aligned(group: Group, answer: Answer, cited: Citations, names: Mapping[str, str], with_year: bool) -> list[Line]:
    """One measure across places or years, a line each."""
    found = [line(group.title)]
    several = {
        report for report in (f.report for f in group.facts) if [f.report for f in group.facts].count(report) > 1
    }
    for fact in group.facts:
        report = answer.reports[fact.report]
        who = f"{names[report.adcode]}{f'{report.year}年' if with_year else ''}"
        what = f"{fact.claim.measure}" if fact.report in several else ""
        subject = f"（{fact.claim.subject}）" if fact.claim.subject else ""
        about = f"· {who}{what}{subject}{_MODALITY[fact.claim.modality]} "
        found.append(line(about, Part(fact.text, bold=True), f"{_remarks(fact)}{cited.mark(fact)}"))
    return found


def _apart(
    facts: Sequence[Fact], answer: Answer, cited: Citations, names: Mapping[str, str], with_year: bool, besides: bool
) -> list[Line]:
    """Figures that only one place or year has, gathered under its name."""
    held: dict[str, list[Fact]] = {}
    for fact in facts:
        report = answer.reports[fact.report]
        who = f"{names[report.adcode]}{f'{report.year}年' if with_year else ''}"
        held.setdefault(who, []).append(fact)
    found = []
    for who, own in held.items():
        found.append(line(f"{who}{'另有' if besides else ''}"))
        found += _rows(own, cited, "· ")
    return found


def _derived(derived: Sequence[Derived]) -> list[Line]:
    return [line(f"{each.text.removesuffix(_MARK)}（推算：{each.formula}）") for each in derived]


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
        blocks.append([*block, *_report_lines(report)])
    return blocks


def _passage(passage: Passage, answer: Answer, public_url: str) -> Line:
    """One sentence or paragraph, cut to what is around its figures or the words searched for."""
    report = answer.reports[passage.report]
    inside = [f for f in answer.facts if f.report == passage.report and passage.start <= f.start < passage.end]
    figures = [fact.text for fact in inside] or list(answer.query.words)
    text = shortened(passage.text, figures, _PARAGRAPH)
    clause, figure = (inside[0].claim.quote, inside[0].text) if inside else (passage.text, (*figures, "")[0])
    viewer = f"{public_url}{viewer_path(inside[0])}" if public_url and inside else ""
    return line(f"· {quoted(text)}", *_links(page_address(report, clause, figure), viewer))


def _sources(cited: Citations, reports: Mapping[str, Report], public_url: str) -> list[Line]:
    """The clauses that were cited, under the report that each stands in."""
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
            found.append(line(f"{mark} {quoted(shortened(quote, figures, _CLAUSE))}", *_links(address, viewer)))
        found += _report_lines(report)
    return found


def _links(address: str, viewer: str) -> list[Part]:
    """Links behind a clause, where links can be: to the original page and to the bot's own viewer."""
    links = [("原文", address), ("看全文", viewer)]
    return [
        part
        for text, href in links
        if href
        for part in (Part(" ", only=Form.HTML), Part(text, href=href, only=Form.HTML))
    ]


def _report_lines(report: Report) -> list[Line]:
    """A report's title with its page, and the page's address by itself where there are no links."""
    published = f"（{report.published.isoformat()}发布）" if report.published else ""
    unsure = "（链接未经证实）" if report.url_seen is UrlSeen.INFERRED else ""
    if not report.url:
        return [line(f"《{report.title}》{published}（没有原文链接）")]
    title = line(Part(f"《{report.title}》", href=report.url), f"{published}{unsure}")
    return [title, line(Part(report.url, only=Form.PLAIN))]
