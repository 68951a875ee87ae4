"""The one door: messages in, replies out, mistakes as one sentence with an example that works."""

from __future__ import annotations

import json

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.desk import ChatContext, Desk
from bot.errors import UserError
from bot.model import Status
from bot.replying.contract import answer_json
from bot.store.facts import FactStore
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.answers import answerer, lexicon, places, store

__all__ = ["answerer", "lexicon", "places", "store"]


@pytest.fixture
async def desk(lexicon: Lexicon, places: Places, store: FactStore, answerer: Answerer) -> Desk:
    reports = tuple((await store.catalogue()).reports.values())
    return Desk(
        Understander(lexicon, places, reports, await store.measures()), answerer, places, "https://example.org/"
    )


async def test_the_comparison_that_everything_is_about(desk: Desk) -> None:
    reply = await desk.answer("/compare 行政复议 光明 廉江")
    assert reply.answer.status is Status.ANSWER
    for figure in ("583宗", "3.38倍", "42%", "252宗", "211宗", "121宗"):
        assert figure in reply.text
        assert figure in reply.html[0]
    for report in reply.answer.reports.values():
        assert report.url in reply.text
    assert "https://example.org/reports/guangming-2024#" in reply.html[0]


async def test_a_follow_up_builds_on_the_json_of_the_answer_before(desk: Desk) -> None:
    first = await desk.answer("光明 法律援助")
    previous = desk.previous_from_json(json.loads(json.dumps(answer_json(first))))
    reply = await desk.answer("那廉江呢？", ChatContext(previous=previous))
    assert {fact.report for fact in reply.answer.facts} == {"lianjiang-2024"}
    assert {fact.claim.topic for fact in reply.answer.facts} == {"法律援助"}
    with pytest.raises(UserError):
        desk.previous_from_json({"understood": {"intent": "fact"}})


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        ("光明 行政复议", "2020年呢", {("guangming-2020", 21.0)}),
        ("光明 行政复议", "那廉江呢？", {("lianjiang-2024", 252.0)}),
        ("光明2020年行政复议", "那廉江呢？", {("lianjiang-2024", 252.0)}),  # nobody asked it for 2020
        ("光明2020年行政复议", "廉江2020年呢？", set()),
        ("光明2020年行政复议", "2024年呢", {("guangming-2024", 583.0)}),
        ("光明行政复议办结多少", "那廉江呢？", {("lianjiang-2024", 121.0)}),
    ],
)
async def test_a_json_names_the_years_answered_yet_pins_only_those_asked(
    desk: Desk, first: str, then: str, expected: set[tuple[str, float]]
) -> None:
    answered = answer_json(await desk.answer(first))
    assert answered["understood"]["years"] == list({fact["year"] for fact in answered["facts"]})
    previous = desk.previous_from_json(json.loads(json.dumps(answered)))
    reply = await desk.answer(then, ChatContext(previous=previous))
    assert {(fact.report, fact.claim.value) for fact in reply.answer.facts[:1]} == expected


async def test_what_was_understood_can_be_answered_again(desk: Desk) -> None:
    first = await desk.answer("光明 行政复议")
    assert (await desk.recall(first.answer.query)).text == first.text


@pytest.mark.parametrize("message", ["/compare", "/nonsense", "复" * 20_000])
async def test_a_mistake_becomes_one_sentence_with_an_example_that_works(desk: Desk, message: str) -> None:
    reply = await desk.answer(message)
    assert reply.answer.status is Status.HELP
    assert reply.answer.facts == ()
    _, _, example = reply.text.partition("例如：")
    again = await desk.answer(example)
    assert "没有这个命令" not in again.text
    assert again.answer.status in (Status.ANSWER, Status.PARTIAL, Status.HELP)


@pytest.mark.parametrize(
    "message", ['<b>光明</b> & "行政复议"', "'; DROP TABLE fact; --", "\u202e光明\u200b 行政复议", "%00"]
)
async def test_nothing_that_is_typed_becomes_markup_or_sql(desk: Desk, message: str) -> None:
    reply = await desk.answer(message)
    assert "<b>光明</b>" not in reply.html[0]
    assert "\u202e" not in reply.text
    assert (await desk.answer("光明 行政复议")).answer.facts
