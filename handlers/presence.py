"""What shows that the bot is there: the typing sign, the toast of a button, a word when it is brought into a group."""

from __future__ import annotations

import asyncio
import html
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from telegram import CallbackQuery, User
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.store.chats import Sent
from handlers.sending import Courier, Target, Unfinished

_log = logging.getLogger(__name__)

TYPING_AFTER_SECONDS = 0.7
TYPING_EVERY_SECONDS = 4.5
SAY_AFTER_SECONDS = 2.0
WORKING = "正在查，请稍候……"
DRAWING = "正在制作，请稍候……"


@asynccontextmanager
async def busy(
    courier: Courier, target: Target, about: Sent, *, action: str = ChatAction.TYPING, words: str = WORKING
) -> AsyncIterator[None]:
    """Show what the bot does when it takes longer than a moment, and say so when it takes longer than two seconds.

    What is sent for the update afterwards takes the place of what was said.
    """
    writing = asyncio.Event()

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER_SECONDS)
        while True:
            await courier.act(target, action)
            await asyncio.sleep(TYPING_EVERY_SECONDS)

    async def say() -> None:
        await asyncio.sleep(SAY_AFTER_SECONDS)
        writing.set()
        with suppress(TelegramError, Unfinished):  # a courtesy: the answer itself will meet the same trouble
            await courier.note(target, words, about)

    showing, saying = asyncio.create_task(show()), asyncio.create_task(say())
    try:
        yield
    finally:
        showing.cancel()
        if not writing.is_set():  # what is on its way must be remembered, or it would stay for ever
            saying.cancel()
        await asyncio.gather(showing, saying, return_exceptions=True)


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
