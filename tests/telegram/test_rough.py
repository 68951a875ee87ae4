"""Rough treatment: odd people, odd texts, old and foreign buttons, chats that vanish while they are answered."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model import Choice, Status
from bot.words.commands import COMMANDS, Command, Role
from handlers.sending import LIMIT
from tests.telegram.harness import RUSH, EchoDesk, Running, reply, running
from tests.telegram.server import Person, Server, group
from tests.telegram.test_journeys import bot as real_bot
from tests.telegram.test_journeys import loaded

__all__ = ["loaded", "real_bot"]

NAMES = ["<b>王</b>&", "\u202e\u0000", "a" * 64, "' OR 1=1 --", "@fazhi_bot", "/chats 停用", "👩‍👩‍👧‍👦" * 8]


@pytest.mark.parametrize("name", NAMES)
async def test_names_do_no_harm(bot: Running, server: Server, name: str) -> None:
    person = Person(server, name)
    office = group(server, person, title=name)
    office.bring_bot(person)
    await person.say("/list@fazhi_bot", office)
    await person.say("/help")
    await bot.idle()
    assert office.texts[1] == "答：/list"
    assert len(person.private.texts) == 1
    assert {call.status for call in server.of("sendMessage")} == {200}


@pytest.mark.parametrize(
    "text",
    [
        "/compare 行政复议 " + "光明 廉江 " * 1700,
        "/rank " + "行政复议" * 2500,
        "复" * 10_000,
        "/compare 行政复议 " + " ".join(f"第{number}区" for number in range(500)),
        "/ask " + "😀光明" * 3000,
        "/search " + "法" * 9_990,
    ],
)
async def test_ten_thousand_characters_and_five_hundred_places(real_bot: Running, server: Server, text: str) -> None:
    person = Person(server)
    await person.say(text)
    await real_bot.idle()
    (said,) = person.private.texts
    assert len(said.encode("utf-16-le")) // 2 <= LIMIT
    assert "编号" not in said
    assert len(said.splitlines()) <= 25, said


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.role is not Role.BOT_ADMIN], ids=lambda one: one.name
)
async def test_commands_without_anything_behind_them_are_answered(
    real_bot: Running, server: Server, command: Command
) -> None:
    person = Person(server)
    office = group(server, person)
    await person.say(f"/{command.name}")
    await person.say(f"/{command.alias}   ")
    await person.say(f"/{command.name}@fazhi_bot", office)
    await real_bot.idle()
    latin, chinese = person.private.texts
    assert latin == chinese
    assert "编号" not in latin
    assert len(office.texts) == 1


async def test_unknown_commands_say_how_in_private_and_nothing_in_a_group(real_bot: Running, server: Server) -> None:
    server.world.reads_all = True
    person = Person(server)
    office = group(server, person)
    for text in ("/weather 光明", "/天气 光明", "/_", "/" + "a" * 40):
        await person.say(text)
        await person.say(text, office)
    await real_bot.idle()
    assert len(person.private.texts) == 4
    assert office.texts == []


async def test_buttons_of_other_peoples_messages_work_and_settings_stay_the_admins(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    admin, other = Person(server), Person(server)
    office = group(server, admin, other)
    await admin.say("/home@fazhi_bot 鼓楼区", office)
    message = await office.answer()
    button = message["reply_markup"]["inline_keyboard"][0][0]
    refused = await other.press(message, button["text"])
    assert "管理员" in refused["text"]
    assert await bot.store.home(office.room.id) == ""
    await admin.press(message, button["text"])
    await bot.idle()
    assert await bot.store.home(office.room.id) != ""


async def test_a_button_of_a_message_that_is_not_ours_does_nothing(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    person = Person(server)
    said = await person.say("/list")
    await person.private.answer()
    for data in ("x:chart", "x:wrong", "m:1", "w:nothing", "s:", "n:", "d:yes:1", "\u0000", "a:"):
        await person.press_data(said, data)
    await bot.idle()
    assert desk.asked == ["/list", "/source nothing"]
    assert not any("编号" in text for text in person.private.texts)


@pytest.mark.parametrize("data", ["a:/list 光明", "m:1", "x:wrong"])
async def test_a_press_by_somebody_who_blocked_the_bot_is_no_trouble(
    bot: Running, server: Server, desk: EchoDesk, caplog: pytest.LogCaptureFixture, data: str
) -> None:
    desk.scripted = {"/list": reply("一", "二", words=("/list",), choices=(Choice("光明", "/list 光明"),))}
    person, other = Person(server), Person(server)
    await person.say("/list")
    message = await person.private.answer()
    person.account.blocked = True
    await person.press_data(message, data)
    await other.say("/help")
    await other.private.answer()
    await bot.idle()
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert await bot.store.unhandled() == []


async def test_a_press_while_its_group_becomes_a_supergroup_is_answered_there(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    desk.scripted = {"/list": reply("目录", choices=(Choice("光明", "/list 光明"),))}
    person = Person(server)
    office = group(server, person, kind="group")
    await person.say("/list@fazhi_bot", office)
    message = await office.answer()
    upgraded = office.become_supergroup(-1004444)
    await person.press(message, "光明")
    await bot.idle()
    assert upgraded.texts == ["答：/list 光明"]


async def test_an_old_choice_after_a_reload_is_answered_by_what_there_is_now(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    desk.scripted = {"鼓楼": reply("哪个？", status=Status.CLARIFY, choices=(Choice("南京", "南京"),), words=("鼓楼",))}
    person = Person(server)
    async with running(server, desk, tmp_path):
        await person.say("鼓楼")
        message = await person.private.answer()
    desk.scripted = {"南京": reply("没有这份报告了", status=Status.NONE)}
    async with running(server, desk, tmp_path) as bot:
        await person.press(message, "南京")
        await bot.idle()
    assert person.private.texts == ["没有这份报告了"]


async def test_the_same_update_many_times_over_is_one(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path, RUSH) as bot:
        await person.say("/list")
        await person.edit((await person.say("/check")), "/check 光明")
        await bot.idle()
        for update in list(server.world.feed.sent) * 5:
            server.world.feed.again(update["update_id"])
            await bot.idle()
    assert person.private.texts == ["答：/list", "答：/check 光明"]


@pytest.fixture
async def anonymous_owner(server: Server, desk: EchoDesk, tmp_path: Path) -> AsyncIterator[tuple[Running, Person]]:
    """An owner who hides behind the group."""
    owner = Person(server)
    async with running(server, desk, tmp_path, bot_admins=(owner.account.id,)) as bot:
        yield bot, owner


async def test_an_anonymous_admin_of_a_group_is_no_admin_of_the_bot(
    anonymous_owner: tuple[Running, Person], server: Server
) -> None:
    _, owner = anonymous_owner
    office = group(server, owner)
    await owner.say("/chats@fazhi_bot 停用", office, anonymous=True)
    assert "管理员用的功能" in (await office.answer())["text"]
    assert office.room.members[server.world.bot.id] == "member"
