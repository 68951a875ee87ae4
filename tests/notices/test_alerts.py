"""Trouble of our own: the admins hear of it, even when the state takes nothing, and nothing is sent twice by it."""

from __future__ import annotations

import sqlite3

import pytest

from bot.model import Bundle
from bot.notices.alerts import Alerts
from bot.notices.sender import Outcome, Parcel
from bot.store.database import Database
from bot.store.subscriptions import Wish
from bot.store.trouble import READ_ONLY
from tests.notices.conftest import House, Post


async def owner() -> tuple[int, ...]:
    return (7,)


async def writable(database: Database, yes: bool) -> None:
    """As a disk that becomes read-only, or comes back, while the database is open."""
    await database._writer.execute(f"PRAGMA query_only = {'OFF' if yes else 'ON'}")


async def test_an_alert_goes_through_the_outbox_once_an_hour(house: House) -> None:
    alerts = Alerts(house.outbox, owner)
    for _ in range(3):
        await alerts.tell("磁盘快满了")
    assert [item.kind for item in await house.outbox.due(7, 4e9)] == ["bulletin"]


async def test_trouble_is_sent_at_once_where_the_state_takes_nothing(house: House) -> None:
    alerts, post = Alerts(house.outbox, owner), Post()
    await writable(house.state, False)
    await alerts.trouble("备份没有做成", ValueError("no way out yet"))
    alerts.attach(post)
    try:
        await house.outbox.post("x", [(7, 0)])
    except sqlite3.OperationalError as error:
        for _ in range(3):
            await alerts.trouble("备份没有做成", error)
    assert [(parcel.chat_id, parcel.text) for parcel in post.accepted] == [(7, f"⚠️ 备份没有做成：{READ_ONLY}")]


async def test_an_alert_that_cannot_be_sent_is_no_trouble_of_its_own(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        async def send(self, parcel: Parcel) -> Outcome:
            raise RuntimeError("no network")

    alerts = Alerts(house.outbox, owner)
    alerts.attach(Broken())
    await writable(house.state, False)
    await alerts.trouble("备份没有做成", OSError(28, "No space left on device"))
    assert "磁盘满了" in caplog.text
    assert "could not be sent" in caplog.text


async def test_what_was_accepted_and_could_not_be_written_down_is_not_sent_again(
    house: House, golden: list[Bundle]
) -> None:
    await house.announce()
    for chat in (1, 2):
        await house.subscriptions.subscribe(chat, 0, Wish())
    await house.load(golden[:1])
    await house.announce()

    class Filling(Post):
        async def send(self, parcel: Parcel) -> Outcome:
            await writable(house.state, False)
            return await super().send(parcel)

    house.post = Filling()
    worker = house.worker()
    for _ in range(4):
        with pytest.raises(sqlite3.OperationalError):
            await worker.round()
    assert [parcel.chat_id for parcel in house.post.accepted] == [1]
    await writable(house.state, True)
    with pytest.raises(sqlite3.OperationalError):
        await worker.round()
    await writable(house.state, True)
    await worker.round()
    assert [parcel.chat_id for parcel in house.post.accepted] == [1, 2]
    assert (await house.outbox.queue()).waiting == 0
