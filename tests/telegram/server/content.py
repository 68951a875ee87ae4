"""What a message may hold: texts within limits, keyboards, replies to messages that are there."""

from __future__ import annotations

from typing import Any

from tests.telegram.server.errors import bad_request
from tests.telegram.server.markup import found_entities, parse_html, utf16
from tests.telegram.server.world import Json, Room

TEXT_LIMIT, CAPTION_LIMIT, ENTITY_LIMIT, DATA_LIMIT = 4096, 1024, 100, 64


def formatted(source: str, parse_mode: str) -> tuple[str, list[Json]]:
    """A text as it will be shown, with its entities (Telegram silently drops those beyond the hundredth)."""
    if parse_mode.lower() == "html":
        text, entities = parse_html(source)
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        text, entities = source, []
    cut = len(text) - len(text.lstrip())
    text = text.strip()
    whole = utf16(text)
    marked = [
        entity | {"offset": max(0, entity["offset"] - cut), "length": min(entity["length"], whole)}
        for entity in entities
    ]
    covered = {(entity["offset"], entity["length"]) for entity in marked}
    found = [entity for entity in found_entities(text) if (entity["offset"], entity["length"]) not in covered]
    return text, sorted(marked + found, key=lambda entity: entity["offset"])[:ENTITY_LIMIT]


def message_text(source: str, parse_mode: str) -> Json:
    """The fields of a text message. Raises ApiError for an empty or over-long text or bad markup."""
    text, entities = formatted(source, parse_mode)
    if not text:
        raise bad_request("message text is empty")
    if utf16(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text} | ({"entities": entities} if entities else {})


def caption(source: str, parse_mode: str) -> Json:
    """The caption fields of a photo or document."""
    text, entities = formatted(source, parse_mode)
    if utf16(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def keyboard(markup: Any) -> Json:
    """The reply_markup field of a message with an inline keyboard; other keyboards leave no trace in the message."""
    if not markup:
        return {}
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return {}
    rows = [[_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(map(len, rows)) > 100:
        raise bad_request("reply markup is too long")
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _button(button: Json) -> Json:
    if not button.get("text", "").strip():
        raise bad_request('can\'t parse inline keyboard button: field "text" must be non-empty')
    actions = button.keys() & {"callback_data", "url", "switch_inline_query", "switch_inline_query_current_chat"}
    if len(actions) != 1:
        raise bad_request("text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not button["url"].startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return button


def reply(room: Room, parameters: Any) -> Json:
    """The reply_to_message field. Raises ApiError when the message is gone and may not be missing."""
    if not parameters:
        return {}
    original = room.living(int(parameters["message_id"]))
    if original is None:
        if parameters.get("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {key: value for key, value in original.items() if key != "reply_to_message"}}


def topic(room: Room, thread: int, replied: Json) -> int:
    """The topic a message lands in: the one that was named, else that of the message it replies to."""
    if thread:
        if thread not in room.topics:
            raise bad_request("message thread not found")
        return thread
    return int(replied.get("reply_to_message", {}).get("message_thread_id", 0)) if room.forum else 0
