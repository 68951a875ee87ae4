"""Talking to the bot in private."""

from __future__ import annotations

from tests.telegram.harness import EchoDesk, Running
from tests.telegram.server import Person, Server


async def test_a_command_is_answered(bot: Running, server: Server) -> None:
    person = Person(server)
    await person.say("/compare 行政复议 光明 廉江")
    assert (await person.private.answer())["text"] == "答：/compare 行政复议 光明 廉江"


async def test_chinese_names_are_commands(bot: Running, server: Server, desk: EchoDesk) -> None:
    person = Person(server)
    for text in (
        "/对比 行政复议 光明 廉江",
        "/对比@fazhi_bot 行政复议 光明 廉江",
        "/对比行政复议 光明 廉江",
        "／对比 行政复议 光明 廉江",
    ):
        await person.say(text)
    await person.private.answer(4)
    assert desk.asked == ["/compare 行政复议 光明 廉江"] * 4


async def test_free_text_start_and_help(bot: Running, server: Server, desk: EchoDesk) -> None:
    person = Person(server)
    await person.say("光明的行政复议收了多少？")
    await person.say("/start")
    await person.say("/help")
    await person.say("/start guangming-2024-2051-9f3ab2")
    await person.private.answer(4)
    assert desk.asked == ["光明的行政复议收了多少？", "/help", "/help", "/source guangming-2024-2051-9f3ab2"]
    assert "在群里" in person.private.texts[1]
