"""A figure of another sort than the one that was asked for is no answer, over the hand-annotated reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Direction, Kind, Status
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries


@pytest.mark.parametrize("how_many", ["有多少宗", "有多少件", "一共有多少"])
async def test_stations_are_no_cases(understander: Understander, answerer: Answerer, how_many: str) -> None:
    answer = await answerer.answer(understander.understand(f"廉江骑手的法援案件{how_many}"))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    answer = await answerer.answer(understander.understand("廉江骑手的法律援助站有几个"))
    assert [fact.text for fact in answer.facts[:1]] == ["三个"]


@pytest.mark.parametrize("saved", ["快几天", "能早几天", "省了多少天", "缩短了几天"])
async def test_time_saved_is_no_growth(
    understander: Understander,
    tmp_path: Path,
    lexicon: Lexicon,
    places: Places,
    answerer: Answerer,
    saved: str,
) -> None:
    query = understander.understand(f"光明2024年复议{saved}")
    assert (await answerer.answer(query)).facts == ()
    first = bundles(lexicon.indicator_of)[0]
    growth = next(fact for fact in first.facts if fact.indicator == "行政复议/收到申请·倍数")
    other = growth.text[:-1] + "天"
    claim = replace(
        growth.claim,
        kind=Kind.CHANGE,
        direction=Direction.DOWN,
        unit="天",
        measure="平均办理行政复议案件用时减少",
        quote=growth.claim.quote.replace(growth.text, other),
    )
    days = replace(growth, indicator="", text=other, claim=claim)
    text = first.text[: growth.start] + other + first.text[growth.end :]
    facts = tuple(fact for fact in first.facts if fact.claim.quote != growth.claim.quote)
    async with opened(tmp_path / "days.sqlite3") as db:
        await load(db, entries([replace(first, text=text, facts=(*facts, days))]))
        answer = await Answerer(lexicon, places, FactStore(db)).answer(query)
    assert (answer.status, answer.facts[0].text) == (Status.ANSWER, other)


async def test_points_ask_for_the_change(understander: Understander, answerer: Answerer) -> None:
    for message in ("光明2024年合法性审查升了几个百分点", "光明2024合法性审查事务涨了多少个百分点"):
        answer = await answerer.answer(understander.understand(message))
        assert [fact.claim.kind for fact in answer.facts[:1]] == [Kind.CHANGE]


@pytest.mark.parametrize("message", ["光明2020律师查了多少人", "光明2024社区矫正审了几起", "光明2024律师审了多少名"])
async def test_a_verb_that_stands_alone_must_be_answered(
    understander: Understander, answerer: Answerer, message: str
) -> None:
    answer = await answerer.answer(understander.understand(message))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_a_verb_that_names_the_indicator_is_answered(understander: Understander, answerer: Answerer) -> None:
    plain = await answerer.answer(understander.understand("光明2024复议办理多少"))
    for message in ("光明2024复议审了多少", "光明2024复议审了多少宗"):
        assert (await answerer.answer(understander.understand(message))).facts == plain.facts


async def test_what_bodies_did_is_not_how_many_there_are(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("光明2020年的法律顾问，社区的有几个"))
    assert answer.facts
    assert {fact.claim.unit for fact in answer.facts} <= {"名", "人", "个"}


async def test_figures_of_one_street_are_not_those_of_the_streets(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("光明公共法律服务站点街道有多少个"))
    assert "马田街道" not in {fact.claim.subject for fact in answer.facts}


async def test_a_unit_in_pinyin_asks_as_in_characters(understander: Understander, answerer: Answerer) -> None:
    spelt = understander.understand("guangming 2020 lvshi shiwusuo duoshao jia")
    assert (spelt.units, spelt.words) == (("家",), ())
    assert [fact.text for fact in (await answerer.answer(spelt)).facts[:1]] == ["12家"]


async def test_a_deed_behind_the_last_of_two_things_is_that_of_both(
    understander: Understander, answerer: Answerer
) -> None:
    query = understander.understand("光明2024年组织了多少家律所和多少名律师的年度考核")
    assert [part.said[0].endswith("年度考核") for part in query.parts] == [True, True]
    assert {fact.text for fact in (await answerer.answer(query)).facts[:2]} == {"22家", "193名"}
    # Where nothing was done before the first, what follows the second is its own.
    query = understander.understand("光明2024年有多少家律所和多少名律师的投诉")
    assert not query.parts[0].words


async def test_advice_given_stands_for_advice_at_the_desk_under_its_own_name(
    understander: Understander, answerer: Answerer
) -> None:
    query = understander.understand("光明2020年 廉江2024年 法律援助 来访咨询 对比")
    answer = await answerer.answer(query)
    first = {fact.report: fact for fact in reversed(answer.facts) if "咨询" in fact.claim.measure}
    assert {report: fact.claim.value for report, fact in first.items()} == {
        "guangming-2020": 2720,
        "lianjiang-2024": 3100,
    }
    assert any("口径不同" in caveat for caveat in answer.caveats)
    assert answer.derived == ()


async def test_two_things_are_asked_of_one_street(understander: Understander, answerer: Answerer) -> None:
    query = understander.understand("马田街道的前哨站覆盖多少个社区，一共开展多少场次公共法律服务")
    assert [fact.text for fact in (await answerer.answer(query)).facts[:2]] == ["10个", "2982场次"]


async def test_a_shared_predicate_tells_what_both_were_found_to_do(
    understander: Understander, answerer: Answerer
) -> None:
    query = understander.understand("光明2020年核查发现几家律所，几名律师有违规兼职行为")
    assert [fact.text for fact in (await answerer.answer(query)).facts[:2]] == ["6家", "7名"]


async def test_beside_another_place_no_older_figure_of_one_is_told(
    understander: Understander, answerer: Answerer
) -> None:
    both = await answerer.answer(understander.understand("廉江跟光明比，律所哪边多"))
    one = await answerer.answer(understander.understand("光明有几家律所"))
    assert [len({fact.report for fact in answer.facts[:3]}) for answer in (both, one)] == [2, 2]
    assert "12家" in {fact.text for fact in one.facts}
    assert "12家" not in {fact.text for fact in both.facts}


@pytest.mark.parametrize(
    "message", ["光明2020年查出违规兼职的律师事务所有几家", "光明2020年有几家律所存在律师违规兼职"]
)
async def test_how_what_is_counted_came_to_light_needs_no_remark(
    understander: Understander, answerer: Answerer, message: str
) -> None:
    answer = await answerer.answer(understander.understand(message))
    assert (answer.facts[0].text, answer.status) == ("6家", Status.ANSWER)
