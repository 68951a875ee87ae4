"""People who talk to the bot: what a test says and does, and what they then see."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass
from typing import Any

from tests.telegram.server.app import Server
from tests.telegram.server.markup import found_entities
from tests.telegram.server.world import ANONYMOUS_ADMIN, Account, Json, Query, Room

_ids = itertools.count(5_000)


class Person:
    """Somebody with a Telegram account."""

    def __init__(self, server: Server, name: str = "王科长", language: str = "zh-hans") -> None:
        number = next(_ids)
        self.server = server
        self.account = Account(number, name, f"user{number}", language=language, started=True)
        server.world.accounts[number] = self.account
        self.private = Place(server, Room(number, "private", first_name=name, members={number: "member"}))

    async def say(self, text: str, place: Place | None = None, **how: Any) -> Json:
        """Say something in private or in a group; see `Place.hear` for how."""
        return await (place or self.private).hear(self.account.body(), text, **how)

    async def edit(self, message: Json, text: str) -> None:
        """Change an earlier message."""
        room = self.server.world.rooms[message["chat"]["id"]]
        message |= {"text": text, "entities": found_entities(text), "edit_date": message["date"] + 1}
        Place(self.server, room).deliver("edited_message", message)

    async def press(self, message: Json, label: str) -> Json:
        """Press the button with that label and wait for what the bot answers to it (its toast)."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        button = next((button for row in rows for button in row if button["text"] == label), None)
        assert button is not None, f"no button {label!r} among {rows}"
        return await self.press_data(message, button["callback_data"])

    async def press_data(self, message: Json, data: str) -> Json:
        """Press a button by its data, one that is no longer shown included."""
        query = self._query()
        payload = {"id": query.id, "from": self.account.body(), "chat_instance": "1", "message": message, "data": data}
        self.server.world.feed.push("callback_query", payload)
        return await self._answered(query)

    async def inline(self, text: str) -> Json:
        """Type `@bot text` in some chat and wait for the results; Telegram keeps those that are for everybody."""
        kept = self.server.world.inline.get(text)
        if kept is not None:
            return kept
        query = self._query()
        payload = {"id": query.id, "from": self.account.body(), "query": text, "offset": "", "chat_type": "private"}
        self.server.world.feed.push("inline_query", payload)
        answer = await self._answered(query)
        if answer["cache_time"] > 0 and not answer["is_personal"]:
            self.server.world.inline[text] = answer
        return answer

    def _query(self) -> Query:
        query = Query(str(next(self.server.world.numbers)))
        self.server.world.queries[query.id] = query
        return query

    async def _answered(self, query: Query) -> Json:
        async with asyncio.timeout(10):
            await query.done.wait()
        assert query.answer is not None
        return query.answer


@dataclass
class Place:
    """A chat as a test sees it."""

    server: Server
    room: Room

    def __post_init__(self) -> None:
        self.server.world.rooms.setdefault(self.room.id, self.room)

    @property
    def answers(self) -> list[Json]:
        """The bot's messages so far."""
        return self.server.world.from_bot(self.room)

    @property
    def texts(self) -> list[str]:
        """The texts of the bot's messages so far."""
        return [str(message.get("text") or message.get("caption") or "") for message in self.answers]

    async def answer(self, number: int = 1, seconds: float = 10.0) -> Json:
        """The bot's message of that number (from 1), waiting until it is there."""
        await self.server.until(lambda: len(self.answers) >= number, seconds)
        return self.answers[number - 1]

    async def hear(
        self,
        sender: Json,
        text: str,
        *,
        reply_to: Json | None = None,
        topic: int = 0,
        anonymous: bool = False,
        channel: Json | None = None,
        via_bot: Json | None = None,
    ) -> Json:
        """Something is said here: as oneself, as an anonymous admin, or in the name of a channel."""
        body: Json = {"text": text, "entities": found_entities(text)}
        if reply_to:
            body["reply_to_message"] = {key: value for key, value in reply_to.items() if key != "reply_to_message"}
            topic = topic or reply_to.get("message_thread_id", 0)
        if anonymous:
            sender, body["sender_chat"] = dict(ANONYMOUS_ADMIN), self.room.body()
        if channel:
            body["sender_chat"] = channel
        if via_bot:
            body["via_bot"] = via_bot
        message = self.server.world.post(self.room, sender, body, topic)
        self.deliver("message", message)
        return message

    def bring_bot(self, by: Person, before: str = "left") -> None:
        """Somebody adds the bot to this chat."""
        world = self.server.world
        change = {"chat": self.room.body(), "from": by.account.body(), "date": int(time.time())}
        was, now = ({"status": status, "user": world.bot.body()} for status in (before, "member"))
        self.room.members[world.bot.id] = "member"
        world.feed.push("my_chat_member", change | {"old_chat_member": was, "new_chat_member": now})

    def become_supergroup(self, new_id: int) -> Place:
        """The group is upgraded; both ids tell."""
        world = self.server.world
        upgraded = world.migrate(self.room, new_id)
        told = world.post(self.room, dict(ANONYMOUS_ADMIN), {"migrate_to_chat_id": new_id})
        world.feed.push("message", told)
        return Place(self.server, upgraded)

    def deliver(self, kind: str, message: Json) -> None:
        """Hand a message to the bot if its privacy mode lets it see it."""
        if self._visible(message):
            self.server.world.feed.push(kind, message)

    def _visible(self, message: Json) -> bool:
        world = self.server.world
        standing = self.room.members.get(world.bot.id, "")
        if self.room.type == "private" or world.reads_all or standing == "administrator":
            return True
        if standing != "member":
            return False
        replied = message.get("reply_to_message", {}).get("from", {}).get("id") == world.bot.id
        via = message.get("via_bot", {}).get("id") == world.bot.id
        return replied or via or self._commands_bot(message)

    def _commands_bot(self, message: Json) -> bool:
        world = self.server.world
        for entity in message["entities"]:
            if entity["type"] == "bot_command":
                raw = message["text"].encode("utf-16-le")
                start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
                _, _, bot = raw[start:end].decode("utf-16-le").partition("@")
                return bot.lower() == world.bot.username.lower() if bot else self.room.last_bot in (0, world.bot.id)
        return False


def group(
    server: Server, *people: Person, title: str = "法治科", kind: str = "supergroup", forum: bool = False
) -> Place:
    """A group with the bot and these people in it, the first of them its creator."""
    number = -next(_ids) if kind == "group" else -1_000_000_000_000 - next(_ids)
    members = {person.account.id: "member" for person in people} | {server.world.bot.id: "member"}
    if people:
        members[people[0].account.id] = "creator"
    return Place(server, Room(number, kind, title, forum=forum, members=members, topics={7, 9} if forum else set()))
