"""What becomes of a message when the channel says yes, no, later, elsewhere, or nothing."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest

from bot.model import Bundle
from bot.notices.limiter import Rates
from bot.notices.sender import BadMarkup, Later, Moved, Outcome, Parcel, Rejected, Shut, Unknown
from bot.notices.worker import MERGED_FROM, Patience
from bot.store.subscriptions import Cadence, Delivery, Wish
from tests.notices.conftest import SHORT, House, revised


async def published(house: House, golden: list[Bundle], *chats: int) -> None:
    """Three reports come out, and these chats are to hear of them."""
    await house.announce()
    for chat in chats:
        await house.subscriptions.subscribe(chat, 0, Wish())
    await house.load(golden)
    await house.announce()


async def work(house: House, seconds: float = 10.0, patience: Patience = SHORT) -> None:
    """Let a worker run until nothing waits any more."""
    worker = house.worker(patience=patience)
    async with asyncio.timeout(seconds):
        while (await house.outbox.queue()).waiting:
            wait = await worker.round()
            await asyncio.sleep(wait)


def titles(house: House, chat: int) -> list[str]:
    """The first lines that a chat got."""
    return [parcel.text.split("\n")[0] for parcel in house.post.accepted if parcel.chat_id == chat]


async def test_everybody_gets_every_report_once_in_the_same_order(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, 1, 2, -3)
    await work(house)
    assert titles(house, 1) == titles(house, 2) == titles(house, -3)
    assert len(set(titles(house, 1))) == 3
    await work(house)
    assert len(house.post.accepted) == 9


@pytest.mark.parametrize(
    "trouble",
    [
        [Later(0.02)],
        [Unknown("timed out"), Unknown("broken"), Unknown("500")],
        [Shut("blocked"), Shut("blocked")],
        [Rejected("nonsense")],
        [Later(0.01), Unknown("500"), Shut("left")],
    ],
)
async def test_trouble_that_passes_delays_a_chat_and_keeps_its_order(
    house: House, golden: list[Bundle], trouble: list[Outcome]
) -> None:
    await published(house, golden, 1, 2)
    house.post.script[1] = trouble
    await work(house)
    assert titles(house, 1) == titles(house, 2)
    assert house.alerts == []


async def test_asked_to_wait_holds_that_chat_only_even_after_a_restart(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, 1, 2)
    house.post.script[1] = [Later(60)]
    worker = house.worker()
    for _ in range(3):
        await worker.round()
    assert len(titles(house, 2)) == 3
    await house.reopen()
    assert await house.worker().round() > 1
    assert titles(house, 1) == []
    assert (await house.outbox.queue()).held == 1


async def test_failures_in_a_row_pause_everything(house: House, golden: list[Bundle]) -> None:
    chats = list(range(1, 8))
    await published(house, golden[:1], *chats)
    house.post.script = {chat: [Later(0.01)] for chat in chats}
    began = time.monotonic()
    await work(house, patience=Patience(in_a_row=3, pause=(0.3,)))
    assert time.monotonic() - began > 0.6
    assert all(len(titles(house, chat)) == 1 for chat in chats)


async def test_who_blocked_the_bot_is_tried_a_few_times_and_then_never_again(
    house: House, golden: list[Bundle]
) -> None:
    await published(house, golden, 1, 2)
    house.post.script[1] = [Shut("bot was blocked by the user")] * 50
    await work(house)
    assert len([parcel for parcel in house.post.parcels if parcel.chat_id == 1]) == len(SHORT.shut) + 1
    assert await house.subscriptions.of(1) == []
    assert len(titles(house, 2)) == 3


async def test_a_success_forgets_earlier_refusals(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, 1)
    house.post.script[1] = [Shut("x"), Shut("x")]
    await work(house)
    await house.load([revised(golden[0], "新标题"), *golden[1:]])
    await house.announce()
    house.post.script[1] = [Shut("x"), Shut("x")]
    await work(house)
    assert len(titles(house, 1)) == 4


async def test_a_group_that_became_a_supergroup_gets_its_notices_there(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, -5)
    await house.subscriptions.set_delivery(-5, 0, Delivery(silent=True), 0)
    house.post.script[-5] = [Moved(-1005)]
    await work(house)
    assert len(titles(house, -1005)) == 3
    assert all(parcel.silent for parcel in house.post.accepted)
    assert [one.chat_id for one in await house.subscriptions.of(-1005)] == [-1005]
    assert await house.subscriptions.of(-5) == []


async def test_bad_markup_goes_out_as_plain_text_and_an_admin_hears_of_it(house: House, golden: list[Bundle]) -> None:
    await published(house, golden[:1], 1)
    house.post.script[1] = [BadMarkup("can't parse entities")]
    await work(house)
    assert [parcel.plain for parcel in house.post.parcels] == [False, True]
    assert len(house.alerts) == 1


async def test_what_is_refused_for_good_is_dropped_with_an_alert(house: House, golden: list[Bundle]) -> None:
    await published(house, golden[:1], 1)
    house.post.script[1] = [Rejected("nonsense")] * 5
    await work(house)
    assert len(house.post.parcels) == 2
    assert len(house.alerts) == 1


async def test_many_at_once_come_in_one_message_and_a_digest_always_does(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, 1, 2)
    await house.subscriptions.set_delivery(2, 0, Delivery(cadence=Cadence.DAILY), int(time.time()))
    await work(house)
    assert len(golden) < MERGED_FROM
    assert len(titles(house, 1)) == len(golden)
    assert len(titles(house, 2)) == 1


async def test_a_whole_shelf_of_reports_comes_in_few_messages(house: House, golden: list[Bundle]) -> None:
    await house.announce()
    await house.subscriptions.subscribe(1, 0, Wish())
    await house.load([*golden, *(other(golden[0], f"other-{number}") for number in range(30))])
    await house.announce()
    await work(house)
    assert len(house.post.accepted) == 2
    assert sum(parcel.text.count("《") for parcel in house.post.accepted) == 33


def other(bundle: Bundle, name: str) -> Bundle:
    """Another report with the same text and no figures."""
    return replace(bundle, report=replace(bundle.report, id=name), facts=())


async def test_a_report_that_is_gone_is_not_sent_and_one_that_comes_back_is(house: House, golden: list[Bundle]) -> None:
    await published(house, golden[:2], 1)
    await house.load(golden[:1])
    patient = replace(SHORT, missing=(1.0,) * 5)
    worker = house.worker(patience=patient)
    for _ in range(3):
        await worker.round()
    assert len(titles(house, 1)) == 1
    await house.load(golden[:2])
    await work(house, patience=patient)
    assert len(titles(house, 1)) == 2


async def test_quiet_hours_that_were_set_meanwhile_are_kept(house: House, golden: list[Bundle]) -> None:
    await published(house, golden, 1)
    hour = time.gmtime(time.time() + 8 * 3600).tm_hour
    delivery = Delivery(quiet_from=hour, quiet_to=(hour + 2) % 24)
    await house.subscriptions.set_delivery(1, 0, delivery, int(time.time()))
    await house.worker().round()
    assert house.post.parcels == []
    assert (await house.outbox.queue()).waiting == 3


async def test_a_bulletin_reaches_each_chat_once_whatever_how_often_it_is_asked_for(house: House) -> None:
    for _ in range(2):
        assert await house.outbox.post("<b>通告</b>", [(1, 0), (2, 0), (2, 7)], key="broadcast:1") == 3
    assert (await house.outbox.queue()).waiting == 3
    await work(house)
    assert sorted((parcel.chat_id, parcel.thread) for parcel in house.post.accepted) == [(1, 0), (2, 0), (2, 7)]


async def test_overall_the_worker_sends_no_faster_than_it_may(house: House, golden: list[Bundle]) -> None:
    await published(house, golden[:1], *range(1, 12))
    times: list[float] = []
    send = house.post.send

    async def timed(parcel: Parcel) -> Outcome:
        times.append(time.monotonic())
        return await send(parcel)

    house.post.send = timed  # type: ignore[method-assign]
    await house.worker(rates=Rates(overall=50, chat=1, group=20)).round()
    assert len(times) == 11
    assert times[-1] - times[0] > 10 / 50 - 0.02
