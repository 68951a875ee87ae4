"""Everything but messages: the bot itself, updates, menus, chats, files, callback and inline queries."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram.server import content
from tests.telegram.server.errors import ApiError, bad_request
from tests.telegram.server.markup import utf16
from tests.telegram.server.registry import Blob, Chat, method
from tests.telegram.server.world import ANONYMOUS_ADMIN, Json, Room, World

STALE = "query is too old and response timeout expired or query ID is invalid"
SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators"}


@method("getMe")
async def get_me(world: World) -> Json:
    """Who the bot is."""
    return world.me()


@method("getUpdates")
async def get_updates(
    world: World,
    *,
    offset: int = 0,
    limit: int = 100,
    timeout: int = 0,  # noqa: ASYNC109 - Telegram's name for it
    allowed_updates: Any = None,
) -> list[Json]:
    """Long polling."""
    if allowed_updates is not None:
        world.feed.allowed = allowed_updates
    return await world.feed.get(offset, limit, timeout)


@method("setWebhook")
async def set_webhook(
    world: World,
    *,
    url: str,
    certificate: Blob | None = None,
    ip_address: str = "",
    max_connections: int = 40,
    allowed_updates: Any = None,
    drop_pending_updates: bool = False,
    secret_token: str = "",
) -> bool:
    """Deliver to an address instead."""
    if url and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret_token):
        raise bad_request("secret token contains unallowed characters")
    world.feed.webhook = {"url": url, "secret_token": secret_token, "max_connections": max_connections} if url else {}
    if allowed_updates is not None:
        world.feed.allowed = allowed_updates
    if drop_pending_updates:
        world.feed.waiting.clear()
    return True


@method("deleteWebhook")
async def delete_webhook(world: World, *, drop_pending_updates: bool = False) -> bool:
    """Back to polling."""
    return await set_webhook(world, url="", drop_pending_updates=drop_pending_updates)


@method("getWebhookInfo")
async def get_webhook_info(world: World) -> Json:
    """Where updates go and how many wait."""
    url = world.feed.webhook.get("url", "")
    return {"url": url, "has_custom_certificate": False, "pending_update_count": len(world.feed.waiting)}


@method("setMyCommands")
async def set_my_commands(world: World, *, commands: Any, scope: Any = None, language_code: str = "") -> bool:
    """The menu of a scope in a language."""
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.commands[_scope(scope), _language(language_code)] = commands
    return True


@method("getMyCommands")
async def get_my_commands(world: World, *, scope: Any = None, language_code: str = "") -> list[Json]:
    """The menu of exactly that scope and language."""
    return world.commands.get((_scope(scope), _language(language_code)), [])


@method("deleteMyCommands")
async def delete_my_commands(world: World, *, scope: Any = None, language_code: str = "") -> bool:
    """No menu for that scope and language."""
    world.commands.pop((_scope(scope), _language(language_code)), None)
    return True


@method("setMyDescription")
async def set_my_description(world: World, *, description: str = "", language_code: str = "") -> bool:
    """What an empty chat shows."""
    return _set_text(world, "description", description, language_code, 512)


@method("setMyShortDescription")
async def set_my_short_description(world: World, *, short_description: str = "", language_code: str = "") -> bool:
    """What the profile shows."""
    return _set_text(world, "short_description", short_description, language_code, 120)


@method("getChat")
async def get_chat(world: World, *, chat_id: Chat) -> Json:
    """A chat in full."""
    return world.room(chat_id).body() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}


_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}


@method("getChatMember")
async def get_chat_member(world: World, *, chat_id: Chat, user_id: int) -> Json:
    """Somebody's standing in a chat."""
    room = world.room(chat_id)
    if user_id not in world.accounts:
        raise bad_request("user not found")
    return _member(world, room, user_id)


@method("getChatAdministrators")
async def get_chat_administrators(world: World, *, chat_id: Chat) -> list[Json]:
    """The admins of a group, other bots left out."""
    room = world.room(chat_id)
    if room.type == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [user for user, status in room.members.items() if status in ("creator", "administrator")]
    return [_member(world, room, user) for user in admins]


@method("leaveChat")
async def leave_chat(world: World, *, chat_id: Chat) -> bool:
    """Leave a group."""
    world.room_to_write(chat_id).members[world.bot.id] = "left"
    return True


@method("getFile")
async def get_file(world: World, *, file_id: str) -> Json:
    """Where a file can be downloaded."""
    if file_id not in world.files:
        raise bad_request("invalid file_id")
    size = len(world.files[file_id])
    if size > 20_000_000:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_size": size,
        "file_path": f"documents/{file_id}",
    }


@method("answerCallbackQuery")
async def answer_callback_query(
    world: World,
    *,
    callback_query_id: str,
    text: str = "",
    show_alert: bool = False,
    url: str = "",
    cache_time: int = 0,
) -> bool:
    """Stop a button's spinner, with a toast or an alert."""
    if utf16(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    return _answer(world, callback_query_id, {"text": text, "show_alert": show_alert, "url": url})


@method("answerInlineQuery")
async def answer_inline_query(
    world: World,
    *,
    inline_query_id: str,
    results: Any,
    cache_time: int = 300,
    is_personal: bool = False,
    next_offset: str = "",
    button: Any = None,
) -> bool:
    """The results of an inline query."""
    if len(results) > 50:
        raise bad_request("RESULTS_TOO_MUCH")
    names = [result["id"] for result in results]
    if len(set(names)) != len(names):
        raise bad_request("RESULT_ID_DUPLICATE")
    if any(not 1 <= len(name.encode()) <= 64 for name in names):
        raise bad_request("RESULT_ID_INVALID")
    for result in results:
        message = result["input_message_content"]
        content.message_text(message["message_text"], message.get("parse_mode", ""))
        content.keyboard(result.get("reply_markup"))
    answer = {"results": results, "cache_time": cache_time, "button": button, "is_personal": is_personal}
    return _answer(world, inline_query_id, answer)


def _answer(world: World, query_id: str, answer: Json) -> bool:
    query = world.queries.get(query_id)
    if query is None or query.answer is not None:
        raise bad_request(STALE)
    query.answer = answer
    query.done.set()
    return True


def _member(world: World, room: Room, user: int) -> Json:
    status = room.members.get(user, "member" if room.type == "private" else "left")
    body: Json = {"status": status, "user": world.accounts[user].body()}
    if status == "creator":
        body["is_anonymous"] = False
    if status == "administrator":
        rights = ("manage_chat", "delete_messages", "manage_video_chats", "restrict_members", "promote_members")
        more = ("change_info", "invite_users", "post_stories", "edit_stories", "delete_stories")
        body |= {f"can_{right}": True for right in rights + more}
        body |= {"can_be_edited": False, "is_anonymous": False}
    if status == "kicked":
        body["until_date"] = 0
    return body


def _scope(scope: Any) -> str:
    kind = (scope or {"type": "default"})["type"]
    if kind not in SCOPES:
        raise bad_request("BotCommandScope type is unsupported")
    return f"{kind}:{scope['chat_id']}" if kind in ("chat", "chat_administrators") else str(kind)


def _language(code: str) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("LANGUAGE_CODE_INVALID")
    return code


def _set_text(world: World, name: str, text: str, language: str, limit: int) -> bool:
    if len(text) > limit:
        raise ApiError(400, f"Bad Request: {name.upper()}_TOO_LONG")
    world.texts[f"{name}:{_language(language)}"] = text
    return True


def anonymous() -> Json:
    """The account that stands in for an anonymous admin."""
    return dict(ANONYMOUS_ADMIN)
