"""Parts of a message that are about what its first part is about."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.asking.answering.answer import Answerer
from bot.asking.understanding.understand import Understander
from bot.model import Status
from bot.store.database import opened
from bot.store.facts import FactStore
from bot.store.loading import load
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from tests.golden import bundles, entries


@pytest.fixture
async def with_settled(tmp_path: Path, lexicon: Lexicon, places: Places) -> AsyncIterator[Answerer]:
    """Answers from Lianjiang's report as if the reviews that it closed had all been settled."""
    first = next(bundle for bundle in bundles(lexicon.indicator_of) if bundle.report.id == "lianjiang-2024")
    closed = next(fact for fact in first.facts if fact.indicator == "行政复议/审结")
    claim = replace(closed.claim, measure="调解和解行政复议案件")
    settled = replace(closed, indicator="行政复议/调解和解", claim=claim)
    facts = tuple(settled if fact is closed else fact for fact in first.facts)
    async with opened(tmp_path / "settled.sqlite3") as db:
        await load(db, entries([replace(first, facts=facts)]))
        yield Answerer(lexicon, places, FactStore(db))


@pytest.mark.parametrize(
    ("message", "indicators"),
    [
        ("廉江复议有多少，调解有多少", ["行政复议/收到申请", "行政复议/调解和解"]),
        ("廉江复议收到多少，调解了多少", ["行政复议/收到申请", "行政复议/调解和解"]),
    ],
)
async def test_a_noun_is_first_what_the_topic_before_it_measures(
    understander: Understander, with_settled: Answerer, message: str, indicators: list[str]
) -> None:
    answer = await with_settled.answer(understander.understand(message))
    assert [fact.indicator for fact in answer.facts] == indicators
    assert "“调解”按行政复议的调解理解" in answer.query.notes


@pytest.mark.parametrize(
    "message", ["廉江复议有多少，人民调解有多少", "廉江公证有多少，调解有多少", "廉江调解有多少，复议有多少"]
)
async def test_a_topic_that_is_meant_itself_stays_one(
    understander: Understander, with_settled: Answerer, message: str
) -> None:
    assert "人民调解" in (await with_settled.answer(understander.understand(message))).query.topics


async def test_the_other_topic_is_meant_where_the_first_has_no_such_figure(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("廉江复议多少，调解多少"))
    assert [fact.text for fact in answer.facts[:2]] == ["252宗", "3785宗"]


@pytest.mark.parametrize(
    ("message", "lost"),
    [
        ("光明现行有效的区政府规范性文件有几个，各局自己写的有几个", "各局自己写"),
        ("光明复议多少，成功率多少", "成功率"),
    ],
)
async def test_what_a_part_lacks_is_said_beside_what_there_is(
    understander: Understander, answerer: Answerer, message: str, lost: str
) -> None:
    answer = await answerer.answer(understander.understand(message))
    assert answer.status is Status.PARTIAL
    assert answer.facts
    assert [missing.asked for missing in answer.missing] == [lost]
    assert {fact.claim.topic for fact in answer.facts} == set(answer.query.topics)


async def test_the_people_of_what_is_counted_are_missing_where_nothing_counts_them(
    understander: Understander, answerer: Answerer
) -> None:
    answer = await answerer.answer(understander.understand("廉江法治讲座办了几场有多少人来"))
    assert (answer.facts[0].text, answer.status) == ("1583场次", Status.PARTIAL)
    assert any("以“人”计的数字" in missing.why for missing in answer.missing)


async def test_both_of_one_breath_are_answered(understander: Understander, answerer: Answerer) -> None:
    answer = await answerer.answer(understander.understand("光明2020年社区矫正学习搞了几场多少人参加"))
    assert (answer.status, [fact.text for fact in answer.facts]) == (Status.ANSWER, ["158场", "3749人次"])
