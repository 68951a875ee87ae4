"""From a message or a button to an answer: is it meant for us, what is known of the chat, ask the desk, send."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from telegram import Bot, Chat, Message, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import CallbackContext

from bot.desk import ChatContext
from bot.errors import UserError
from bot.model import Query, Reply, Status
from bot.store.chats import ChatStore, Sent
from handlers.addressing import EXPORT, HELP, QUESTION, START, Asked, asked_of
from handlers.buttons import keyboard_of, start_link
from handlers.extras import TABLE, Extras, offers
from handlers.guards import may_rule
from handlers.home import HOME, REFUSED, Homes
from handlers.port import Answering
from handlers.presence import busy, greeting, group_note, toast
from handlers.sending import Courier, Part, Target

_log = logging.getLogger(__name__)
_QUERY = TypeAdapter(Query)
Context = CallbackContext[Any, Any, Any, Any]

HOW_TO_ASK = "要查数字，请写明主题和地方，例如：<code>/compare 行政复议 光明 廉江</code>。用法见 /help"
"""What a group hears when somebody's words are no question: short, since a thank-you may have been meant."""

ONLY_WORDS = "语音和图片我看不懂，请把问题打成文字，例如：<code>/compare 行政复议 光明 廉江</code>"

APOLOGY = 100
"""The part number of what is said when something goes wrong, after the parts of an answer that were sent before."""
_GOES_ON = re.compile(r"^(那|还有|再看|换)|呢[？?。]?$")
STILL_TALKING_SECONDS = 1800
OUTSIDE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Conversation:
    """Answers people. Everything it must not forget is in the store."""

    def __init__(self, desk: Answering, store: ChatStore, homes: Homes, extras: Extras, courier: Courier) -> None:
        self._desk = desk
        self._store = store
        self._homes = homes
        self._extras = extras
        self._courier = courier

    async def on_message(self, update: Update, context: Context) -> None:
        """A message, new or edited."""
        message = update.effective_message
        asked = asked_of(message, context.bot.bot) if message else None
        if message is None or asked is None:
            return
        target = target_of(message)
        earlier = await self._store.answers_to(target.chat_id, message.message_id) if update.edited_message else []
        if earlier and earlier[0].ask == asked.text:
            return
        if changes_home(asked) and not await may_rule(context.bot, message.chat, message.from_user, message):
            raise UserError(REFUSED)
        async with busy(self._courier, target, about_notice(update, target)):
            reply = await self.reply(asked, target.chat_id, await self._replied_query(message))
            parts = [await self.part(reply, asked, context.bot, message.chat)]
            if asked.command == EXPORT and offers(TABLE, reply.answer):
                parts.append(await self._extras.make(TABLE, reply.answer))
        about = about_reply(update, target, asked.text, reply)
        if earlier:
            await self._courier.revise(target, parts, about, earlier)
        else:
            await self._courier.send(target, parts, about)

    async def on_wordless(self, update: Update, _: Context) -> None:
        """Somebody speaks or shows a picture in private; of an album's pictures nobody wants to hear one by one."""
        if update.message and not update.message.media_group_id:
            await self.say(update, ONLY_WORDS)

    async def on_membership(self, update: Update, context: Context) -> None:
        """The bot was brought into a group: it says what it can do and what it hears there."""
        change = update.my_chat_member
        if change is None or change.chat.type not in (ChatType.GROUP, ChatType.SUPERGROUP):
            return
        if change.old_chat_member.status in OUTSIDE and change.new_chat_member.status not in OUTSIDE:
            target = Target(chat_id=change.chat.id)
            await self._courier.send(target, [Part(greeting(context.bot.bot))], about_notice(update, target))

    async def on_migration(self, update: Update, _: Context) -> None:
        """A group became a supergroup: its settings go with it."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await self._store.migrate(message.chat_id, message.migrate_to_chat_id)

    async def say(self, update: Update, sentence: str) -> None:
        """Answer an update with one sentence of HTML."""
        if update.callback_query:
            await toast(update.callback_query)
        if message := update.effective_message:
            target = target_of(message)
            about = replace(about_notice(update, target), part=APOLOGY)
            await self._courier.send(target, [Part(sentence)], about)

    async def reply(self, asked: Asked, chat_id: int, previous: Query | None = None) -> Reply:
        """The reply to what somebody asks in a chat."""
        if asked.command == HOME:
            return await (self._homes.change(chat_id, asked.rest) if asked.rest else self._homes.show(chat_id))
        text = await self._started(asked.rest) if asked.command == START else asked.text
        return await self._desk.answer(text, ChatContext(home=await self._homes.of(chat_id), previous=previous))

    async def _started(self, parameter: str) -> str:
        """The message that a deep link stands for."""
        if parameter.startswith(QUESTION):
            return await self._store.lengthen(parameter.removeprefix(QUESTION)) or f"/{HELP}"
        return f"/source {parameter}" if parameter not in ("", HELP) else f"/{HELP}"

    async def part(self, reply: Reply, asked: Asked, bot: Bot, chat: Chat, page: int = 0) -> Part:
        """The message that shows a page of a reply (the last, where it has fewer), with its buttons."""
        in_group = chat.type != ChatType.PRIVATE
        if in_group and not asked.command and reply.answer.status is Status.HELP:
            return Part(HOW_TO_ASK)
        page = min(page, len(reply.html) - 1)
        text = reply.html[page]
        if asked.command in (HELP, START) and asked.rest in ("", HELP):
            text += f"\n\n{group_note(bot.bot)}"
        return Part(text, await keyboard_of(reply, self._store, start_link(bot.username) if in_group else "", page))

    async def _replied_query(self, message: Message) -> Query | None:
        """How the answer was understood that this message replies to or, in private, goes on from: 那廉江呢."""
        if message.reply_to_message is not None:
            sent = await self._store.sent(message.chat_id, message.reply_to_message.message_id)
        elif message.chat.type == ChatType.PRIVATE and _GOES_ON.search((message.text or "").strip()):
            sent = await self._store.latest(message.chat_id, STILL_TALKING_SECONDS)
        else:
            return None
        return query_of(sent) if sent else None


def target_of(message: Message) -> Target:
    """Where the answer to a message belongs; in a group it quotes the message."""
    return Target(
        chat_id=message.chat_id,
        thread=message.message_thread_id if message.is_topic_message else None,
        question=message.message_id,
        quote=message.chat.type != ChatType.PRIVATE,
    )


def about_reply(update: Update, target: Target, ask: str, reply: Reply) -> Sent:
    """What is remembered of an answer, but for the message that it becomes."""
    query = _QUERY.dump_json(reply.answer.query).decode()
    return replace(about_notice(update, target), ask=ask, query=query, tabs=reply.answer.status is Status.CLARIFY)


def about_notice(update: Update, target: Target) -> Sent:
    """What is remembered of a message that answers no question."""
    number, question = update.update_id, target.question
    return Sent(chat_id=target.chat_id, message_id=0, update_id=number, part=0, question=question, ask="")


def query_of(sent: Sent) -> Query | None:
    """How the question behind a message of the bot was understood; None when that is not known (any more)."""
    try:
        return _QUERY.validate_json(sent.query) if sent.query else None
    except ValidationError:
        _log.info("an answer of an older version cannot be followed up")
        return None


def changes_home(asked: Asked) -> bool:
    """Whether a message would change a chat's settings."""
    return asked.command == HOME and bool(asked.rest)
