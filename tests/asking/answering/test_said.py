"""Figures that a question says from end to end, over the hand-annotated reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Answer, Asked, Intent, Kind, Query, Status
from bot.words.places import Places

GUANGMING, LIANJIANG = "440311", "440881"


@pytest.fixture
def places_of(places: Places) -> dict[str, tuple[Asked, ...]]:
    regions = {code: places.get(code) for code in (GUANGMING, LIANJIANG)}
    return {code: (Asked(region),) for code, region in regions.items() if region}


async def _said(answerer: Answerer, asked: tuple[Asked, ...], said: str, query: Query) -> Answer:
    return await answerer.answer(replace(query, asked=asked, said=tuple(said.split("、"))))


FACT = Query(intent=Intent.FACT)
CONTRACTS = Query(intent=Intent.FACT, topics=("法律顾问", "合法性审查"), indicators=("合法性审查/合同审查",))
LEGAL_AID = Query(intent=Intent.FACT, topics=("法律援助",), words=("收理",))


@pytest.mark.parametrize(
    ("code", "query", "said", "figure"),
    [
        (LIANJIANG, CONTRACTS, "村居法律顾问审查合同多少份", "136份"),
        (LIANJIANG, LEGAL_AID, "请问收理法律援助案件有多少", "1688宗"),
        (LIANJIANG, Query(intent=Intent.FACT, words=("shouli",)), "shouli法律援助案件", "1688宗"),
        (LIANJIANG, Query(intent=Intent.FACT, words=("事务所",)), "事务所几家", "8家"),
    ],
)
async def test_what_is_said_from_end_to_end_answers_and_nothing_is_missing(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]], code: str, query: Query, said: str, figure: str
) -> None:
    answer = await _said(answerer, places_of[code], said, query)
    assert (answer.status, answer.missing) == (Status.ANSWER, ())
    assert answer.facts[0].text == figure


async def test_what_was_heard_is_told(answerer: Answerer, places_of: dict[str, tuple[Asked, ...]]) -> None:
    answer = await _said(answerer, places_of[LIANJIANG], "收理法律援助案件", LEGAL_AID)
    assert answer.query.notes == ("按“受理”理解“收理”",)


@pytest.mark.parametrize(
    "said",
    ["矛盾纠纷调解不成功多少", "马田街道法律援助案件", "矛盾纠纷受理费", "受理了多少", "合同", "每位法律顾问审查合同"],
)
async def test_what_says_less_or_something_else_is_not_taken_for_a_figure(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]], said: str
) -> None:
    query = Query(intent=Intent.FACT, words=("没有", "每位"))
    assert (await _said(answerer, places_of[LIANJIANG], said, query)).facts == ()


async def test_of_two_items_both_must_be_said(answerer: Answerer, places_of: dict[str, tuple[Asked, ...]]) -> None:
    query = Query(intent=Intent.FACT, words=("某项", "行政复议"))
    both = await _said(answerer, places_of[LIANJIANG], "行政复议立案受理、行政复议审结", query)
    assert [fact.text for fact in both.facts[:2]] == ["211宗", "121宗"]
    one = await _said(answerer, places_of[LIANJIANG], "行政复议立案受理、行政复议维持", query)
    assert one.status is Status.PARTIAL
    assert "没有“某项”的说法" in one.missing[0].why


async def test_a_change_that_no_report_states_is_shown_by_the_years(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]]
) -> None:
    kinds = (Kind.CHANGE, Kind.MULTIPLE)
    lawyers = Query(
        intent=Intent.FACT,
        indicators=("律师管理/执业律师",),
        topics=("律师管理",),
        kinds=kinds,
        asked=places_of[GUANGMING],
    )
    answer = await answerer.answer(lawyers)
    assert answer.query.intent is Intent.TREND
    assert [fact.text for fact in answer.groups[0].facts] == ["52名", "193名"]
    assert answer.derived == ()
    one_year = Query(intent=Intent.FACT, topics=("法律援助",), kinds=kinds, asked=places_of[GUANGMING])
    assert (await answerer.answer(one_year)).facts == ()


async def test_a_picture_of_one_figure_is_refused_in_words(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]]
) -> None:
    query = Query(
        intent=Intent.FACT,
        topics=("行政复议",),
        indicators=("行政复议/收到申请",),
        asked=places_of[LIANJIANG],
        chart=True,
    )
    assert any("画不成图" in caveat for caveat in (await answerer.answer(query)).caveats)
    plain = Query(intent=Intent.FACT, topics=("行政复议",), asked=places_of[LIANJIANG])
    assert not any("画不成图" in caveat for caveat in (await answerer.answer(plain)).caveats)


async def test_the_figures_of_committees_are_not_given_for_advisers(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]]
) -> None:
    query = Query(
        intent=Intent.FACT,
        topics=("法律顾问", "人民调解"),
        indicators=("人民调解/受理案件",),
        asked=places_of[LIANJIANG],
        said=("社区法律顾问受理矛盾纠纷多少",),
    )
    assert (await answerer.answer(query)).status is Status.PARTIAL


@pytest.mark.parametrize(("said", "shown"), [("立案受理多少", False), ("行政复议立案受理多少", True)])
async def test_what_names_no_topic_is_of_the_one_that_was_asked_about(
    answerer: Answerer, places_of: dict[str, tuple[Asked, ...]], said: str, shown: bool
) -> None:
    query = Query(intent=Intent.FACT, topics=("法律援助",), indicators=("法律援助/农民工",))
    answer = await _said(answerer, places_of[LIANJIANG], said, query)
    assert bool(answer.facts) is shown
    assert {fact.claim.topic for fact in answer.facts[:1]} <= {"行政复议"}
