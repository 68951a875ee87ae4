"""A place without a report is told what the report of the place around it says of it by name, and nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.understanding.understand import Understander
from bot.model import Kind, Status
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.asking.answering.telling import Ask, Told, answering, asking
from tests.golden import reports

CASES = "南山区收到行政复议申请88件，占全市的11%；盐田收到行政复议申请23件，全市受理行政复议案件640件"
TAKEN = "龙岗、坪山、大鹏区分别审结行政复议案件31件、9件和4件"
FIGURES = (
    Told(TAKEN, "31件", "行政复议", "审结行政复议案件", 31, more={"subject": "龙岗"}),
    Told(TAKEN, "9件", "行政复议", "审结行政复议案件", 9, more={"subject": "坪山"}),
    Told(TAKEN, "4件", "行政复议", "审结行政复议案件", 4, more={"subject": "大鹏区"}),
    Told(CASES, "88件", "行政复议", "收到行政复议申请", 88, more={"subject": "南山区"}),
    Told(CASES, "11%", "行政复议", "收到行政复议申请占比", 11, "%", {"subject": "南山区", "kind": Kind.RATE}),
    Told(CASES, "23件", "行政复议", "收到行政复议申请", 23, more={"subject": "盐田"}),
    Told(CASES, "640件", "行政复议", "受理行政复议案件", 640),
)


@pytest.fixture
async def city(tmp_path: Path, lexicon: Lexicon, places: Places) -> AsyncIterator[Ask]:
    """What is answered to a message by the report of 深圳 alone."""
    place = places.get("440300")
    assert place
    held = replace(next(iter(reports().values())), region=place.name, adcode=place.adcode, year=2023)
    understander = Understander(lexicon, places, [held])
    async with answering(tmp_path, lexicon, places, FIGURES, place=place) as (answerer, _):
        yield asking(answerer, understander, "")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("深圳南山区收到行政复议申请多少件", "88件"),
        ("深圳市2023年南山区收到行政复议申请多少件", "88件"),
        ("盐田区2023年收到行政复议申请多少", "23件"),
        ("深圳2023 行政复议 盐田区 收到申请", "23件"),
        ("龙岗区审结行政复议案件多少件", "31件"),
    ],
)
async def test_what_is_said_of_it_by_name_is_told(city: Ask, message: str, text: str) -> None:
    answer = await city(message)
    assert answer.facts[0].text == text
    assert all(fact.claim.subject for fact in answer.facts)
    assert any("数字取自深圳市的报告" in caveat for caveat in answer.caveats)


@pytest.mark.parametrize(
    "message",
    [
        "深圳罗湖区收到行政复议申请多少件",
        "深圳2023年福田区收到行政复议申请多少件",
        "深圳南山区受理行政复议案件多少件",
        "深圳南山区2021年收到行政复议申请多少件",
        "深圳盐田区收到行政复议申请占比",
        "深圳南山区审结行政复议案件多少件",
        "深圳南山区法律援助案件多少件",
        "深圳南山区粤海街道收到行政复议申请多少件",
        "南山区上半年收到行政复议申请多少件",
        "宝安区受理行政复议案件多少",
        "深圳2023年龙华区行政复议受理几件",
    ],
)
async def test_nothing_else_is(city: Ask, message: str) -> None:
    answer = await city(message)
    assert answer.status is not Status.ANSWER, [fact.text for fact in answer.facts]
    assert all(fact.claim.subject for fact in answer.facts)


async def test_who_compares_both_is_told_of_the_city_itself(city: Ask) -> None:
    answer = await city("深圳和南山区受理行政复议案件多少件")
    assert "640件" in [fact.text for fact in answer.facts]


async def test_it_stands_beside_the_place_around_it(city: Ask) -> None:
    answer = await city("/对比 复议审结 龙岗区和坪山区")
    assert {fact.text for fact in answer.facts} == {"31件", "9件"}
    with_city = await city("/对比 收到行政复议申请 深圳 南山区")
    assert "88件" in [fact.text for fact in with_city.facts]


async def test_what_is_told_of_places_within_is_none_of_the_whole(city: Ask) -> None:
    answer = await city("深圳审结行政复议案件多少件")
    assert not answer.facts


async def test_a_year_without_a_report_of_its_own_is_told_by_the_city(
    tmp_path: Path, lexicon: Lexicon, places: Places
) -> None:
    city, inner = places.get("440300"), places.get("440305")
    assert city
    assert inner
    held = replace(next(iter(reports().values())), region=city.name, adcode=city.adcode, year=2023)
    own = replace(held, id="nanshan-2021", region=inner.name, adcode=inner.adcode, year=2021)
    understander = Understander(lexicon, places, [held, own])
    async with answering(tmp_path, lexicon, places, FIGURES, place=city, also=[own]) as (answerer, _):
        answer = await asking(answerer, understander, "")("南山区2023年收到行政复议申请多少件")
    assert answer.facts[0].text == "88件"
    assert "没有南山区2023年的报告，数字取自深圳市的报告" in answer.caveats
