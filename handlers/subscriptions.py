"""/subscribe, /unsubscribe, /subscriptions and their buttons. In groups only its admins change anything."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.ext import BaseHandler, CallbackContext, CallbackQueryHandler, MessageHandler, filters

from bot.errors import UserError
from bot.model import Reply
from bot.notices.subscribing import PREFIX, Spot, Subscribing, changes
from bot.store.chats import ChatStore, Sent
from bot.store.database import Database
from bot.store.privacy import export, forget
from handlers.addressing import Asked
from handlers.buttons import keyboard_of
from handlers.commanded import Commanded, order_of
from handlers.conversation import about_notice, target_of
from handlers.guards import may_rule
from handlers.presence import toast
from handlers.sending import Attachment, Courier, Part

_log = logging.getLogger(__name__)
Context = CallbackContext[Any, Any, Any, Any]

SUBSCRIBE, UNSUBSCRIBE, LIST = "subscribe", "unsubscribe", "subscriptions"
EXPORT, FORGET = "导出", "清除"
REFUSED = "只有本群的管理员可以改订阅，查看用 /subscriptions"


class Subscriptions:
    """The commands and buttons around subscriptions."""

    def __init__(
        self,
        counter: Subscribing,
        store: ChatStore,
        courier: Courier,
        export_chat: Callable[[int], Awaitable[dict[str, Any]]],
        forget_chat: Callable[[int], Awaitable[None]],
    ) -> None:
        self._counter = counter
        self._store = store
        self._courier = courier
        self._export = export_chat
        self._forget = forget_chat

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        """The commands and the buttons."""
        commanded = Commanded((SUBSCRIBE, UNSUBSCRIBE, LIST))
        return [
            MessageHandler(filters.UpdateType.MESSAGES & commanded, self.on_message),
            CallbackQueryHandler(self.on_press, pattern=f"^{PREFIX}"),
        ]

    async def on_message(self, update: Update, context: Context) -> None:
        """One of the three commands; editing one changes nothing, since it has done its work."""
        if (order := order_of(update, context)) is None:
            return
        message, asked = order
        looks_only = asked.command == LIST and not asked.rest
        if not looks_only and not await may_rule(context.bot, message.chat, message.from_user, message):
            _log.info("update %s refused: /%s is for the group's admins", update.update_id, asked.command)
            raise UserError(REFUSED)
        if asked.command == LIST and asked.rest == EXPORT:
            content = json.dumps(await self._export(message.chat_id), ensure_ascii=False, indent=1).encode()
            parts = [Part("这里存有的全部内容", attachment=Attachment(f"chat{message.chat_id}.json", content))]
        else:
            parts = await self._parts(await self._reply(asked, message))
        target = target_of(message)
        await self._courier.send(target, parts, about_notice(update, target))

    async def on_press(self, update: Update, context: Context) -> None:
        """A button of the list: the list shows what became of it."""
        press = update.callback_query
        message = press.message if press else None
        if press is None or not isinstance(message, Message):
            return
        data = press.data or ""
        if changes(data) and not await may_rule(context.bot, message.chat, press.from_user):
            _log.info("update %s refused: that button is for the group's admins", update.update_id)
            await toast(press, REFUSED)
            return
        reply = await self._counter.press(spot_of(message), data)
        await toast(press)
        target = target_of(message)
        about = about_notice(update, target)
        await self._courier.revise(target, await self._parts(reply), about, [_shown(message)])

    async def _reply(self, asked: Asked, message: Message) -> Reply:
        spot = spot_of(message)
        if asked.command == SUBSCRIBE:
            return await self._counter.subscribe(spot, asked.rest)
        if asked.command == UNSUBSCRIBE:
            return await self._counter.unsubscribe(spot, asked.rest)
        if asked.rest == FORGET:
            await self._forget(message.chat_id)
            return await self._counter.listing(spot, "这里的订阅、设置和问答记录都已清除。")
        return await self._counter.listing(spot)

    async def _parts(self, reply: Reply) -> list[Part]:
        return [Part(reply.html[0], await keyboard_of(reply, self._store))]


def subscription_handlers(
    counter: Subscribing, store: ChatStore, state: Database, courier: Courier
) -> list[BaseHandler[Any, Any, Any]]:
    """What the application must register before its conversation."""
    return Subscriptions(counter, store, courier, partial(export, state), partial(forget, state)).handlers()


def spot_of(message: Message) -> Spot:
    """The chat and forum topic of a message."""
    return Spot(message.chat_id, (message.message_thread_id or 0) if message.is_topic_message else 0)


def _shown(message: Message) -> Sent:
    """A message of ours as it is remembered."""
    return Sent(chat_id=message.chat_id, message_id=message.message_id, update_id=0, part=0, question=0, ask="")
