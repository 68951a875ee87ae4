"""The admins' side of the bot, in private: their commands, report files that they send, and the buttons under both."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable
from dataclasses import replace
from pathlib import Path
from typing import Any

from telegram import Bot, Document, Message, Update
from telegram.constants import ChatType, FileSizeLimit
from telegram.ext import BaseHandler, CallbackContext, CallbackQueryHandler, MessageHandler, filters
from telegram.ext.filters import MessageFilter

from bot.admin import screens
from bot.admin.office import PREFIX, REFUSED, Asker, Office, Refused
from bot.errors import UserError
from bot.model import Reply
from bot.store.chats import ChatStore
from bot.words.commands import COMMANDS, Role
from handlers.admission import CHATS
from handlers.buttons import keyboard_of
from handlers.commanded import Commanded, order_of
from handlers.conversation import about_notice, target_of
from handlers.disputing import AboutFigure, figure_disputed
from handlers.menus import drop_staff_menu, set_staff_menu
from handlers.presence import busy, toast
from handlers.sending import Courier, Part
from handlers.subscriptions import spot_of

_log = logging.getLogger(__name__)
Context = CallbackContext[Any, Any, Any, Any]

IN_PRIVATE = "管理命令请在和我的私聊里用"
READING = "正在读取，请稍候……"
SLOW = ("reload", "correct", "proposals")
DISPUTE, ADMINS = "dispute", "admins"
_PERSON = re.compile(r"[0-9]{1,18}")
WORKING = "正在处理，请稍候……"


class AboutProposal(MessageFilter):
    """Lets replies pass to one of the bot's messages that wait for an admin's yes or no."""

    def filter(self, message: Message) -> bool:
        """Whether the message answers such a one."""
        return proposal_number(message) > 0


class Administration:
    """Hands what admins do to the office, and shows what comes of it."""

    def __init__(self, office: Office, store: ChatStore, courier: Courier) -> None:
        self._office = office
        self._store = store
        self._courier = courier

    def handlers(self) -> list[BaseHandler[Any, Any, Any]]:
        """Commands, files, corrections and buttons."""
        names = [one.name for one in COMMANDS if one.role is Role.BOT_ADMIN and one.name != CHATS]
        private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
        return [
            MessageHandler(filters.UpdateType.MESSAGES & Commanded(names), self.on_command),
            MessageHandler(filters.UpdateType.MESSAGES & Commanded((DISPUTE,)), self.on_dispute),
            MessageHandler(filters.UpdateType.MESSAGE & ~filters.COMMAND & AboutFigure(), self.on_figure),
            MessageHandler(private & filters.Document.ALL, self.on_file),
            MessageHandler(private & filters.TEXT & ~filters.COMMAND & AboutProposal(), self.on_correction),
            CallbackQueryHandler(self.on_press, pattern=f"^{PREFIX}"),
        ]

    async def on_command(self, update: Update, context: Context) -> None:
        """An admin's command; an edited one has done its work."""
        if (order := order_of(update, context)) is None:
            return
        message, asked = order
        asker = asker_of(update)
        await self._office.check(asker.user)
        if message.chat.type != ChatType.PRIVATE:
            raise UserError(IN_PRIVATE, f"/{asked.command}")
        work = self._office.command(asked.command, asked.rest, asker)
        if asked.command in SLOW:
            await self._work(update, message, work)
        else:
            await self._send(update, message, await work)
        if asked.command == ADMINS and (named := _PERSON.search(asked.rest)):
            await self._show_menu(context.bot, int(named.group()))

    async def _show_menu(self, bot: Bot, person: int) -> None:
        """The menu of somebody who has become an admin, or is none any more."""
        try:
            await self._office.check(person)
        except Refused:
            await drop_staff_menu(bot, person)
        else:
            await set_staff_menu(bot, person)

    async def on_dispute(self, update: Update, context: Context) -> None:
        """Anybody says that a figure is wrong, best in reply to the answer that has it."""
        if (order := order_of(update, context)) is None:
            return
        message, asked = order
        replied = message.reply_to_message
        await self._dispute(update, message, asked.rest, (replied.text or replied.caption or "") if replied else "")

    async def on_figure(self, update: Update, _: Context) -> None:
        """Anybody answers what is wrong with a figure that they pointed out."""
        message = update.message
        if message is not None and message.text:
            await self._dispute(update, message, message.text.strip(), figure_disputed(message))

    async def _dispute(self, update: Update, message: Message, note: str, about: str) -> None:
        asker = asker_of(update)
        reply = await self._office.disputes.open(spot_of(message), note, about, by=asker.user, key=asker.key)
        await self._send(update, message, reply)

    async def on_file(self, update: Update, context: Context) -> None:
        """A report to be published, from an admin."""
        message = update.message
        document = message.document if message else None
        if message is None or document is None:
            return
        asker = asker_of(update)
        await self._office.check(asker.user)
        if (document.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
            raise UserError("文件超过 20 MB，Telegram 不让我下载", "把网页另存为 .html 再发来")
        await self._work(update, message, self._read(context, document, asker))

    async def on_correction(self, update: Update, _: Context) -> None:
        """What an admin replies to a proposal puts it right."""
        message = update.message
        if message is None or not message.text:
            return
        reply = await self._office.correct(proposal_number(message), message.text, asker_of(update))
        await self._send(update, message, reply)

    async def on_press(self, update: Update, _: Context) -> None:
        """Yes or no to what waits; the message with the button then shows what came of it."""
        press = update.callback_query
        message = press.message if press else None
        if press is None or not isinstance(message, Message):
            return
        asker, target = asker_of(update), target_of(message)
        about = about_notice(update, target)
        try:
            await self._office.check(asker.user)
        except Refused:
            await toast(press, REFUSED)
            return
        await toast(press)
        async with busy(self._courier, target, about, words=WORKING):
            reply = await self._office.press(press.data or "", asker)
        shown = replace(about, message_id=message.message_id)
        await self._courier.revise(target, await self._parts(reply), about, [shown])

    async def _read(self, context: Context, document: Document, asker: Asker) -> Reply:
        file = await self._courier.insist(lambda: context.bot.get_file(document.file_id))
        content = bytes(await self._courier.insist(file.download_as_bytearray))
        return await self._office.upload(Path(document.file_name or "").name, content, asker)

    async def _work(self, update: Update, message: Message, work: Awaitable[Reply]) -> None:
        """Say that it takes a moment; the same message then shows what came of it."""
        target = target_of(message)
        await self._courier.note(target, READING, about_notice(update, target))
        try:
            reply = await work
        except UserError as error:
            reply = screens.said(str(error))
        await self._send(update, message, reply)

    async def _send(self, update: Update, message: Message, reply: Reply) -> None:
        target = target_of(message)
        await self._courier.send(target, await self._parts(reply), about_notice(update, target))

    async def _parts(self, reply: Reply) -> list[Part]:
        """All that an admin must see, the buttons under the last of it."""
        *before, last = reply.html
        return [*map(Part, before), Part(last, await keyboard_of(replace(reply, html=(last,)), self._store))]


def asker_of(update: Update) -> Asker:
    """Who sent an update; the update's id tells this order from all others."""
    user = update.effective_user
    return Asker(user.id if user else 0, f"update:{update.update_id}")


def proposal_number(message: Message) -> int:
    """The number of what the replied message asks about; 0 when it asks nothing."""
    replied = message.reply_to_message
    markup = replied.reply_markup if replied else None
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            if isinstance(button.callback_data, str) and button.callback_data.startswith(PREFIX):
                return int(button.callback_data.rpartition(":")[2])
    return 0


def administration_handlers(office: Office, store: ChatStore, courier: Courier) -> list[BaseHandler[Any, Any, Any]]:
    """What the application must register before its conversation."""
    return Administration(office, store, courier).handlers()
