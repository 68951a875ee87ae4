"""A year that was said of one place is not asked for of another that has no report of it."""

from __future__ import annotations

import re

import pytest

from bot.asking.understanding.understand import Context, Understander
from bot.model import Query


def _after(understander: Understander, first: str, then: str) -> Query:
    return understander.understand(then, Context(previous=understander.understand(first)))


@pytest.mark.parametrize(
    ("first", "then", "own"),
    [
        ("廉江2024年调解了多少纠纷", "东莞呢", "东莞市"),
        ("东莞2022年有几家律所", "那巴南呢", "巴南区"),
        ("光明2020年法律援助受理多少", "巴南又是多少", "巴南区"),
    ],
)
def test_a_place_without_that_year_answers_with_its_newest_and_says_so(
    understander: Understander, first: str, then: str, own: str
) -> None:
    query = _after(understander, first, then)
    assert ([region.own for region in query.regions], query.years) == ([own], ())
    [said] = [note for note in query.notes if "最新" in note]
    assert own in said
    assert re.search(r"\d{4}年", said)


@pytest.mark.parametrize(
    ("first", "then", "asked", "late"),
    [
        ("巴南2023年法律援助办了多少件", "光明和东莞呢", {("光明", None), ("东莞", None)}, {"光明区", "东莞市"}),
        ("廉江2024年有几家律所", "东莞跟光明呢", {("光明", 2024), ("东莞", None)}, {"东莞市"}),
        ("光明2024年有几家律所", "那廉江、光明的呢", {("光明", 2024), ("廉江", 2024)}, set()),
    ],
)
def test_of_several_places_each_without_that_year_answers_with_its_newest(
    understander: Understander, first: str, then: str, asked: set[tuple[str, int | None]], late: set[str]
) -> None:
    query = _after(understander, first, then)
    years = query.years or (None,)
    assert {(one.region.short, one.year or year) for one in query.asked for year in years} == asked
    notes = "".join(query.notes)
    assert {own for own in ("光明区", "东莞市", "廉江市") if own in notes} == late


@pytest.mark.parametrize(
    ("first", "then", "year"),
    [
        ("廉江2024年调解了多少纠纷", "光明呢", 2024),  # it has a report of that year
        ("廉江2024年调解了多少纠纷", "东莞2024年呢", 2024),  # asked for of it
        ("廉江2019年调解了多少纠纷", "东莞呢", 2019),  # what the conversation is about
        ("廉江2024年调解了多少纠纷", "宝安呢", 2024),  # no report at all
    ],
)
def test_any_other_year_stays(understander: Understander, first: str, then: str, year: int) -> None:
    query = _after(understander, first, then)
    assert year in {*query.years, *(one.year for one in query.asked)}
    assert not query.notes
