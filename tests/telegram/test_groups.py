"""Manners in a group: speak when spoken to, to the one who asked, where it was asked."""

from __future__ import annotations

import pytest

from bot.model import Status
from tests.telegram.harness import EchoDesk, Running, reply
from tests.telegram.server import Person, Place, Server, group


@pytest.fixture
def person(server: Server) -> Person:
    return Person(server)


@pytest.fixture
def office(server: Server, person: Person) -> Place:
    """A group in which the bot may read everything: what it does not answer, it was told."""
    server.world.reads_all = True
    return group(server, person)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("/compare 行政复议 光明 廉江", "/compare 行政复议 光明 廉江"),
        ("/compare@fazhi_bot 行政复议 光明 廉江", "/compare 行政复议 光明 廉江"),
        ("/COMPARE@Fazhi_Bot 行政复议", "/compare 行政复议"),
        ("/对比@fazhi_bot 行政复议 光明 廉江", "/compare 行政复议 光明 廉江"),
        ("@fazhi_bot 光明的行政复议", "光明的行政复议"),
        ("请问 @fazhi_bot ，光明的行政复议？", "请问 ，光明的行政复议？"),
        ("/start@fazhi_bot", "/help"),
        ("/nonsense@fazhi_bot 光明", "/nonsense 光明"),
    ],
)
async def test_answers_when_addressed(
    bot: Running, desk: EchoDesk, person: Person, office: Place, text: str, heard: str
) -> None:
    question = await person.say(text, office)
    answer = await office.answer()
    assert desk.asked == [heard]
    assert answer["reply_to_message"]["message_id"] == question["message_id"]


@pytest.mark.parametrize(
    "text",
    [
        "光明的行政复议收了多少",
        "/compare@other_bot 行政复议",
        "/weather 深圳",
        "@other_bot 光明",
        "a@fazhi_bot.cn",
        "明天 9 点开会 / 10 点散",
    ],
)
async def test_is_silent_otherwise(bot: Running, desk: EchoDesk, person: Person, office: Place, text: str) -> None:
    await person.say(text, office)
    await bot.idle()
    assert (desk.asked, office.answers) == ([], [])


async def test_a_reply_to_the_bot_is_a_follow_up(bot: Running, desk: EchoDesk, person: Person, office: Place) -> None:
    await person.say("/compare 行政复议 光明 廉江", office)
    answer = await office.answer()
    await person.say("那法律援助呢", office, reply_to=answer)
    await office.answer(2)
    assert desk.asked[1] == "那法律援助呢"
    previous = desk.contexts[1].previous
    assert previous is not None
    assert previous.words == ("/compare 行政复议 光明 廉江",)


async def test_a_reply_to_somebody_else_is_not(bot: Running, desk: EchoDesk, person: Person, office: Place) -> None:
    said = await person.say("今天谁值班", office)
    await person.say("光明的行政复议", office, reply_to=said)
    await bot.idle()
    assert desk.asked == []


async def test_a_bare_mention_under_a_question_asks_it(
    bot: Running, desk: EchoDesk, person: Person, office: Place
) -> None:
    said = await person.say("光明的行政复议收了多少", office)
    await person.say("@fazhi_bot", office, reply_to=said)
    await person.say("@fazhi_bot", office)
    await office.answer(2)
    assert desk.asked == ["光明的行政复议收了多少", "/help"]


async def test_anonymous_admins_are_heard_and_strangers_are_not(
    bot: Running, desk: EchoDesk, person: Person, office: Place
) -> None:
    await person.say("/help@fazhi_bot", office, anonymous=True)
    await office.answer()
    channel = {"id": -1001234, "type": "channel", "title": "别人的频道"}
    await person.say("/list@fazhi_bot", office, channel=channel)
    await person.say("/list@fazhi_bot", office, via_bot=bot.server.world.bot.body())
    await bot.idle()
    assert desk.asked == ["/help"]


async def test_other_bots_are_not_answered(bot: Running, desk: EchoDesk, office: Place) -> None:
    robot = {"id": 77, "is_bot": True, "first_name": "R", "username": "other_bot"}
    await office.hear(robot, "/help@fazhi_bot")
    await bot.idle()
    assert desk.asked == []


async def test_answers_stay_in_their_topic(bot: Running, server: Server, person: Person) -> None:
    forum = group(server, person, forum=True)
    await person.say("/help@fazhi_bot", forum, topic=7)
    await person.say("/list@fazhi_bot", forum)
    await forum.answer(2)
    threads = {message["text"][:7]: message.get("message_thread_id") for message in forum.answers}
    assert threads == {"答：/help": 7, "答：/list": None}


async def test_privacy_mode_is_respected_by_the_server_and_explained_in_help(
    bot: Running, server: Server, desk: EchoDesk, person: Person
) -> None:
    office = group(server, person)
    await person.say("光明的行政复议", office)
    await person.say("/对比 行政复议 光明 廉江", office)
    await person.say("/help@fazhi_bot", office)
    answer = await office.answer()
    await person.say("/对比 行政复议 光明 廉江", office, reply_to=answer)
    await office.answer(2)
    assert desk.asked == ["/help", "/compare 行政复议 光明 廉江"]
    assert "其他发言我看不到" in answer["text"]


async def test_the_bot_says_hello_once_when_it_is_brought_in(bot: Running, person: Person, office: Place) -> None:
    office.bring_bot(person)
    office.bring_bot(person, before="member")
    await bot.idle()
    (hello,) = office.texts
    assert "/compare@fazhi_bot 行政复议 光明 廉江" in hello


async def test_settings_go_along_when_a_group_becomes_a_supergroup(
    bot: Running, server: Server, person: Person
) -> None:
    office = group(server, person, kind="group")
    await person.say("/home@fazhi_bot 廉江", office)
    await bot.idle()
    upgraded = office.become_supergroup(-1007777)
    await bot.idle()
    await person.say("/home@fazhi_bot", upgraded)
    assert "本地是廉江市" in (await upgraded.answer())["text"]


async def test_thanks_are_not_answered_with_a_manual(
    bot: Running, desk: EchoDesk, person: Person, office: Place
) -> None:
    desk.scripted = {"谢谢": reply("一\n二\n三", status=Status.HELP)}
    await person.say("/list", office)
    await person.say("谢谢", office, reply_to=await office.answer())
    assert (await office.answer(2))["text"].count("\n") == 0


async def test_a_question_deleted_meanwhile_is_answered_all_the_same(
    bot: Running, desk: EchoDesk, person: Person, office: Place
) -> None:
    async def delete(_: str) -> None:
        office.room.deleted.add(1)

    desk.before = delete
    await person.say("/help", office)
    assert "reply_to_message" not in await office.answer()
