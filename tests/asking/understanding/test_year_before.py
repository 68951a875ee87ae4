"""上一年 beside a year that is named: of that year's report, or the report of the year before where there is one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.asking.understanding.understand import Context, Understander
from bot.model import Intent, Kind, Modality
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.asking.conftest import DATA
from tests.golden import reports


@pytest.mark.parametrize(
    "message",
    [
        "光明2020报告里说上一年行政复议多少件",
        "光明2020 行政复议 上年",
        "光明区2020年受理的法律援助案件，前一年有几件",
        "光明2020年的人民调解，上一年度是多少",
    ],
)
def test_the_report_of_the_year_tells_of_the_year_before(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.modality, query.years, query.intent) == (Modality.PRIOR, (2020,), Intent.FACT)


@pytest.mark.parametrize("message", ["光明2020行政复议比2019年涨了百分之几", "光明2020年行政复议比前一年增长多少"])
def test_a_change_against_a_year_without_report_is_the_stated_one(understander: Understander, message: str) -> None:
    query = understander.understand(message)
    assert (query.years, query.parts) == ((2020,), ())
    assert Kind.CHANGE in query.kinds


@pytest.mark.parametrize("message", ["上一年呢", "上年是多少", "那前一年呢", "头一年有多少"])
@pytest.mark.parametrize("before", ["光明2020年的行政复议", "光明2020 受理行政复议案件"])
def test_a_follow_up_counts_back_from_the_year_asked_before(
    understander: Understander, before: str, message: str
) -> None:
    query = understander.understand(message, Context(previous=understander.understand(before)))
    assert (query.years, query.modality, query.topics) == ((2020,), Modality.PRIOR, ("行政复议",))


def test_last_year_counts_from_today(understander: Understander) -> None:
    query = understander.understand("去年呢", Context(previous=understander.understand("光明2020年的行政复议")))
    assert (query.years, query.modality) == ((2024,), Modality.ACTUAL)


def test_a_row_of_years_names_each(understander: Understander) -> None:
    assert understander.understand("光明2020年和去年的行政复议").years == (2020, 2024)


def test_a_report_of_the_year_before_is_asked_itself(places: Places) -> None:
    known = list(reports().values())
    before = [replace(report, id="guangming-2019", year=2019) for report in known if report.id == "guangming-2020"]
    understander = Understander(Lexicon.load(DATA / "lexicon"), places, [*known, *before])
    query = understander.understand("光明2020年行政复议比上一年多多少")
    assert (query.years, query.modality) == ((2020, 2019), Modality.ACTUAL)
    assert understander.understand("光明2020行政复议比2019年涨了百分之几").years == (2020, 2019)
