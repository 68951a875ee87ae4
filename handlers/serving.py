"""The Telegram side at work: it starts when the network is there, takes up what was left, and stops in order."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application

from bot.config import Settings
from bot.errors import ConfigError
from bot.store.chats import ChatStore
from handlers.intake import Intake
from handlers.menus import set_menus
from handlers.port import Staff
from handlers.pulse import POLL_SECONDS, Pulse
from handlers.sending import Courier, Unfinished

_log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
LONGEST_PAUSE_SECONDS = 60.0
READY_SECONDS = 20.0
"""How long a webhook call waits for the service to be ready; Telegram makes it again when it fails."""


@dataclass(frozen=True, slots=True)
class Telegram:
    """The Telegram side of the service."""

    application: App
    settings: Settings
    store: ChatStore
    intake: Intake
    courier: Courier
    pulse: Pulse
    staff: Staff
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self, body: bytes) -> None:
        """Take the body of a webhook call: once this returns, the update is on disk and Telegram may be told so."""
        async with asyncio.timeout(READY_SECONDS):
            await self.ready.wait()
        try:
            update = json.loads(body)
        except ValueError:
            update = None
        await self.intake.receive(self.application, update if isinstance(update, dict) else {})

    def state(self) -> str:
        """ "ok" while updates flow, else a few words about what is wrong."""
        return self.pulse.state()


def serving(telegram: Telegram) -> AbstractAsyncContextManager[None]:
    """Serve Telegram as long as the block runs: by webhook when WEBHOOK_URL is set, else by polling."""
    return webhook(telegram) if telegram.settings.webhook_url else polling(telegram)


@asynccontextmanager
async def polling(telegram: Telegram) -> AsyncIterator[None]:
    """Serve Telegram by polling as long as the block runs.

    Waits for a network that is not there yet. Raises ConfigError when Telegram refuses the token.
    """
    async with _working(telegram):
        updater = telegram.application.updater
        if updater is None:
            raise RuntimeError("the application was built without an updater")
        telegram.pulse.start(polls=True)
        try:
            await updater.start_polling(
                timeout=POLL_SECONDS,
                bootstrap_retries=-1,
                allowed_updates=ALLOWED_UPDATES,
                error_callback=partial(_on_trouble, telegram),
            )
        except InvalidToken as error:
            raise ConfigError(f"BOT_TOKEN: Telegram refuses this token: {error.message}") from None
        try:
            yield
        finally:
            await updater.stop()


def _on_trouble(telegram: Telegram, error: TelegramError) -> None:
    if telegram.pulse.trouble(error):
        telegram.application.create_task(_tell_owners(telegram, telegram.pulse.state()))


async def _tell_owners(telegram: Telegram, sentence: str) -> None:
    """Say it to every owner who can be reached; sending works while polling does not."""
    for owner in telegram.settings.bot_admins:
        try:
            await telegram.application.bot.send_message(owner, f"⚠️ {sentence}。")
        except TelegramError as error:
            _log.warning("an owner could not be told of trouble: %s", error.message)


@asynccontextmanager
async def webhook(telegram: Telegram) -> AsyncIterator[None]:
    """Serve Telegram by webhook as long as the block runs; `Telegram.receive` takes the calls.

    The webhook stays set afterwards: Telegram keeps what comes meanwhile. Raises ConfigError when it refuses the token
    or the address.
    """
    async with _working(telegram):
        try:
            await telegram.courier.insist(lambda: _set_webhook(telegram))
        except TelegramError as error:
            raise ConfigError(f"WEBHOOK_URL: Telegram refuses it: {error.message}") from None
        telegram.pulse.start(polls=False)
        yield


async def _set_webhook(telegram: Telegram) -> None:
    settings = telegram.settings
    secret = settings.webhook_secret.get_secret_value()
    bot = telegram.application.bot
    await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=ALLOWED_UPDATES)


@asynccontextmanager
async def _working(telegram: Telegram) -> AsyncIterator[None]:
    """The application handles updates as long as the block runs, first of all those of an earlier run."""
    application = telegram.application
    try:
        await _introduce(application)
        resumed = await telegram.intake.resume(application)
        _log.info("Telegram: @%s, %s updates taken up again", application.bot.username, resumed)
        await application.start()
        telegram.ready.set()
        menus = asyncio.create_task(_menus(telegram))
        try:
            yield
        finally:
            telegram.ready.clear()
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
        staff = await telegram.staff()
        await telegram.courier.insist(lambda: set_menus(telegram.application.bot, staff))
    except (TelegramError, Unfinished) as error:
        _log.warning("the menus could not be set: %s", error)
