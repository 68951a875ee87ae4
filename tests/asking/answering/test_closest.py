"""Figures whose sentences say most of what a question says, over the hand-annotated reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.asking.answering.answer import Answerer
from bot.model import Answer, Asked, Intent, Query, Status
from bot.words.places import Places

GUANGMING, LIANJIANG = "440311", "440881"


FACT = Query(intent=Intent.FACT)


async def _asked(answerer: Answerer, places: Places, code: str, said: str, words: str, query: Query = FACT) -> Answer:
    region = places.get(code)
    assert region
    return await answerer.answer(replace(query, asked=(Asked(region),), said=(said,), words=tuple(words.split())))


@pytest.mark.parametrize(
    ("code", "said", "words", "figure"),
    [
        (LIANJIANG, "司法所的所长挂名首席法律顾问的有多少", "所长 挂名 首席", "21个"),
        (GUANGMING, "工业企业里贴好监督码的申领率到多少了", "贴好 申领", "99%"),
    ],
)
async def test_what_is_near_is_shown_and_what_was_not_said_so_is_named(
    answerer: Answerer, places: Places, code: str, said: str, words: str, figure: str
) -> None:
    answer = await _asked(answerer, places, code, said, words)
    assert answer.status is Status.PARTIAL
    assert answer.facts[0].text == figure
    assert "列出的是意思最近的" in answer.missing[0].why
    assert f"“{words.split()[-2]}" in answer.missing[0].why


@pytest.mark.parametrize(
    ("code", "said", "words"),
    [
        (LIANJIANG, "法律顾问费一共多少", "顾问费"),  # the topic's own words set nothing apart
        (LIANJIANG, "无人机巡查了多少公里", "无人机 巡查 公里"),
        (GUANGMING, "凤凰街道法治前哨站覆盖了几个社区", "凤凰街道 前哨站"),  # another part's figures
    ],
)
async def test_what_is_not_near_stays_missing(
    answerer: Answerer, places: Places, code: str, said: str, words: str
) -> None:
    answer = await _asked(answerer, places, code, said, words)
    assert not answer.facts
    assert answer.status is Status.NONE


async def test_other_units_and_other_topics_are_not_near(answerer: Answerer, places: Places) -> None:
    years = "在矫期间再犯罪率为零的对象有多少人"
    answer = await _asked(answerer, places, LIANJIANG, years, "在矫 对象", replace(FACT, units=("人",)))
    assert not answer.facts
    elsewhere = await _asked(
        answerer, places, LIANJIANG, "所长担任首席顾问几个", "所长 首席", replace(FACT, topics=("社区矫正",))
    )
    assert not elsewhere.facts


async def test_what_a_question_counts_last_stands_in_what_is_near(answerer: Answerer, places: Places) -> None:
    near = await _asked(answerer, places, GUANGMING, "工业企业里贴好监督码的申领率有多少", "贴好 申领率")
    assert near.facts[0].text == "99%"
    lost = await _asked(answerer, places, GUANGMING, "工业企业里贴好监督码的党员有多少", "贴好 党员")
    assert not lost.facts


async def test_who_sat_an_examination_is_not_near_who_passed_it(answerer: Answerer, places: Places) -> None:
    sat = await _asked(answerer, places, LIANJIANG, "执法人员闭卷考试到了几个人", "闭卷 到了")
    assert sat.facts
    for outcome in ("合格", "及格", "通过", "考过"):
        said = f"执法人员闭卷考试{outcome}的几个人"
        assert not (await _asked(answerer, places, LIANJIANG, said, f"闭卷 {outcome}")).facts
