"""The source viewer shows the whole text, and marks every fact where it stands with what was understood of it."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.model import Bundle, Fact, UrlSeen
from bot.web.layout import render
from bot.web.spans import clauses, headings, lines
from bot.web.viewer import Source, page
from tests.golden import bundles

BUNDLES = bundles()


def shown(source: Source, at: int = -1) -> LexborHTMLParser:
    return LexborHTMLParser(render(page(source, at)))


def source_of(bundle: Bundle) -> Source:
    return Source(bundle.report, bundle.text, bundle.facts)


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


def test_sections_are_found_in_texts_with_either_punctuation() -> None:
    text = "前言\n  一、主要工作\n（一）行政复议。收到5宗。一是加快。\n(二)行政应诉\n普法宣传\n讲6场。\n二、工作计划"
    at = text.index("6场")
    fact = replace(BUNDLES[0].facts[0], start=at, end=at + 2, section="一、主要工作/普法宣传")
    found = headings(text, (fact,))
    assert [(heading.level, heading.title) for heading in found] == [
        (1, "一、主要工作"),
        (2, "（一）行政复议"),
        (2, "(二)行政应诉"),
        (2, "普法宣传"),
        (1, "二、工作计划"),
    ]
    assert all(text.startswith(heading.title, heading.start) for heading in found)
    tree = shown(Source(BUNDLES[0].report, text, ()))
    assert [heading.text() for heading in tree.css("article h2, article h3")] == [
        "一、主要工作",
        "(二)行政应诉",
        "二、工作计划",
    ]
    links = [str(link.attributes["href"]) for link in tree.css("nav.contents a")]
    assert len(links) == 4
    assert all(tree.css_first(link) for link in links)


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
