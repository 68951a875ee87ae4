"""Talking to the bot in private."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram.harness import EchoDesk, Running
from tests.telegram.server import Person, Server

FILE = {"file_id": "f", "file_unique_id": "u"}
PICTURE: dict[str, Any] = {"photo": [{**FILE, "width": 90, "height": 90}]}
VOICE: dict[str, Any] = {"voice": {**FILE, "duration": 2}}
STICKER: dict[str, Any] = {
    "sticker": {**FILE, "type": "regular", "width": 9, "height": 9, "is_animated": False, "is_video": False}
}


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


@pytest.mark.parametrize(
    ("body", "answers"), [(VOICE, 1), (PICTURE, 1), (PICTURE | {"media_group_id": "7"}, 0), (STICKER, 0)]
)
async def test_what_has_no_words_is_said_to_be_beyond_us_once(
    bot: Running, server: Server, desk: EchoDesk, body: dict[str, Any], answers: int
) -> None:
    person = Person(server)
    server.world.feed.push("message", server.world.post(person.private.room, person.account.body(), body))
    await bot.idle()
    assert ["打成文字" in text for text in person.private.texts] == [True] * answers
    assert desk.asked == []


async def test_a_pictures_caption_is_a_question(bot: Running, server: Server, desk: EchoDesk) -> None:
    person = Person(server)
    captioned = PICTURE | {"caption": "/对比 行政复议 光明 廉江"}
    server.world.feed.push("message", server.world.post(person.private.room, person.account.body(), captioned))
    await bot.idle()
    assert desk.asked == ["/compare 行政复议 光明 廉江"]
