"""The Telegram side put together: PTB's Application with our intake, order and handlers, and how it runs."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.config import Settings
from bot.errors import ConfigError
from bot.store.chats import ChatStore
from bot.words.places import Places
from handlers.conversation import Conversation
from handlers.errors import Trouble, polling_trouble
from handlers.extras import Extras
from handlers.home import Homes
from handlers.inline import Inline
from handlers.intake import Intake, PollingRequest
from handlers.logs import keep_secret
from handlers.menus import set_menus
from handlers.order import ChatOrder
from handlers.port import Answering
from handlers.presses import Presses
from handlers.sending import Courier, Unfinished
from handlers.transport import request_options, sending_request

_log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]
MakeHandlers = Callable[[Courier], list[BaseHandler[Any, Any, Any]]]
"""Makes the handlers of a part of the service that sends through the same courier."""

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
POLL_SECONDS = 30
LONGEST_PAUSE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Telegram:
    """The Telegram side of the service: PTB's application, and the door for updates that come by webhook."""

    application: App
    intake: Intake
    courier: Courier
    store: ChatStore
    owners: tuple[int, ...]


def build(
    settings: Settings, desk: Answering, store: ChatStore, places: Places, more: Sequence[MakeHandlers] = ()
) -> Telegram:
    """Put the Telegram side together; nothing is opened yet. What `more` makes comes before the conversation."""
    # PTB warns of every time span that it hands out as a number; we take them as time spans.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    token = settings.bot_token.get_secret_value()
    keep_secret(token)
    order = ChatOrder(store)
    intake = Intake(store, order)
    application: App = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.bot_api_url}/bot")
        .base_file_url(f"{settings.bot_api_url}/file/bot")
        .request(sending_request(settings))
        .get_updates_request(PollingRequest(intake, **request_options(settings)))
        .concurrent_updates(order)
        .build()
    )
    courier = Courier(application.bot, store)
    conversation = Conversation(desk, store, Homes(places, store), courier)
    extras = Extras(settings.data_dir / "fonts")
    presses = Presses(desk, conversation, store, extras, courier)
    for make in more:
        application.add_handlers(make(courier))
    asked = filters.UpdateType.MESSAGES & (filters.TEXT | filters.CAPTION)
    application.add_handler(MessageHandler(asked, conversation.on_message))
    application.add_handler(CallbackQueryHandler(presses.on_press))
    application.add_handler(InlineQueryHandler(Inline(desk).on_query))
    application.add_handler(ChatMemberHandler(conversation.on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(Trouble(conversation, order).handle)
    return Telegram(application, intake, courier, store, settings.bot_admins)


@asynccontextmanager
async def polling(telegram: Telegram) -> AsyncIterator[None]:
    """Serve Telegram by polling as long as the block runs.

    Waits for a network that is not there yet. Raises ConfigError when Telegram refuses the token.
    """
    async with _working(telegram):
        updater = telegram.application.updater
        if updater is None:
            raise RuntimeError("the application was built without an updater")
        await updater.start_polling(
            timeout=POLL_SECONDS,
            bootstrap_retries=-1,
            allowed_updates=ALLOWED_UPDATES,
            error_callback=polling_trouble,
        )
        try:
            yield
        finally:
            await updater.stop()


@asynccontextmanager
async def _working(telegram: Telegram) -> AsyncIterator[None]:
    """The application handles updates as long as the block runs, first of all those of an earlier run."""
    application = telegram.application
    try:
        await _introduce(application)
        await telegram.store.forget_old()
        resumed = await telegram.intake.resume(application)
        _log.info("Telegram: @%s, %s updates taken up again", application.bot.username, resumed)
        await application.start()
        menus = asyncio.create_task(_menus(telegram))
        try:
            yield
        finally:
            telegram.courier.stop()
            menus.cancel()
            await application.stop()
    finally:
        await application.shutdown()
        await application.bot.shutdown()  # the application leaves it open when it never got ready


async def _introduce(application: App) -> None:
    """Ask Telegram who we are, again and again while the network is not there yet."""
    pause = 1.0
    while True:
        try:
            return await application.initialize()
        except InvalidToken:
            # PTB's own text holds the token.
            raise ConfigError("BOT_TOKEN: Telegram does not know this token") from None
        except TelegramError as error:
            _log.warning("Telegram cannot be reached, trying again in %.0f s: %s", pause, error.message)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)


async def _menus(telegram: Telegram) -> None:
    try:
        await telegram.courier.insist(lambda: set_menus(telegram.application.bot, telegram.owners))
    except (TelegramError, Unfinished) as error:
        _log.warning("the menus could not be set: %s", error)
