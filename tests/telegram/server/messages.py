"""Sending, editing and deleting messages."""

from __future__ import annotations

from typing import Any, TypedDict, Unpack

from tests.telegram.server import content
from tests.telegram.server.errors import bad_request
from tests.telegram.server.registry import Blob, Chat, method
from tests.telegram.server.world import Json, Room, World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
ACTIONS = {"typing", "upload_photo", "upload_document", "find_location", "choose_sticker"}
PHOTO_LIMIT, DOCUMENT_LIMIT = 10_000_000, 50_000_000


class How(TypedDict, total=False):
    """What can be said of any message that is sent."""

    message_thread_id: int
    disable_notification: bool
    protect_content: bool
    reply_parameters: Any
    reply_markup: Any


@method("sendMessage")
async def send_message(
    world: World,
    *,
    chat_id: Chat,
    text: str,
    parse_mode: str = "",
    entities: Any = None,
    link_preview_options: Any = None,
    **how: Unpack[How],
) -> Json:
    """A text message."""
    room = world.room_to_write(chat_id)
    body = content.message_text(text, parse_mode)
    if entities and not parse_mode:
        body["entities"] = entities
    return _post(world, room, body, how)


@method("sendPhoto")
async def send_photo(
    world: World, *, chat_id: Chat, photo: Blob, caption: str = "", parse_mode: str = "", **how: Unpack[How]
) -> Json:
    """A picture with a caption."""
    room = world.room_to_write(chat_id)
    if not photo.id and not photo.content.startswith((b"\x89PNG", b"\xff\xd8")):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if len(photo.content) > PHOTO_LIMIT:
        raise bad_request("PHOTO_TOO_BIG")
    kept = _keep(world, photo)
    body = {"photo": [kept | {"width": 640, "height": 480}]} | content.caption(caption, parse_mode)
    return _post(world, room, body, how)


@method("sendDocument")
async def send_document(
    world: World,
    *,
    chat_id: Chat,
    document: Blob,
    caption: str = "",
    parse_mode: str = "",
    disable_content_type_detection: bool = False,
    **how: Unpack[How],
) -> Json:
    """A file with a caption."""
    room = world.room_to_write(chat_id)
    if len(document.content) > DOCUMENT_LIMIT:
        raise bad_request("file is too big")
    kept = _keep(world, document)
    body = {"document": kept | {"file_name": document.name or "file"}} | content.caption(caption, parse_mode)
    return _post(world, room, body, how)


@method("editMessageText")
async def edit_message_text(
    world: World,
    *,
    text: str,
    chat_id: Chat = 0,
    message_id: int = 0,
    inline_message_id: str = "",
    parse_mode: str = "",
    entities: Any = None,
    link_preview_options: Any = None,
    reply_markup: Any = None,
) -> Json:
    """Another text for one of the bot's own messages."""
    message = _own(world, chat_id, message_id)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _change(message, content.message_text(text, parse_mode) | content.keyboard(reply_markup))


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(
    world: World, *, chat_id: Chat = 0, message_id: int = 0, inline_message_id: str = "", reply_markup: Any = None
) -> Json:
    """Another keyboard, or none, under one of the bot's own messages."""
    message = _own(world, chat_id, message_id)
    kept = {key: message[key] for key in ("text", "entities", "caption", "caption_entities") if key in message}
    return _change(message, kept | content.keyboard(reply_markup))


@method("deleteMessage")
async def delete_message(world: World, *, chat_id: Chat, message_id: int) -> bool:
    """Take one of the bot's own messages back."""
    room = world.room(chat_id)
    if room.living(message_id) is None:
        raise bad_request("message to delete not found")
    _own(world, chat_id, message_id)
    room.deleted.add(message_id)
    return True


@method("sendChatAction")
async def send_chat_action(world: World, *, chat_id: Chat, action: str, message_thread_id: int = 0) -> bool:
    """Show that the bot is typing."""
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.room_to_write(chat_id).actions.append(action)
    return True


def _post(world: World, room: Room, body: Json, how: How) -> Json:
    replied = content.reply(room, how.get("reply_parameters"))
    thread = content.topic(room, how.get("message_thread_id", 0), replied)
    return world.post(room, world.bot.body(), body | replied | content.keyboard(how.get("reply_markup")), thread)


def _own(world: World, chat_id: Chat, message_id: int) -> Json:
    if not chat_id or not message_id:
        raise bad_request("message identifier is not specified")
    message = world.room_to_write(chat_id).living(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if message.get("from", {}).get("id") != world.bot.id:
        raise bad_request("message can't be edited")
    return message


def _change(message: Json, body: Json) -> Json:
    shown = ("text", "entities", "caption", "caption_entities", "reply_markup")
    if all(message.get(key) == body.get(key) for key in shown):
        raise bad_request(NOT_MODIFIED)
    for key in shown:
        message.pop(key, None)
    message |= body
    message["edit_date"] = message["date"]
    return message


def _keep(world: World, blob: Blob) -> Json:
    file_id = blob.id
    if not file_id:
        if not blob.content:
            raise bad_request("file must be non-empty")
        file_id = f"file-{next(world.numbers)}"
        world.files[file_id] = blob.content
    elif file_id not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return {"file_id": file_id, "file_unique_id": f"u-{file_id}", "file_size": len(world.files[file_id])}
