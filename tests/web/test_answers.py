"""Every figure on the page stands beside its own place, year, measure and source, each once, and says what it must."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.model import Answer, Choice, Derived, Fact, Group, Intent, Missing, MissingKind, Modality, Query, Status
from bot.replying import reply
from bot.web.answers import Turn, turn_view
from tests.golden import reports
from tests.web.service import Service, shelf

QUESTIONS = (
    "/compare 行政复议 光明 廉江",
    "/compare 法律援助 光明 廉江",
    "/compare 收到行政复议申请 光明2020 廉江",
    "/ask 光明 社区矫正",
    "/ask 廉江 行政执法",
    "/rank 人民调解",
    "/trend 行政复议 光明",
    "/search 法治前哨站",
    "/source 光明 行政复议",
    "光明2020年法律援助",
)


def view(answer: Answer) -> LexborHTMLParser:
    return LexborHTMLParser(f"<ol>{turn_view(Turn(('问',), '', answer)).markup}</ol>")


def fact_id(node: LexborNode) -> str:
    return unquote(urldefrag(str(node.attributes["href"])).fragment)


@pytest.mark.parametrize("question", QUESTIONS)
async def test_each_figure_stands_beside_what_is_its_own(service: Service, question: str) -> None:
    answer = (await service.desk.answer(question)).answer
    facts = {fact.id: fact for fact in answer.facts}
    assert facts
    page = view(answer)
    seen = [fact_id(link) for link in page.css(".passages a.figure")]
    for table in page.css("table.figures"):
        caption = table.css_first("caption")
        assert caption
        for row in table.css("tr"):
            cite, figure, label = row.css_first(".cite a"), row.css_first(".figure"), row.css_first("th")
            assert cite
            assert figure
            assert label
            fact = facts[fact_id(cite)]
            report = answer.reports[fact.report]
            seen.append(fact.id)
            words = f"{caption.text()} {label.text()}"
            assert figure.text() == fact.text
            assert f"{report.year}年" in words
            assert next(name for name in names_of(answer, report.adcode) if name in words)
            assert fact.claim.measure in words
            assert fact.text in str(cite.attributes["aria-label"])
    assert sorted(seen) == sorted(facts)
    for link in page.css(".passages a.figure"):
        assert link.text() == facts[fact_id(link)].text


async def test_what_was_asked_for_stands_before_what_places_share(service: Service) -> None:
    page = view((await service.desk.answer("/compare 收到行政复议申请 光明2020 廉江")).answer)
    captions = [caption.text() for caption in page.css("table.figures caption")]
    assert sorted(captions[:2]) == ["光明区 2020年", "廉江市 2024年"]
    assert captions[2] == "审结行政复议案件"


def names_of(answer: Answer, adcode: str) -> list[str]:
    regions = [region.own for region in answer.query.regions if region.adcode == adcode]
    return [*regions, *(report.region for report in answer.reports.values() if report.adcode == adcode)]


@pytest.mark.parametrize("question", QUESTIONS[:6])
async def test_each_mark_leads_to_the_clause_that_holds_its_figures(service: Service, question: str) -> None:
    answer = (await service.desk.answer(question)).answer
    facts = {fact.id: fact for fact in answer.facts}
    page = view(answer)
    clauses = {}
    for item in page.css(".sources li"):
        mark, quote, link = item.css_first("span"), item.css_first("q"), item.css_first("small a")
        assert mark
        assert quote
        assert link
        clauses[mark.text()] = (quote.text(), fact_id(link))
    cites = page.css(".figures .cite a")
    assert {cite.text() for cite in cites} == set(clauses)
    for cite in cites:
        fact = facts[fact_id(cite)]
        quote_text, first = clauses[cite.text()]
        assert fact.text in quote_text
        assert facts[first].claim.quote == fact.claim.quote


def answer_of(fact: Fact, **more: Any) -> Answer:
    query = Query(intent=Intent.FACT)
    group = Group("标题", "", (fact,))
    return replace(Answer(status=Status.ANSWER, query=query, groups=(group,), reports=reports()), **more)


def some_fact() -> Fact:
    return next(fact for fact in shelf()[0].facts if fact.text == "583宗")


def tags_of(fact: Fact) -> list[str]:
    return [tag.text() for tag in view(answer_of(fact)).css(".tag")]


def test_what_a_reader_must_know_of_a_figure_stands_beside_it() -> None:
    fact = some_fact()
    assert tags_of(fact) == []
    assert tags_of(replace(fact, corrected=True, oddities=("对不上",))) == ["已更正", "存疑"]
    assert tags_of(replace(fact, claim=replace(fact.claim, modality=Modality.TARGET, period=2025))) == [
        "2025年",
        "目标",
    ]
    assert tags_of(replace(fact, claim=replace(fact.claim, modality=Modality.PRIOR, period=2023))) == ["2023年", "往期"]


def test_measures_and_whose_figure_it_is_have_chinese_punctuation() -> None:
    fact = some_fact()
    claim = replace(fact.claim, measure="覆盖镇(街道)的站点", subject="平安镇(街道)")
    page = view(answer_of(replace(fact, claim=claim)))
    row = page.css("table.figures tr")[0]
    assert "覆盖镇（街道）的站点" in row.text()
    assert "平安镇（街道）" in row.text()
    assert "(" not in row.css("th")[0].text()


def test_what_is_worked_out_says_so_with_its_formula_and_sources() -> None:
    fact = some_fact()
    derived = Derived(text="约172宗（推算）", formula="583 ÷ 3.38", value=172, low=172, high=173, sources=(fact.id,))
    words = view(answer_of(fact, derived=(derived,))).css(".answer > ul")[0].text()
    assert words == "约172宗（推算）（583 ÷ 3.38）①"


def test_what_is_missing_doubtful_or_open_is_said_in_text() -> None:
    answer = answer_of(
        some_fact(),
        status=Status.PARTIAL,
        missing=(Missing("<宝安>", MissingKind.REGION, "没有这个地方的报告"),),
        caveats=("年份不同,不好比",),
        choices=(Choice("甲&乙", "/ask 甲&乙"),),
    )
    page = view(answer)
    assert [node.text() for node in page.css(".absent li")] == ["“<宝安>”：没有这个地方的报告"]
    assert [node.text() for node in page.css(".remarks li")] == ["注意：年份不同，不好比"]
    (choice,) = page.css(".choices a")
    assert choice.text() == "甲&乙"
    assert choice.attributes["data-ask"] == "/ask 甲&乙"
    assert "q=%E9%97%AE&q=%2Fask+%E7%94%B2%26%E4%B9%99" in str(choice.attributes["href"])


def test_a_question_back_is_put_in_words() -> None:
    answer = Answer(status=Status.CLARIFY, query=Query(intent=Intent.FACT), choices=(Choice("甲", "甲"),))
    assert "哪一个" in view(answer).css(".said")[0].text()


def test_an_example_can_be_asked_at_a_tap() -> None:
    query = Query(intent=Intent.HELP)
    said = "看不懂这句话。例如：/对比 行政复议 光明 廉江。\n没有例子的一行\n例如：/查 <光明>"
    page = view(Answer(status=Status.HELP, query=query, message=said))
    assert page.css(".said")[0].text() == said.replace("廉江。", "廉江")
    assert [link.attributes["data-ask"] for link in page.css(".said a")] == ["/对比 行政复议 光明 廉江", "/查 <光明>"]


async def test_a_list_leads_to_the_overview(service: Service) -> None:
    page = view((await service.desk.answer("/list")).answer)
    assert [link.attributes["href"] for link in page.css(".more a")] == ["/overview"]


async def test_who_asks_for_a_report_gets_the_way_to_its_page(service: Service) -> None:
    answer = (await service.desk.answer("廉江报告的链接")).answer
    [report] = answer.reports.values()
    assert report.url in [link.attributes["href"] for link in view(answer).css("a")]
    assert report.url in reply(answer).text
    assert not answer.missing
