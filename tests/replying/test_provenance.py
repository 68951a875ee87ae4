"""Every figure of a reply belongs to the place, year and measure beside which it stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Answer, Asked, Intent, Modality, Query, Status
from bot.replying import reply
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles
from tests.replying.provenance import Truth, swapped

GUANGMING, LIANJIANG, BAOAN = "440311", "440881", "440306"


@pytest.fixture(scope="module")
def truth(lexicon: Lexicon, places: Places) -> Truth:
    given = bundles(lexicon.indicator_of)
    names = {bundle.report.adcode: region.own for bundle in given if (region := places.get(bundle.report.adcode))}
    titles = {}
    for bundle in given:
        for fact in bundle.facts:
            indicator = lexicon.indicator(fact.indicator)
            titles[fact.indicator] = indicator.name if indicator else ""
    return Truth(given, names, titles)


def _queries(lexicon: Lexicon, places: Places) -> Iterator[Query]:
    """Every topic, asked of one place, of one year, of two places, over years, for targets and earlier figures."""

    def asked(*codes: str) -> tuple[Asked, ...]:
        return tuple(Asked(region) for code in codes if (region := places.get(code)))

    scopes = [asked(GUANGMING), asked(LIANJIANG), asked(GUANGMING, LIANJIANG), asked(GUANGMING, BAOAN, LIANJIANG), ()]
    years: list[tuple[int, ...]] = [(), (2020,), (2024,), (2020, 2024), (2019,)]
    for topic, scope, when in itertools.product(lexicon.topics, scopes, years):
        for intent in (Intent.FACT, Intent.COMPARE, Intent.TREND, Intent.RANK):
            yield Query(intent=intent, topics=(topic.name,), asked=scope, years=when)
        for modality in (Modality.TARGET, Modality.PRIOR):
            yield Query(intent=Intent.FACT, topics=(topic.name,), asked=scope, years=when, modality=modality)


async def test_every_figure_of_many_replies_is_true(
    answerer: Answerer, lexicon: Lexicon, places: Places, truth: Truth
) -> None:
    figures = 0
    for query in _queries(lexicon, places):
        text = reply(await answerer.answer(query)).text
        assert truth.wrong(text) == [], text
        figures += len(truth.read(text).figures)
    assert figures > 4_000


async def test_every_indicator_asked_by_itself_is_answered_with_itself(
    answerer: Answerer, lexicon: Lexicon, places: Places, truth: Truth
) -> None:
    answered = 0
    for identity, code in itertools.product(lexicon.indicators, (GUANGMING, LIANJIANG)):
        region = places.get(code)
        assert region
        query = Query(intent=Intent.FACT, indicators=(identity,), asked=(Asked(region),))
        answer = await answerer.answer(query)
        assert truth.wrong(reply(answer).text) == []
        if answer.facts:
            stands_for_it = any("不一定等于" in caveat for caveat in answer.caveats)
            assert answer.facts[0].indicator == identity or answer.status is Status.PARTIAL or stands_for_it
            answered += 1
    assert answered > 20


async def test_a_reply_with_two_figures_of_a_clause_exchanged_is_caught(
    answerer: Answerer, places: Places, truth: Truth
) -> None:
    regions = [region for code in (GUANGMING, LIANJIANG) if (region := places.get(code))]
    caught = 0
    for intent, topics in itertools.product(
        (Intent.FACT, Intent.COMPARE), ("行政复议", "法律援助", "人民调解", "社区矫正")
    ):
        asked = tuple(Asked(region) for region in regions)
        answer = await answerer.answer(Query(intent=intent, topics=(topics,), asked=asked))
        assert truth.wrong(reply(answer).text) == []
        for one, other in itertools.combinations(answer.facts, 2):
            if one.claim.quote == other.claim.quote and one.text != other.text:
                assert truth.wrong(reply(_mutant(answer, one.id, other.id)).text), (one.text, other.text)
                caught += 1
    assert caught > 20


def _mutant(answer: Answer, one: str, other: str) -> Answer:
    by_id = {fact.id: fact for fact in answer.facts}
    facts = {fact.id: fact for fact in swapped(answer.facts, by_id[one], by_id[other])}
    groups = (replace(group, facts=tuple(facts[fact.id] for fact in group.facts)) for group in answer.groups)
    return replace(answer, groups=tuple(groups))


async def test_a_changed_digit_or_place_is_caught(answerer: Answerer, places: Places, truth: Truth) -> None:
    regions = [region for code in (GUANGMING, LIANJIANG) if (region := places.get(code))]
    answer = await answerer.answer(
        Query(intent=Intent.COMPARE, topics=("行政复议",), asked=tuple(Asked(region) for region in regions))
    )
    text = reply(answer).text
    assert truth.wrong(text) == []
    body, _, sources = text.partition("出处")
    for old, new in (("583宗①", "584宗①"), ("光明区 583", "廉江市 583"), ("①；行政复议案结", "②；行政复议案结")):
        assert old in body
        assert truth.wrong(body.replace(old, new) + "出处" + sources)
    assert truth.wrong(re.sub("（推算：583 −", "（推算：999 −", text))
    assert truth.wrong(text + "\n注意：另据统计为77宗")


async def test_what_was_worked_out_stands_below_the_figures_it_comes_from(
    answerer: Answerer, places: Places, truth: Truth
) -> None:
    guangming, lianjiang = places.get(GUANGMING), places.get(LIANJIANG)
    assert guangming
    assert lianjiang
    asked = (Asked(guangming, 2020), Asked(guangming, 2024), Asked(lianjiang, 2024))
    query = Query(intent=Intent.COMPARE, topics=("行政复议", "社区矫正"), asked=asked)
    text = reply(await answerer.answer(query)).text
    assert truth.wrong(text) == []

    worked = [row for row in text.splitlines() if "（推算：" in row]
    others = [row for row in text.splitlines() if "另有：" in row]
    assert worked
    assert others, "another block, or this test sees nothing"
    moved = text.replace(f"{worked[0]}\n", "").replace(others[0], f"{others[0]}\n{worked[0]}")
    assert truth.wrong(moved)
