"""From a message or a button to an answer: is it meant for us, what is known of the chat, ask the desk, send."""

from __future__ import annotations

import asyncio
import html
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message, Update, User
from telegram.constants import ChatAction, ChatType
from telegram.error import BadRequest, TelegramError
from telegram.ext import CallbackContext

from bot.model import Query, Reply, Status
from bot.store.chats import ChatStore, Sent
from handlers.addressing import START, Asked, asked_of
from handlers.buttons import ask_of, keyboard_of, with_chosen
from handlers.port import ChatContext, Desk
from handlers.sending import Courier, Part, Target

_log = logging.getLogger(__name__)
_QUERY = TypeAdapter(Query)
Context = CallbackContext[Any, Any, Any, Any]

TYPING_AFTER_SECONDS = 0.7
TYPING_EVERY_SECONDS = 4.5
GONE = "这个按钮已经失效，请重新提问。"
DONE = "已经在上面回答了。"


class Conversation:
    """Answers people. Everything it must not forget is in the store."""

    def __init__(self, desk: Desk, store: ChatStore, courier: Courier) -> None:
        self._desk = desk
        self._store = store
        self._courier = courier

    async def on_message(self, update: Update, context: Context) -> None:
        """A message, new or edited."""
        message = update.effective_message
        if message is None:
            return
        me = context.bot.bot
        asked = asked_of(message, me)
        if asked is None:
            return
        target = target_of(message)
        earlier = await self._store.answers_to(target.chat_id, message.message_id) if update.edited_message else []
        if earlier and earlier[0].ask == asked.text:
            return
        previous = await self._replied_query(message)
        async with typing(context.bot, target):
            reply = await self._ask(asked, target.chat_id, previous)
        parts = await self._parts(reply, asked, me)
        about = _about(update, target, asked.text, reply)
        if earlier:
            await self._courier.revise(target, parts, about, earlier)
        else:
            await self._courier.send(target, parts, about)

    async def on_press(self, update: Update, context: Context) -> None:
        """A button under one of the bot's messages."""
        press = update.callback_query
        if press is None:
            return
        message = press.message
        ask = await ask_of(press.data or "", self._store)
        if not ask or not isinstance(message, Message):
            await self._toast(press, GONE)
            return
        pressed = await self._store.sent(message.chat_id, message.message_id)
        in_place = pressed is not None and pressed.tabs
        if not in_place and await self._store.was_pressed(message.chat_id, message.message_id, press.data or ""):
            await self._toast(press, DONE)
            return
        await self._toast(press)
        target = replace(target_of(message), quote=message.chat.type != ChatType.PRIVATE)
        async with typing(context.bot, target):
            reply = await self._ask(Asked(ask), target.chat_id, None)
        parts = await self._parts(reply, Asked(ask), context.bot.bot)
        about = _about(update, target, ask, reply)
        if pressed is not None and in_place:
            parts = _keep_tabs(parts, message.reply_markup, press.data or "")
            about = replace(about, question=pressed.question, tabs=True)
            earlier = await self._store.answers_to(message.chat_id, pressed.question)
            await self._courier.revise(target, parts, about, earlier or [pressed])
            return
        await self._courier.send(target, parts, about)
        await self._store.press(message.chat_id, message.message_id, press.data or "")

    async def say(self, update: Update, sentence: str) -> None:
        """Answer an update with one sentence of HTML."""
        if update.callback_query:
            await self._toast(update.callback_query)
        message = update.effective_message
        if message is None:
            return
        about = Sent(
            chat_id=message.chat_id,
            message_id=0,
            update_id=update.update_id,
            part=0,
            question=message.message_id,
            ask="",
        )
        await self._courier.send(target_of(message), [Part(sentence)], about)

    async def _ask(self, asked: Asked, chat_id: int, previous: Query | None) -> Reply:
        text = asked.text
        if asked.command == START:
            text = f"/source {asked.rest}" if asked.rest else "/help"
        return await self._desk.answer(text, ChatContext(previous=previous))

    async def _replied_query(self, message: Message) -> Query | None:
        """How the answer that this message replies to was understood."""
        if message.reply_to_message is None:
            return None
        sent = await self._store.sent(message.chat_id, message.reply_to_message.message_id)
        if sent is None or not sent.query:
            return None
        try:
            return _QUERY.validate_json(sent.query)
        except ValidationError:
            _log.info("an answer of an older version cannot be followed up")
            return None

    async def _parts(self, reply: Reply, asked: Asked, me: User) -> list[Part]:
        texts = list(reply.html)
        if asked.command in ("help", START) and not asked.rest:
            texts[-1] += f"\n\n{group_note(me)}"
        keyboard = await keyboard_of(reply, self._store)
        return [Part(text) for text in texts[:-1]] + [Part(texts[-1], keyboard)]

    async def _toast(self, press: CallbackQuery, text: str = "") -> None:
        """Stop the button's spinner; too late for that is no trouble."""
        try:
            await press.answer(text)
        except BadRequest as error:
            _log.info("a press was answered too late: %s", error.message)


def target_of(message: Message) -> Target:
    """Where the answer to a message belongs; in a group it quotes the message."""
    return Target(
        chat_id=message.chat_id,
        thread=message.message_thread_id if message.is_topic_message else None,
        question=message.message_id,
        quote=message.chat.type != ChatType.PRIVATE,
    )


def group_note(me: User) -> str:
    """What people in a group must know about being heard."""
    name = html.escape(me.username or "")
    if me.can_read_all_group_messages:
        return f"在群里：用命令、@{name} 或回复我的消息来问；其他发言我不作答。"
    return (
        f"在群里：请用 /compare@{name} 这样的拉丁字母命令，或直接回复我的消息（可用 /对比 等中文命令）；"
        "其他发言我看不到。"
    )


@asynccontextmanager
async def typing(bot: Bot, target: Target) -> AsyncIterator[None]:
    """Show that the bot is typing when an answer takes longer than a moment."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER_SECONDS)
        while True:
            with suppress(TelegramError):  # a courtesy: the answer itself will meet the same trouble
                await bot.send_chat_action(target.chat_id, ChatAction.TYPING, message_thread_id=target.thread)
            await asyncio.sleep(TYPING_EVERY_SECONDS)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _about(update: Update, target: Target, ask: str, reply: Reply) -> Sent:
    return Sent(
        chat_id=target.chat_id,
        message_id=0,
        update_id=update.update_id,
        part=0,
        question=target.question,
        ask=ask,
        query=_QUERY.dump_json(reply.answer.query).decode(),
        tabs=reply.answer.status is Status.CLARIFY,
    )


def _keep_tabs(parts: list[Part], keyboard: InlineKeyboardMarkup | None, data: str) -> list[Part]:
    """The answer to one choice goes on offering the others."""
    if keyboard is None:
        return parts
    own = list(parts[-1].keyboard.inline_keyboard) if parts[-1].keyboard else []
    rows = [*own, *with_chosen(keyboard, data)]
    return [*parts[:-1], replace(parts[-1], keyboard=InlineKeyboardMarkup(rows))]
