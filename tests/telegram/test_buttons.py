"""Buttons: choices that change the message they stand under, long ones, old ones, and second taps."""

from __future__ import annotations

from pathlib import Path

from bot.model import Button, Choice, Status
from tests.telegram.harness import EchoDesk, Running, reply, running
from tests.telegram.server import Person, Server, group

LONG = "/compare 行政复议 深圳市光明区 廉江市 重庆市巴南区 东莞市 2024年 收到申请"


def labels(message: dict[str, object]) -> list[list[str]]:
    """The labels of the buttons under a message."""
    markup = message.get("reply_markup")
    assert isinstance(markup, dict)
    return [[button["text"] for button in row] for row in markup["inline_keyboard"]]


async def test_choices_change_the_message_that_asked(bot: Running, server: Server, desk: EchoDesk) -> None:
    choices = (Choice("福州", "/ask 福州鼓楼 行政复议"), Choice("南京", "/ask 南京鼓楼 行政复议"))
    desk.scripted = {"鼓楼 行政复议": reply("哪个鼓楼？", status=Status.CLARIFY, choices=choices)}
    person = Person(server)
    await person.say("鼓楼 行政复议")
    message = await person.private.answer()
    assert labels(message) == [["福州", "南京"]]
    await person.press(message, "南京")
    await bot.idle()
    assert person.private.texts == ["答：/ask 南京鼓楼 行政复议"]
    assert labels(message) == [["福州", "✓ 南京"]]
    await person.press(message, "✓ 南京")
    await person.press(message, "福州")
    await bot.idle()
    assert person.private.texts == ["答：/ask 福州鼓楼 行政复议"]
    assert labels(message) == [["✓ 福州", "南京"]]


async def test_other_choices_are_answered_below_once(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"/list": reply("目录", choices=(Choice("光明", "/list 光明"),))}
    person = Person(server)
    office = group(server, person, forum=True)
    await person.say("/list@fazhi_bot", office, topic=9)
    message = await office.answer()
    first = await person.press(message, "光明")
    second = await person.press(message, "光明")
    await bot.idle()
    assert office.texts == ["目录", "答：/list 光明"]
    assert office.answers[1]["reply_to_message"]["message_id"] == message["message_id"]
    assert office.answers[1]["message_thread_id"] == 9
    assert (first["text"], second["text"]) == ("", "已经在上面回答了。")


async def test_two_quick_taps_are_one(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"/list": reply("目录", choices=(Choice("光明", "/list 光明"),))}
    person = Person(server)
    await person.say("/list")
    message = await person.private.answer()
    query = {"from": person.account.body(), "chat_instance": "1", "message": message, "data": "a:/list 光明"}
    server.world.feed.push("callback_query", query | {"id": "1"})
    server.world.feed.push("callback_query", query | {"id": "2"})
    await bot.idle()
    assert person.private.texts == ["目录", "答：/list 光明"]


async def test_long_choices_work_after_a_restart(server: Server, desk: EchoDesk, tmp_path: Path) -> None:
    desk.scripted = {"比较": reply("要这样比吗？", status=Status.CLARIFY, choices=(Choice("对", LONG),))}
    person = Person(server)
    async with running(server, desk, tmp_path):
        await person.say("比较")
        message = await person.private.answer()
    async with running(server, desk, tmp_path) as bot:
        await person.press(message, "对")
        await bot.idle()
    assert person.private.texts == [f"答：{LONG}"]


async def test_a_button_that_we_never_gave_out_says_so(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/list")
    message = await person.private.answer()
    for data in ("k:AAAAAAAAAAAAAAAA", "nonsense"):
        toast = await person.press_data(message, data)
        assert toast["text"] == "这个按钮已经失效，请重新提问。"


async def test_a_press_whose_time_is_over_is_answered_all_the_same(
    bot: Running, server: Server, desk: EchoDesk
) -> None:
    desk.scripted = {"/list": reply("目录", choices=(Choice("光明", "/list 光明"),))}
    person = Person(server)
    await person.say("/list")
    message = await person.private.answer()
    query = {"id": "old", "from": person.account.body(), "chat_instance": "1", "message": message}
    server.world.feed.push("callback_query", query | {"data": "a:/list 光明"})
    await bot.idle()
    assert person.private.texts[-1] == "答：/list 光明"


async def test_links_are_buttons_too(bot: Running, server: Server, desk: EchoDesk) -> None:
    desk.scripted = {"/list": reply("目录", buttons=((Button("原文", url="https://example.gov.cn/1.html"),),))}
    person = Person(server)
    await person.say("/list")
    assert labels(await person.private.answer()) == [["原文"]]
