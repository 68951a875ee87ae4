"""Parts of a year: what a question for a month or a quarter is told, and what a whole year is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.asking.answering.weighing.spans import spans_in
from bot.asking.understanding.understand import Understander
from bot.model import Status
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.asking.answering.telling import Told, answering

MONTH = "2023年5月份人民调解工作情况分析"
SENTENCE = "本月借贷纠纷26件，宅基地纠纷9件"
FIGURES = (
    Told("本月共调解矛盾纠纷410件", "410件", "人民调解", "调解矛盾纠纷", 410),
    Told(SENTENCE, "26件", "人民调解", "借贷纠纷", 26),
    Told(SENTENCE, "9件", "人民调解", "宅基地纠纷", 9),
)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("2023年5月份情况", ("5月",)),
        ("五月调解多少", ("5月",)),
        ("十一月", ("11月",)),
        ("第一季度", ("一季度",)),
        ("上半年和前三季度", ("上半年", "前三季度")),
        ("2023年12月28日公布", ()),
        ("1-11月", ()),
        ("近3个月", ()),
        ("截至10月底", ()),
    ],
)
def test_each_part_is_named_in_one_way(text: str, spans: tuple[str, ...]) -> None:
    assert spans_in(text) == spans


@pytest.mark.parametrize(
    ("message", "told"),
    [("2023年5月借贷纠纷多少件", "26件"), ("2023年5月份调解多少件", "410件"), ("五月宅基地纠纷多少", "9件")],
)
async def test_the_month_of_a_report_is_that_of_all_its_figures(
    tmp_path: Path, understander: Understander, lexicon: Lexicon, places: Places, message: str, told: str
) -> None:
    async with answering(tmp_path, lexicon, places, FIGURES, MONTH) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}{message}"))
    assert answer.status is Status.ANSWER
    assert answer.facts[0].text == told
    assert not any("不是全年" in caveat for caveat in answer.caveats)


async def test_another_month_has_no_figure(
    tmp_path: Path, understander: Understander, lexicon: Lexicon, places: Places
) -> None:
    async with answering(tmp_path, lexicon, places, FIGURES, MONTH) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}2023年4月调解多少件"))
    assert not answer.facts
    assert "4月" in answer.missing[0].why


async def test_who_names_no_month_is_told_that_the_report_is_of_one(
    tmp_path: Path, understander: Understander, lexicon: Lexicon, places: Places
) -> None:
    async with answering(tmp_path, lexicon, places, FIGURES, MONTH) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}2023年调解多少件"))
    assert answer.facts[0].text == "410件"
    assert any("5月，不是全年" in caveat for caveat in answer.caveats)


async def test_a_quarter_is_no_whole_year(
    tmp_path: Path, understander: Understander, lexicon: Lexicon, places: Places
) -> None:
    quarter = Told("一季度，全区调解矛盾纠纷77件", "77件", "人民调解", "调解矛盾纠纷", 77, more={"asof": "一季度"})
    async with answering(tmp_path, lexicon, places, [quarter]) as (answerer, place):
        answer = await answerer.answer(understander.understand(f"{place}2023年全年调解矛盾纠纷多少件"))
    assert any("没有全年的数" in caveat for caveat in answer.caveats)
