"""What Telegram knows: accounts, chats, messages, files and the updates that wait for the bot."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import Any

from tests.telegram.server.errors import ApiError, bad_request, forbidden
from tests.telegram.server.feed import Feed

Json = dict[str, Any]
ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


@dataclass
class Account:
    """A person or a bot."""

    id: int
    first_name: str
    username: str = ""
    is_bot: bool = False
    language: str = "zh-hans"
    started: bool = False
    blocked: bool = False

    def body(self) -> Json:
        """The User object."""
        body: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            body["username"] = self.username
        if not self.is_bot:
            body["language_code"] = self.language
        return body


@dataclass
class Room:
    """A chat of any type with its messages; a message id is unique within its chat only."""

    id: int
    type: str
    title: str = ""
    username: str = ""
    forum: bool = False
    first_name: str = ""
    members: dict[int, str] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    messages: dict[int, Json] = field(default_factory=dict)
    deleted: set[int] = field(default_factory=set)
    migrated_to: int = 0
    actions: list[str] = field(default_factory=list)
    last_bot: int = 0
    ids: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def body(self) -> Json:
        """The Chat object as messages carry it."""
        body: Json = {"id": self.id, "type": self.type}
        for name, value in (("title", self.title), ("username", self.username), ("first_name", self.first_name)):
            if value:
                body[name] = value
        if self.forum:
            body["is_forum"] = True
        return body

    def living(self, message_id: int) -> Json | None:
        """The message with that id unless it was deleted."""
        return None if message_id in self.deleted else self.messages.get(message_id)


@dataclass
class Query:
    """A callback or inline query of a person, and how the bot answered it."""

    id: str
    answer: Json | None = None
    done: asyncio.Event = field(default_factory=asyncio.Event)


class World:
    """All that a Bot API server keeps for one bot."""

    def __init__(self, token: str, username: str = "fazhi_bot") -> None:
        self.token = token
        self.bot = Account(int(token.partition(":")[0]), "法治数据", username, is_bot=True)
        self.reads_all = False
        self.accounts: dict[int, Account] = {self.bot.id: self.bot}
        self.rooms: dict[int, Room] = {}
        self.feed = Feed()
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[str, str] = {}
        self.inline: dict[str, Json] = {}
        self.files: dict[str, bytes] = {}
        self.numbers = itertools.count(1000)
        self.clock_ahead = 0

    def me(self) -> Json:
        """What getMe says."""
        return self.bot.body() | {
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all,
            "supports_inline_queries": True,
        }

    def room(self, chat_id: int | str) -> Room:
        """The chat that a method names. Raises ApiError where the bot cannot reach it."""
        room = self.rooms.get(chat_id) if isinstance(chat_id, int) else self._by_username(chat_id)
        if room is None:
            raise bad_request("chat not found")
        if room.migrated_to:
            reason = "group chat was upgraded to a supergroup chat"
            raise bad_request(reason, {"migrate_to_chat_id": room.migrated_to})
        return room

    def _by_username(self, name: str) -> Room | None:
        return next((room for room in self.rooms.values() if room.username and f"@{room.username}" == name), None)

    def room_to_write(self, chat_id: int | str) -> Room:
        """The chat, if the bot may write there."""
        room = self.room(chat_id)
        if room.type == "private":
            account = self.accounts[room.id]
            if account.blocked:
                raise forbidden("bot was blocked by the user")
            if not account.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif room.members.get(self.bot.id, "left") in ("left", "kicked"):
            raise forbidden(f"bot was kicked from the {'group' if room.type == 'group' else room.type} chat")
        return room

    def post(self, room: Room, sender: Json | None, body: Json, thread: int = 0) -> Json:
        """Put a message into a chat and return the Message object."""
        message: Json = {"message_id": next(room.ids), "date": int(time.time()) + self.clock_ahead, "chat": room.body()}
        if sender:
            message["from"] = sender
            if sender["is_bot"]:
                room.last_bot = sender["id"]
        if thread:
            message |= {"message_thread_id": thread, "is_topic_message": True}
        message |= body
        room.messages[message["message_id"]] = message
        return message

    def from_bot(self, room: Room) -> list[Json]:
        """The bot's own living messages of a chat, oldest first."""
        return [
            message
            for number, message in room.messages.items()
            if message.get("from", {}).get("id") == self.bot.id and number not in room.deleted
        ]

    def migrate(self, room: Room, new_id: int) -> Room:
        """Upgrade a group to a supergroup: the old id answers with migrate_to_chat_id from now on."""
        upgraded = Room(new_id, "supergroup", room.title, members=dict(room.members))
        self.rooms[new_id] = upgraded
        room.migrated_to = new_id
        return upgraded


def unauthorized() -> ApiError:
    """What a wrong token gets."""
    return ApiError(401, "Unauthorized")
