"""Subscribing in private, in groups and forum topics, by command and by button, over the loopback server."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.config import Settings
from bot.model import Bundle
from bot.notices.limiter import Rates
from bot.notices.service import Notices
from bot.store.chats import ChatStore
from bot.store.database import Database, open_database
from bot.store.loading import load
from bot.store.privacy import export
from bot.store.state import STATE
from bot.words.lexicon import Lexicon
from bot.words.places import Places
from bot.words.vocabulary import Vocabulary
from handlers.application import Telegram, build, polling
from handlers.notices import TelegramSender
from handlers.subscriptions import REFUSED, subscription_handlers
from tests.golden import ROOT, bundles, entries
from tests.telegram.harness import TOKEN, EchoDesk
from tests.telegram.server import Fault, Person, Place, Server, group

FAST = Rates(overall=1e6, chat=1e6, group=1_000_000)
LEXICON = Lexicon.load(ROOT / "data" / "lexicon")
PLACES = Places.load(ROOT / "data" / "places")
GOLDEN = bundles(LEXICON.indicator_of)


@dataclass
class Office:
    """The bot with notices, running."""

    notices: Notices
    facts: Database
    state: Database
    telegram: Telegram

    async def publish(self, given: list[Bundle]) -> None:
        """These reports are all there is now, and what is news goes out."""
        assert not (await load(self.facts, entries(given))).rejected
        await self.notices.announce()


@asynccontextmanager
async def office_of(server: Server, folder: Path) -> AsyncIterator[Office]:
    """Notices and commands around them, against that server."""
    facts = await open_database(folder / "facts.sqlite3")
    state = await open_database(folder / "state.sqlite3", STATE)

    async def admins() -> tuple[int, ...]:
        return ()

    notices = Notices(facts, state, Vocabulary(LEXICON, PLACES), admins, rates=FAST)
    store = ChatStore(state)
    settings = Settings(bot_token=SecretStr(TOKEN), bot_api_url=server.url, state_dir=folder)
    telegram = build(
        settings, EchoDesk(), state, PLACES, [partial(subscription_handlers, notices.counter, store, state)]
    )
    sender = TelegramSender(telegram.application.bot)
    async with polling(telegram), notices.running(sender):
        yield Office(notices, facts, state, telegram)
    await facts.close()
    await state.close()


@pytest.fixture
async def office(server: Server, tmp_path: Path) -> AsyncIterator[Office]:
    """An office where two of three reports are known and no news."""
    async with office_of(server, tmp_path) as office:
        assert not (await load(office.facts, entries(GOLDEN[1:]))).rejected
        await office.notices.announce()
        yield office


@pytest.fixture
def person(server: Server) -> Person:
    return Person(server)


async def test_subscribing_shows_the_latest_report_and_news_come(office: Office, person: Person) -> None:
    await person.say("/subscribe 行政复议 光明")
    shown = await person.private.answer(1)
    assert "已订阅：深圳市光明区 · 行政复议" in shown["text"]
    assert "2020年工作总结" in shown["text"]
    await office.publish(GOLDEN)
    notice = await person.private.answer(2)
    assert notice["text"].startswith("新报告：《深圳市光明区司法局2024年")
    assert "583宗" in notice["text"]
    assert "口径不同，不计增减" in notice["text"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/subscribe", "全部报告"),
        ("/订阅 全部", "全部报告"),
        ("/subscribe 光明行政复议", "深圳市光明区 · 行政复议"),
        ("/subscribe 深圳 法援", "深圳市 · 法律援助"),
        ("/subscribe 廉江，“法治前哨站”", "廉江市 · 含“法治前哨站”"),
        ("/subscribe 光明 每天", "已订阅：深圳市光明区\n有新报告或报告有更新时通知这里（每天 9 点汇总）"),
        ("/subscribe 行政复议，每周", "已订阅：行政复议\n有新报告或报告有更新时通知这里（每周一 9 点汇总）"),
        ("/subscribe 鼓楼", "不止一处"),
        ("/subscribe 啊", "太短或太长"),
    ],
)
async def test_what_is_wanted_is_understood_and_said(office: Office, person: Person, text: str, said: str) -> None:
    await person.say(text)
    assert said in (await person.private.answer(1))["text"]


async def press(person: Person, number: int, label: str) -> None:
    """Press a button of the bot's message of that number as soon as it is there."""

    def labels() -> list[str]:
        rows = person.private.answers[number - 1].get("reply_markup", {}).get("inline_keyboard", [])
        return [button["text"] for row in rows for button in row]

    await person.server.until(lambda: label in labels())
    await person.press(await person.private.answer(number), label)


async def test_buttons_set_when_notices_come_and_drop_subscriptions(
    office: Office, server: Server, person: Person
) -> None:
    await person.say("/subscribe 光明")
    await person.say("/subscribe 廉江")
    await person.say("/subscriptions")
    shown = await person.private.answer(3)
    assert "随时通知" in shown["text"]
    for label in ("每周", "周一", "周五", "9 点", "14 点", "静音送达", "免打扰时段", "22 点到次日 7 点不打扰"):
        await press(person, 3, label)
    await server.until(lambda: "不打扰" in person.private.texts[2])
    changed = await person.private.answer(3)
    assert "每周五 14 点汇总，静音，22 点到次日 7 点不打扰" in changed["text"]
    await person.press(changed, "退订 1")
    assert [one.wish.places for one in await office.notices.subscriptions.of(person.account.id)] == [("440881",)]
    await person.say("/unsubscribe 廉江")
    assert "没有订阅" in (await person.private.answer(4))["text"]


