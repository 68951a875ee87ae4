"""One kind of a thing is shown for the thing as such only with the word that it is not all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Asked, Intent, Query, Status
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries


@pytest.mark.parametrize("kind", ["信息公开类", "涉企"])
async def test_a_kind_of_cases_is_not_all_of_them(kind: str, tmp_path: Path, lexicon: Lexicon, places: Places) -> None:
    first = bundles(lexicon.indicator_of)[0]
    case = next(fact for fact in first.facts if fact.indicator == "行政复议/收到申请")
    others = tuple(fact for fact in first.facts if fact.claim.topic != "行政复议")
    only = replace(case, indicator="", claim=replace(case.claim, measure=f"办理{kind}行政复议案件"))
    async with opened(tmp_path / "facts.sqlite3") as db:
        await load(db, entries([replace(first, facts=(*others, only))]))
        region = places.get(first.report.adcode)
        assert region
        query = Query(intent=Intent.FACT, asked=(Asked(region),), topics=("行政复议",))
        answerer = Answerer(lexicon, places, FactStore(db))
        whole = await answerer.answer(replace(query, said=("行政复议一共多少",)))
        assert (whole.status, len(whole.facts)) == (Status.PARTIAL, 1)
        assert "没有单独的“行政复议”数字" in whole.missing[0].why
        assert (await answerer.answer(replace(query, said=(f"{kind}行政复议多少",)))).status is Status.ANSWER


async def test_a_part_is_not_the_whole_that_was_asked_about(understander: Understander, answerer: Answerer) -> None:
    whole = await answerer.answer(understander.understand("光明全区法治前哨站共有多少个"))
    assert (whole.status, whole.facts[0].claim.subject) == (Status.PARTIAL, "马田街道")
    assert (await answerer.answer(understander.understand("光明法治前哨站共有多少个"))).status is Status.ANSWER


@pytest.mark.parametrize("who", ["女", "男", "老", "外地"])
async def test_a_word_before_people_tells_which_of_them(
    understander: Understander, answerer: Answerer, who: str
) -> None:
    answer = await answerer.answer(understander.understand(f"光明2024年有多少名{who}律师"))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_a_word_before_the_second_of_two_things_leaves_the_first(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("光明2020年律师事务所和女律师各多少"))
    assert (answer.status, [fact.text for fact in answer.facts]) == (Status.PARTIAL, ["12家"])
    assert ["“女”" in missing.why for missing in answer.missing] == [True]
    answer = await answerer.answer(understander.understand("光明2020年律师和律师事务所受理的投诉多少"))
    assert "52名" not in [fact.text for fact in answer.facts]


async def test_no_rate_answers_for_how_many(understander: Understander, answerer: Answerer) -> None:
    for asked in ("廉江打官司的有多少", "廉江出庭应诉的一共有多少"):
        answer = await answerer.answer(understander.understand(asked))
        assert (answer.status, answer.facts) == (Status.NONE, ())
        assert "负责人出庭应诉率" in answer.missing[0].why
    rate = await answerer.answer(understander.understand("廉江出庭应诉率有多少"))
    assert rate.facts[0].text == "105%"


async def test_nothing_is_near_to_what_was_not_done(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("廉江没有通过年检的律师事务所几家"))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_parts_that_name_no_place_tell_whose_figures_they_show(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("律师事务所和女律师各多少"))
    assert {region.own for region in answer.query.regions} == {"光明区", "廉江市"}
    assert answer.status is Status.PARTIAL


async def test_a_part_that_repeats_the_first_adds_no_figure(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("律师工作跟增长多少"))
    assert (answer.status, answer.facts) == (Status.NONE, ())


async def test_how_something_fell_is_not_how_many_there_are(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("光明区各街道执法案件多少"))
    assert answer.status is Status.PARTIAL
    assert "没有单独的" in answer.missing[0].why
    fell = await answerer.answer(understander.understand("光明区各街道执法案件下降多少"))
    assert (fell.status, fell.facts[0].text) == (Status.ANSWER, "76.5%")


async def test_nothing_is_shown_of_a_place_that_it_was_not_asked_of(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("光明2020年的法律援助受理数和廉江2024年的行政复议受理数"))
    shown = [(answer.reports[fact.report].adcode, fact.text) for fact in answer.facts]
    assert shown == [("440311", "380宗"), ("440881", "211宗")]


@pytest.mark.parametrize("message", ["光明公共法律服务站点里街道的有几个", "光明2020年公共法律服务站点里社区的有多少"])
async def test_what_is_asked_of_a_thing_is_counted_of_no_other_thing(
    understander: Understander, answerer: Answerer, message: str
) -> None:
    answer = await answerer.answer(understander.understand(message))
    assert (answer.status, answer.facts) == (Status.NONE, ())
    assert answer.missing
