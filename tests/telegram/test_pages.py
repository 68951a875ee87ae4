"""Long answers are paged in their own message, by buttons that outlive restarts and reloads."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Choice, Status
from tests.telegram.harness import EchoDesk, Running, reply, running
from tests.telegram.server import Person, Server, group
from tests.telegram.test_buttons import labels

LONG = reply("一", "二", "三", words=("长",))


@pytest.fixture
def desk() -> EchoDesk:
    return EchoDesk(scripted={"长": LONG})


async def test_pages_turn_in_place(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("长")
    message = await person.private.answer()
    assert (message["text"], labels(message)) == ("一", [["更多（2/3）›"]])
    await person.press(message, "更多（2/3）›")
    await bot.idle()
    assert (person.private.texts, labels(message)) == (["二"], [["‹ 上一页（1/3）", "更多（3/3）›"]])
    await person.press(message, "更多（3/3）›")
    await bot.idle()
    assert (person.private.texts, labels(message)) == (["三"], [["‹ 上一页（2/3）"]])
    await person.press(message, "‹ 上一页（2/3）")
    await bot.idle()
    assert person.private.texts == ["二"]


async def test_a_second_tap_changes_nothing(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("长")
    message = await person.private.answer()
    for _ in range(3):
        await person.press_data(message, "m:1")
    await bot.idle()
    assert person.private.texts == ["二"]
    assert len([call for call in server.of("editMessageText") if call.status == 200]) == 1


async def test_others_may_turn_the_page_and_the_answer_can_be_followed_up(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    asker, other = Person(server), Person(server)
    server.world.reads_all = True
    forum = group(server, asker, other, forum=True)
    await asker.say("@fazhi_bot 长", forum, topic=7)
    message = await forum.answer()
    await other.press(message, "更多（2/3）›")
    await bot.idle()
    assert forum.texts == ["二"]
    await other.say("那廉江呢", forum, reply_to=message)
    await forum.answer(2)
    previous = desk.contexts[-1].previous
    assert previous is not None
    assert previous.words == ("长",)


async def test_an_edited_question_begins_at_the_first_page(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted["更长"] = reply("甲", "乙", words=("更长",))
    person = Person(server)
    question = await person.say("长")
    message = await person.private.answer()
    await person.press_data(message, "m:2")
    await person.edit(question, "更长")
    await bot.idle()
    assert (person.private.texts, labels(message)) == (["甲"], [["更多（2/2）›"]])
    await person.edit(question, "/list")
    await bot.idle()
    assert person.private.texts == ["答：/list"]
    assert "reply_markup" not in message


async def test_pages_after_a_restart_and_a_reload(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    person = Person(server)
    async with running(server, desk, tmp_path):
        await person.say("长")
        message = await person.private.answer()
    desk.scripted["长"] = reply("新一", "新二", words=("长",))
    async with running(server, desk, tmp_path) as bot:
        await person.press_data(message, "m:2")
        await bot.idle()
        assert (person.private.texts, labels(message)) == (["新二"], [["‹ 上一页（1/2）"]])


async def test_a_page_of_a_forgotten_answer_says_so(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("长")
    message = await person.private.answer()
    await bot.idle()  # an answer is remembered after it is sent
    await bot.store.forget(person.account.id, message["message_id"])
    for data in ("m:1", "m:x", "m:-1"):
        assert (await person.press_data(message, data))["text"] == "这个按钮已经失效，请重新提问。"
    assert person.private.texts == ["一"]


async def test_pages_and_choices_stand_under_one_message(bot: Running, server: Server, desk: EchoDesk) -> None:
    choices = (Choice("福州", "福州"), Choice("南京", "南京"))
    desk.scripted |= {
        "鼓楼": reply("哪个？", status=Status.CLARIFY, choices=choices, words=("鼓楼",)),
        "南京": reply("南一", "南二", words=("南京",)),
    }
    person = Person(server)
    await person.say("鼓楼")
    message = await person.private.answer()
    await person.press(message, "南京")
    await bot.idle()
    await person.press(message, "更多（2/2）›")
    await bot.idle()
    assert (person.private.texts, labels(message)) == (["南二"], [["‹ 上一页（1/2）"], ["福州", "✓ 南京"]])
    await person.press(message, "福州")
    await bot.idle()
    assert (person.private.texts, labels(message)) == (["答：福州"], [["✓ 福州", "南京"]])