async def test_in_a_group_only_its_admins_change_and_everybody_sees(office: Office, server: Server) -> None:
    chief, clerk = Person(server), Person(server)
    place = group(server, chief, clerk)
    await clerk.say("/subscribe@fazhi_bot 光明", place)
    assert REFUSED in (await place.answer(1))["text"]
    await chief.say("/subscribe@fazhi_bot 光明", place)
    await clerk.say("/subscribe@fazhi_bot 廉江", place, anonymous=True)
    await clerk.say("/subscriptions@fazhi_bot", place)
    shown = await place.answer(4)
    assert "订阅 2 条" in shown["text"]
    assert (await clerk.press(shown, "全部退订"))["text"] == REFUSED
    assert len(await office.notices.subscriptions.of(place.room.id)) == 2
    await chief.press(shown, "全部退订")
    assert await office.notices.subscriptions.of(place.room.id) == []


async def test_a_forum_topic_has_its_own_subscriptions(office: Office, server: Server, person: Person) -> None:
    place = group(server, person, forum=True)
    await person.say("/subscribe@fazhi_bot 光明", place, topic=7)
    await person.say("/subscriptions@fazhi_bot", place, topic=9)
    assert "没有订阅" in (await place.answer(2))["text"]
    await office.publish(GOLDEN)
    notice = await place.answer(3)
    assert notice["message_thread_id"] == 7


async def test_a_group_that_is_upgraded_keeps_its_subscription(office: Office, server: Server, person: Person) -> None:
    place = group(server, person, kind="group")
    await person.say("/subscribe@fazhi_bot 光明", place)
    await place.answer(1)
    upgraded = Place(server, server.world.migrate(place.room, -1_000_000_099_999))
    await office.publish(GOLDEN)
    assert "新报告" in (await upgraded.answer(1))["text"]


async def test_a_group_that_says_it_is_upgraded_has_its_subscriptions_at_once(
    office: Office, server: Server, person: Person
) -> None:
    place = group(server, person, kind="group")
    await person.say("/subscribe@fazhi_bot 光明", place)
    shown = await place.answer(1)
    await person.press(shown, "设置送达时间")
    await server.until(lambda: place.texts[0].startswith("订阅 1 条"))
    await person.press(place.answers[0], "静音送达")
    await server.until(lambda: "静音" in place.texts[0])
    upgraded = place.become_supergroup(-1_000_000_088_888)
    # The two groups are two chats, which do not wait for each other.
    await server.until(lambda: not server.world.feed.waiting)
    await office.telegram.application.update_queue.join()
    await person.say("/subscriptions@fazhi_bot", upgraded)
    assert "光明区" in (await upgraded.answer(1))["text"]
    assert "静音" in (await upgraded.answer(1))["text"]
    await office.publish(GOLDEN)
    assert "新报告" in (await upgraded.answer(2))["text"]


async def test_trouble_with_one_message_is_got_over(office: Office, server: Server, person: Person) -> None:
    await person.say("/subscribe 光明")
    await person.private.answer(1)
    server.faults.append(Fault("sendMessage", chat=person.account.id, retry_after=1))
    await office.publish(GOLDEN)
    assert "新报告" in (await person.private.answer(2))["text"]


async def test_a_chats_data_is_shown_and_forgotten_on_request(office: Office, server: Server, person: Person) -> None:
    await person.say("/subscribe 光明")
    await person.private.answer(1)
    await person.say("/subscriptions 导出")
    await person.private.answer(2)
    content = json.loads(next(iter(server.world.files.values())))
    assert content["subscription"][0]["places"] == '["440311"]'
    await person.say("/subscriptions 清除")
    await person.private.answer(3)
    left = {table: rows for table, rows in (await export(office.state, person.account.id)).items() if rows}
    assert left.keys() <= {"sent"}
    assert len(left.get("sent", [])) <= 1


async def test_export_covers_every_table_that_knows_a_chat(office: Office) -> None:
    rows = await office.state.fetch(
        "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'chat_id'"
    )
    assert {row["name"] for row in rows} | {"pending", "admin", "audit"} == (await export(office.state, 1)).keys()


async def test_a_changed_report_is_told_as_such_and_once(office: Office, person: Person) -> None:
    await person.say("/subscribe 廉江")
    await person.private.answer(1)
    changed = [
        replace(b, report=replace(b.report, title="改过的题目")) if "廉江" in b.report.title else b for b in GOLDEN
    ]
    await office.publish(changed)
    assert (await person.private.answer(2))["text"].startswith("报告有更新：《改过的题目》")
    await office.publish(changed)
    await office.notices.announce()
    assert len(person.private.answers) == 2
