"""What is meant for the bot, message by message."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import Message, User

from handlers.addressing import Asked, asked_of, read
from tests.telegram.server.markup import found_entities, utf16

ME = User(42, "法治数据", is_bot=True, username="fazhi_bot")
WANG = {"id": 7, "is_bot": False, "first_name": "王"}
PRIVATE, OFFICE = {"id": 7, "type": "private"}, {"id": -100, "type": "supergroup", "title": "科"}


def said(text: str, chat: dict[str, Any] = OFFICE, **more: Any) -> Message:
    """A message as Telegram sends it."""
    body = {"message_id": 2, "date": 1, "chat": chat, "from": WANG, "text": text, "entities": found_entities(text)}
    message = Message.de_json(body | more, None)
    assert message is not None
    return message


def replying(sender: dict[str, Any], text: str = "答") -> dict[str, Any]:
    """The field of a message that replies to somebody."""
    return {"reply_to_message": {"message_id": 1, "date": 1, "chat": OFFICE, "from": sender, "text": text}}


OURS = {"id": 42, "is_bot": True, "first_name": "法治数据", "username": "fazhi_bot"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("/compare 行政复议  光明 廉江", Asked("/compare 行政复议  光明 廉江", "compare")),
        ("/Compare@FAZHI_BOT\n行政复议", Asked("/compare 行政复议", "compare")),
        ("/compare行政复议 光明", Asked("/compare 行政复议 光明", "compare")),
        ("／对比行政复议 光明", Asked("/compare 行政复议 光明", "compare")),
        ("/查 光明", Asked("/ask 光明", "ask")),
        ("/查询 光明", Asked("/ask 光明", "ask")),
        ("/查阅 光明", Asked("/查阅 光明")),
        ("/start guangming-2024-1-abcdef", Asked("/start guangming-2024-1-abcdef", "start")),
        ("/unknown x", Asked("/unknown x")),
        ("/", Asked("/")),
        ("3/4 是多少", Asked("3/4 是多少")),
    ],
)
def test_reading(text: str, asked: Asked) -> None:
    assert read(text) == asked
    assert asked_of(said(text, PRIVATE), ME) == asked


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (said("/help"), Asked("/help", "help")),
        (said("/help@other_bot"), None),
        (said("/other"), None),
        (said("/other", **replying(OURS)), Asked("/other")),
        (said("/help@other_bot", **replying(OURS)), None),
        (said("那廉江呢", **replying(OURS)), Asked("那廉江呢")),
        (said("那廉江呢", **replying(WANG)), None),
        (said("@FAZHI_bot，光明的复议"), Asked("光明的复议")),
        (said("@fazhi_bot /目录 光明"), Asked("/list 光明", "list")),
        (said("@fazhi_bot", **replying(WANG, "光明的复议")), Asked("光明的复议")),
        (said("@fazhi_bot", **replying(OURS)), Asked("/help", "help")),
        (said("@fazhi_bots 光明"), None),
        (said("/help", sender_chat=OFFICE), Asked("/help", "help")),
        (said("/help", sender_chat={"id": -5, "type": "channel", "title": "x"}), None),
        (said("/help", via_bot=OURS), None),
        (said("/help", **{"from": WANG | {"is_bot": True}}), None),
    ],
)
def test_in_a_group(message: Message, asked: Asked | None) -> None:
    assert asked_of(message, ME) == asked


def test_a_mention_without_a_name_and_after_wide_characters() -> None:
    text = "𠮷小法 光明的复议"
    entity = {"type": "text_mention", "offset": 2, "length": utf16("小法"), "user": OURS}
    assert asked_of(said(text, entities=[entity]), ME) == Asked("𠮷 光明的复议")


def test_a_caption_is_a_question_too() -> None:
    body = {"message_id": 2, "date": 1, "chat": OFFICE, "from": WANG, "caption": "/list", "photo": []}
    message = Message.de_json(body, None)
    assert message is not None
    assert asked_of(message, ME) == Asked("/list", "list")
