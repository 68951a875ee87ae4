"""What shows that the bot is there: the typing sign, the toast of a button, a word when it is brought into a group."""

from __future__ import annotations

import asyncio
import html
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import Bot, CallbackQuery, User
from telegram.constants import ChatAction
from telegram.error import TelegramError

from handlers.sending import Target

_log = logging.getLogger(__name__)

TYPING_AFTER_SECONDS = 0.7
TYPING_EVERY_SECONDS = 4.5


@asynccontextmanager
async def typing(bot: Bot, target: Target, action: str = ChatAction.TYPING) -> AsyncIterator[None]:
    """Show that the bot is typing, or what else it does, when an answer takes longer than a moment."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER_SECONDS)
        while True:
            with suppress(TelegramError):  # a courtesy: the answer itself will meet the same trouble
                await bot.send_chat_action(target.chat_id, action, message_thread_id=target.thread)
            await asyncio.sleep(TYPING_EVERY_SECONDS)

    task = asyncio.create_task(show())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def toast(press: CallbackQuery, text: str = "") -> None:
    """Stop a button's spinner, perhaps with a word; being late is no trouble."""
    try:
        await press.answer(text)
    except TelegramError as error:
        _log.info("a press got no toast: %s", error.message)


def greeting(me: User) -> str:
    """What the bot says when it is brought into a group."""
    name = html.escape(me.username or "")
    return (
        "大家好，我从司法局公开的年度报告里查数字，每个数字都附原文出处。"
        f"例如：<code>/compare@{name} 行政复议 光明 廉江</code>\n\n{group_note(me)}"
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
