"""Buttons that are pressed: what each stands for is done once, under the same rights as if it were typed."""

from __future__ import annotations

from dataclasses import replace

from telegram import Bot, CallbackQuery, Message, Update
from telegram.constants import ChatAction

from bot.desk import ChatContext
from bot.store.chats import ChatStore, Sent
from handlers.addressing import Asked, read
from handlers.buttons import ask_of, chosen_of, is_choice, keep_tabs, page_of
from handlers.conversation import Context, Conversation, about_notice, about_reply, changes_home, query_of, target_of
from handlers.disputing import MOVED, WRONG, fact_disputed, what, which
from handlers.extras import CHART, NOTHING, Extras, offers
from handlers.guards import may_rule
from handlers.home import REFUSED
from handlers.port import Answering
from handlers.presence import DRAWING, busy, toast
from handlers.sending import Courier, Part

GONE = "这个按钮已经失效，请重新提问。"
DONE = "已经在上面回答了。"


class Presses:
    """Answers presses. A choice changes the message that asked; all else comes below it, at the first press only."""

    def __init__(
        self, desk: Answering, conversation: Conversation, store: ChatStore, extras: Extras, courier: Courier
    ) -> None:
        self._desk = desk
        self._conversation = conversation
        self._store = store
        self._extras = extras
        self._courier = courier

    async def on_press(self, update: Update, context: Context) -> None:
        """A button under one of the bot's messages."""
        press = update.callback_query
        if press is None:
            return None
        message, data = press.message, press.data or ""
        if not isinstance(message, Message):
            return await toast(press, GONE)
        if (page := page_of(data)) is not None:
            return await self._turn(update, context.bot, press, message, page)
        asked = read(await ask_of(data, self._store))
        if changes_home(asked) and not await may_rule(context.bot, message.chat, press.from_user):
            return await toast(press, REFUSED)
        pressed = await self._store.sent(message.chat_id, message.message_id)
        if pressed is not None and pressed.tabs and is_choice(data) and asked.text:
            return await self._change(update, context.bot, press, message, asked, pressed)
        if await self._store.was_pressed(message.chat_id, message.message_id, data):
            return await toast(press, DONE)
        if await self._done_below(update, context.bot, press, message, asked, pressed):
            await self._store.press(message.chat_id, message.message_id, data)
        return None

    async def _done_below(
        self, update: Update, bot: Bot, press: CallbackQuery, message: Message, asked: Asked, pressed: Sent | None
    ) -> bool:
        """Answer below the message with what the button stands for; False, with a word why, where there is nothing."""
        data = press.data or ""
        if asked.text:
            await toast(press)
            await self._ask(update, bot, message, asked)
        elif data == WRONG or fact_disputed(data):
            await toast(press)
            await self._dispute(update, message, pressed, fact_disputed(data))
        elif data not in NOTHING:
            await toast(press, GONE)
            return False
        elif not await self._attach(update, press, message, pressed):
            await toast(press, NOTHING[data])
            return False
        return True

    async def _ask(self, update: Update, bot: Bot, message: Message, asked: Asked) -> None:
        """Answer below the message."""
        target = target_of(message)
        async with busy(self._courier, target, about_notice(update, target)):
            reply = await self._conversation.reply(asked, target.chat_id)
        part = await self._conversation.part(reply, asked, bot, message.chat)
        await self._courier.send(target, [part], about_reply(update, target, asked.text, reply))

    async def _change(
        self, update: Update, bot: Bot, press: CallbackQuery, message: Message, asked: Asked, pressed: Sent
    ) -> None:
        """Show another choice's answer in the message whose button was pressed, the choices still under it."""
        await toast(press)
        target = target_of(message)
        async with busy(self._courier, target, about_notice(update, target)):
            reply = await self._conversation.reply(asked, target.chat_id)
        part = await self._conversation.part(reply, asked, bot, message.chat)
        about = replace(about_reply(update, target, asked.text, reply), question=pressed.question, tabs=True)
        earlier = await self._store.answers_to(pressed.chat_id, pressed.question)
        kept = keep_tabs(part, message.reply_markup, press.data or "")
        await self._courier.revise(target, [kept], about, earlier or [pressed])

    async def _turn(self, update: Update, bot: Bot, press: CallbackQuery, message: Message, page: int) -> None:
        """Show another page of the answer in its message, as the reports are now."""
        pressed = await self._store.sent(message.chat_id, message.message_id)
        query = query_of(pressed) if pressed else None
        if pressed is None or query is None:
            return await toast(press, GONE)
        await toast(press)
        reply = await self._desk.recall(query)
        part = await self._conversation.part(reply, read(pressed.ask), bot, message.chat, page)
        if pressed.tabs:
            part = keep_tabs(part, message.reply_markup, chosen_of(message.reply_markup))
        about = replace(pressed, update_id=update.update_id)
        return await self._courier.revise(target_of(message), [part], about, [pressed])

    async def _dispute(self, update: Update, message: Message, pressed: Sent | None, figure: str) -> None:
        """Ask what is wrong with a figure; without one, with which of those that the answer shows."""
        if figure:
            answer = (await self._desk.answer(f"/source {figure}", ChatContext())).answer
            facts = [fact for fact in answer.facts if fact.id == figure]
            part = what(facts[0], answer) if facts else Part(MOVED)
        else:
            query = query_of(pressed) if pressed else None
            answers = [(await self._desk.recall(query)).answer] if query else []
            part = which(answers[0]) if answers and answers[0].facts else Part(MOVED)
        target = target_of(message)
        await self._courier.send(target, [part], about_notice(update, target))

    async def _attach(self, update: Update, press: CallbackQuery, message: Message, pressed: Sent | None) -> bool:
        """Send a file made of the answer; False when the answer does not give one."""
        query = query_of(pressed) if pressed else None
        reply = await self._desk.recall(query) if query else None
        if reply is None or not offers(press.data or "", reply.answer):
            return False
        await toast(press)
        target = target_of(message)
        action = ChatAction.UPLOAD_PHOTO if press.data == CHART else ChatAction.UPLOAD_DOCUMENT
        async with busy(self._courier, target, about_notice(update, target), action=action, words=DRAWING):
            part = await self._extras.make(press.data or "", reply.answer)
        await self._courier.send(target, [part], about_reply(update, target, "", reply))
        return True
