"""The source viewer shows the whole text, and marks every fact where it stands with what was understood of it."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.model import Bundle, Fact, UrlSeen
from bot.web.layout import render
from bot.web.outline import Heading, headings, tree
from bot.web.spans import clauses, lines
from bot.web.viewer import Source, page
from tests.golden import bundles
from tests.web.service import reader

BUNDLES = bundles()


def shown(source: Source, at: int = -1) -> LexborHTMLParser:
    return LexborHTMLParser(render(page(source, at)))


def source_of(bundle: Bundle) -> Source:
    return Source(bundle.report, bundle.text, bundle.facts, reader().outline(bundle.text))


def without_notes(tree: LexborHTMLParser) -> LexborNode:
    for note in tree.css(".note"):
        note.decompose()
    article = tree.css_first("article")
    assert article
    return article


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.report.id)
def test_the_text_is_shown_whole_and_in_order(bundle: Bundle) -> None:
    article = without_notes(shown(source_of(bundle)))
    blocks = [block.text() for block in article.iter()]
    assert blocks == [line.strip() for line in bundle.text.splitlines() if line.strip()]


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.report.id)
def test_every_fact_is_marked_once_in_its_clause(bundle: Bundle) -> None:
    article = without_notes(shown(source_of(bundle)))
    marks = {str(link.attributes["id"]): mark for mark in article.css("mark") for link in mark.css("a")}
    assert list(marks) == [fact.id for fact in bundle.facts]
    for fact in bundle.facts:
        mark = marks[fact.id]
        assert mark.text() == fact.text
        assert mark.parent
        assert fact.claim.quote in mark.parent.text()


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.report.id)
def test_clauses_hold_their_facts_and_never_overlap(bundle: Bundle) -> None:
    found = clauses(bundle.text, bundle.facts)
    assert [fact for clause in found for fact in clause.facts] == list(bundle.facts)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))
    assert all(clause.start <= fact.start and fact.end <= clause.end for clause in found for fact in clause.facts)


def fact_about(facts: Sequence[Fact], measure: str) -> Fact:
    return next(fact for fact in facts if fact.claim.measure == measure)


def test_a_note_says_what_was_understood() -> None:
    lianjiang = next(bundle for bundle in BUNDLES if bundle.report.id == "lianjiang-2024")
    fact = fact_about(lianjiang.facts, "行政复议审结")
    odd = replace(fact, corrected=True, oddities=("受理与审结相差很大",), section="一、工作/(三)复议")
    note = shown(Source(lianjiang.report, lianjiang.text, (odd,))).css_first(f"#n-{fact.id}")
    assert note
    words = note.text()
    for expected in ("行政复议审结", "121宗", "2024年", "实际完成", "已更正", "存疑：受理与审结相差很大", "(三)复议"):
        assert expected in words
    link = shown(Source(lianjiang.report, lianjiang.text, (odd,))).css_first(f"a#{fact.id}")
    assert link
    assert link.attributes["aria-describedby"] == f"n-{fact.id}"


@pytest.mark.parametrize(
    ("seen", "url", "words"),
    [
        (UrlSeen.PUBLISHED, "https://example.cn/a", "原文网页"),
        (UrlSeen.INFERRED, "https://example.cn/a", "未经核实"),
        (UrlSeen.NONE, "", "没有原文网址"),
    ],
)
def test_how_the_address_is_known_is_said(seen: UrlSeen, url: str, words: str) -> None:
    bundle = BUNDLES[0]
    report = replace(bundle.report, url=url, url_seen=seen)
    about = shown(Source(report, bundle.text, ())).css_first(".about")
    assert about
    assert words in about.text()
    assert [link.attributes["href"] for link in about.css("a")] == ([url] if url else [])


OUTLINED = (
    "前言\n  一、主要工作\n（一）行政复议。收到5宗。一是加快办理。共办结4宗。二是规范；\n"
    "(二)行政应诉\n1.出庭。出庭6次。\n二、工作计划\n"
)


def outlined(*figures: str) -> Source:
    some = BUNDLES[0].facts[0]
    spans = [(OUTLINED.index(figure), figure) for figure in figures]
    facts = tuple(replace(some, id=f"f-{at}", start=at, end=at + len(text), text=text) for at, text in spans)
    return Source(BUNDLES[0].report, OUTLINED, facts, reader().outline(OUTLINED))


def test_headings_are_the_sections_of_the_reader_in_either_punctuation() -> None:
    source = outlined("5宗", "4宗", "6次")
    found = headings(source.text, source.sections, source.facts)
    assert [(heading.level, heading.title) for heading in found] == [
        (1, "一、主要工作"),
        (2, "（一）行政复议"),
        (5, "一是加快办理"),
        (5, "二是规范"),
        (2, "(二)行政应诉"),
        (3, "1.出庭"),
        (1, "二、工作计划"),
    ]
    assert all(source.text[heading.start : heading.end] == heading.title for heading in found)
    first, last = tree(found, source.facts, len(source.text))
    assert (first.facts, last.facts) == (3, 0)
    assert [(branch.heading.title, branch.facts) for branch in first.below] == [
        ("（一）行政复议", 2),
        ("(二)行政应诉", 1),
    ]
    assert [branch.heading.title for branch in first.below[0].below] == ["一是加快办理", "二是规范"]


def test_the_outline_leads_to_every_heading_where_it_stands() -> None:
    shown_page = shown(outlined("5宗", "4宗"))
    links = {str(link.attributes["href"]): link.text() for link in shown_page.css("nav.contents a")}
    targets = {href: shown_page.css_first(href) for href in links}
    assert {links[href]: target.text() for href, target in targets.items() if target} == {
        "一、主要工作 2项": "一、主要工作",
        "（一）行政复议 2项": "（一）行政复议",
        "一是加快办理 1项": "一是加快办理",
        "二是规范": "二是规范",
        "(二)行政应诉": "(二)行政应诉",
        "1.出庭": "1.出庭",
        "二、工作计划": "二、工作计划",
    }
    assert [target.tag for target in targets.values() if target] == ["h2", "b", "b", "b", "h3", "b", "h2"]
    nested = shown_page.css("nav.contents > details > ol > li > ol > li > ol > li")
    assert [item.text() for item in nested] == ["一是加快办理 1项", "二是规范", "1.出庭"]


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.report.id)
def test_every_entry_of_an_outline_has_its_place_in_the_text(bundle: Bundle) -> None:
    tree_of = shown(source_of(bundle))
    links = [str(link.attributes["href"]) for link in tree_of.css("nav.contents a")]
    assert len(links) > 10
    assert len(set(links)) == len(links)
    assert all(len(tree_of.css(link)) == 1 for link in links)


def test_a_long_heading_is_short_in_the_outline_and_its_number_is_set_off() -> None:
    long = Heading(
        10,
        70,
        5,
        "一是以应诉十二条为纲,建立常态化滚动摸排、包案化解工作机制,大力推动化解历史遗留案件,全力扭转应诉败诉率偏高的局面",
    )
    assert long.short(28) == "一是以应诉十二条为纲,建立常态化滚动摸排……"
    assert long.lead == 12
    plain = replace(long, title="下一步，" + "将继续努力" * 12)
    assert plain.lead == 13
    assert Heading(0, 5, 2, "(一)复议").short(28) == "(一)复议"
    assert replace(long, title="甲" * 50).short(28) == "甲" * 28 + "……"


def test_a_heading_that_would_begin_inside_a_figure_is_none() -> None:
    source = outlined("5宗")
    inside = replace(source.facts[0], start=source.text.index("1.出庭"), end=source.text.index("1.出庭") + 2, text="1.")
    assert "1.出庭" not in [heading.title for heading in headings(source.text, source.sections, (inside,))]


def test_a_line_can_be_pointed_at() -> None:
    bundle = BUNDLES[0]
    start, end = list(lines(bundle.text))[8]
    here = shown(source_of(bundle), start + 3).css_first("#here")
    assert here
    assert here.parent
    assert here.parent.text(deep=True).startswith(bundle.text[start : start + 5])
    assert end > start + 3
    assert shown(source_of(bundle), 10**9).css_first("#here") is None


def test_a_fact_whose_quote_is_gone_is_still_marked() -> None:
    fact = BUNDLES[0].facts[0]
    strange = replace(fact, claim=replace(fact.claim, quote="这句话不在报告里"))
    marks = shown(Source(BUNDLES[0].report, BUNDLES[0].text, (strange,))).css("mark > a")
    assert [mark.attributes["id"] for mark in marks] == [fact.id]


def test_markup_in_a_report_is_text() -> None:
    text = "<script>alert(1)</script>办理5宗"
    tree = shown(Source(replace(BUNDLES[0].report, title="<b>"), text, ()))
    assert [str(script.attributes["src"]).partition("?")[0] for script in tree.css("script")] == ["/static/viewer.js"]
    assert without_notes(tree).text() == text
