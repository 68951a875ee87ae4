"""What becomes news: new and changed reports, once, for those whom they concern; never what was there before."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from bot.model import Bundle
from bot.store.database import open_database
from bot.store.outbox import Item
from bot.store.subscriptions import Cadence, Delivery, Wish
from tests.notices.conftest import House, revised

LATER = 4_000_000_000.0


async def waiting(house: House, chat: int) -> list[tuple[str, int, tuple[str, ...]]]:
    """What waits for a chat, whenever it is due."""
    return [(item.name, item.revision, item.topics) for item in await items(house, chat)]


async def items(house: House, chat: int) -> list[Item]:
    """The rows that wait for a chat."""
    return await house.outbox.due(chat, LATER)


async def test_the_first_start_announces_nothing_and_what_comes_after_is_news(
    house: House, golden: list[Bundle]
) -> None:
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden[:2])
    assert (await house.announce()).queued == 0
    await house.load(golden)
    assert (await house.announce()).reports == (golden[2].report.id,)
    assert await waiting(house, 1) == [(golden[2].report.id, 1, ())]
    assert (await house.announce()).queued == 0


async def test_a_state_that_began_empty_announces_the_first_reports(house: House, golden: list[Bundle]) -> None:
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden)
    assert (await house.announce()).queued == len(golden)


async def test_rebuilt_facts_and_a_better_reader_are_no_news(house: House, golden: list[Bundle]) -> None:
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden)
    await house.announce()
    await house.facts.close()
    (house.folder / "facts.sqlite3").unlink()
    house.facts = await open_database(house.folder / "facts.sqlite3")
    await house.load([replace(bundle, facts=bundle.facts[1:]) for bundle in golden])
    assert await house.announce() == type(await house.announce())()
    assert await waiting(house, 1) == []


async def test_a_changed_report_and_a_corrected_figure_are_news_and_replace_what_waits(
    house: House, golden: list[Bundle]
) -> None:
    await house.load(golden)
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    first = golden[0]
    await house.load([revised(first, "改过的标题"), *golden[1:]])
    assert (await house.announce()).queued == 1
    corrected = replace(first, facts=(replace(first.facts[0], corrected=True), *first.facts[1:]))
    await house.load([revised(corrected, "改过的标题"), *golden[1:]])
    assert (await house.announce()).queued == 1
    assert await waiting(house, 1) == [(first.report.id, 3, ())]


async def test_a_report_that_went_and_came_back_the_same_is_no_news(house: House, golden: list[Bundle]) -> None:
    await house.load(golden)
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden[1:])
    await house.announce()
    await house.load(golden)
    assert (await house.announce()).queued == 0


@pytest.mark.parametrize(
    ("wish", "reports"),
    [
        (Wish(), {"guangming-2024", "guangming-2020", "lianjiang-2024"}),
        (Wish(places=("440311",)), {"guangming-2024", "guangming-2020"}),
        (Wish(places=("440300",)), {"guangming-2024", "guangming-2020"}),
        (Wish(places=("440000",)), {"guangming-2024", "guangming-2020", "lianjiang-2024"}),
        (
            Wish(places=("440311", "440881"), topics=("行政复议",)),
            {"guangming-2024", "guangming-2020", "lianjiang-2024"},
        ),
        (Wish(keywords=("法治前哨站",)), {"guangming-2024"}),
        (Wish(topics=("没有的主题",)), set()),
    ],
)
async def test_a_wish_meets_the_reports_that_it_names(
    house: House, golden: list[Bundle], wish: Wish, reports: set[str]
) -> None:
    await house.announce()
    await house.subscriptions.subscribe(-5, 7, wish)
    await house.load(golden)
    await house.announce()
    assert {name for name, _, _ in await waiting(house, -5)} == reports


async def test_one_message_a_chat_topic_and_report_with_the_topics_of_all_wishes(
    house: House, golden: list[Bundle]
) -> None:
    await house.announce()
    for wish in (Wish(topics=("行政复议",)), Wish(places=("440311",), topics=("社区矫正",)), Wish(keywords=("光明",))):
        assert await house.subscriptions.subscribe(1, 0, wish)
    assert not await house.subscriptions.subscribe(1, 0, Wish(topics=("行政复议",)))
    await house.subscriptions.subscribe(1, 9, Wish(places=("440311",)))
    await house.load([bundle for bundle in golden if bundle.report.id == "guangming-2024"])
    assert (await house.announce()).queued == 2
    assert [(item.thread, item.topics) for item in await items(house, 1)] == [(0, ("行政复议", "社区矫正")), (9, ())]


async def test_digests_wait_for_their_hour_and_a_change_of_hours_moves_them(house: House, golden: list[Bundle]) -> None:
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.subscriptions.set_delivery(1, 0, Delivery(cadence=Cadence.DAILY, hour=9), 0)
    await house.load(golden)
    await house.announce()
    assert await house.outbox.heads(time.time(), 10) == []
    due = await house.outbox.next_due(time.time())
    assert due is not None
    assert time.time() < due <= time.time() + 86_400
    await house.subscriptions.set_delivery(1, 0, Delivery(), int(time.time()))
    assert await house.outbox.heads(time.time(), 10) == [1]


async def test_unsubscribing_calls_back_what_waits(house: House, golden: list[Bundle]) -> None:
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden)
    await house.announce()
    assert await house.subscriptions.unsubscribe(1, 0) == 1
    assert await waiting(house, 1) == []


async def test_a_state_that_was_killed_between_load_and_log_announces_at_the_next_start(
    house: House, golden: list[Bundle]
) -> None:
    await house.load(golden[:1])
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load(golden[:2])
    await house.reopen()
    assert (await house.announce()).queued == 1
    await house.reopen()
    assert (await house.announce()).queued == 0
