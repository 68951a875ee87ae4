"""`fazhi run`: the page always, Telegram too when there is a token."""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import AsyncExitStack

import uvicorn

from bot.app import App, open_app, open_state
from bot.config import Settings, load_settings
from bot.errors import ConfigError, FazhiError
from bot.store.chats import ChatStore
from bot.terminal.asking import UPDATING
from bot.terminal.output import progress, say
from bot.web import application as web
from bot.web.server import config
from handlers.application import build, polling

LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


async def run() -> None:
    """Serves until a signal ends it, then lets what is under way finish.

    Raises ConfigError when the page's address cannot be had or Telegram refuses the token.
    """
    settings = load_settings()
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT)
    async with AsyncExitStack() as stack:
        with progress(UPDATING):
            app = await stack.enter_async_context(open_app(settings))
        try:
            await _serve(app)
        except* FazhiError as failed:
            # The channels end together; the first reason is the one to tell.
            raise failed.exceptions[0] from None


async def _serve(app: App) -> None:
    """Serves every channel until the page's server is told to end."""
    async with asyncio.TaskGroup() as channels:
        telegram = channels.create_task(_serve_telegram(app)) if app.settings.bot_token.get_secret_value() else None
        await _serve_page(app)
        if telegram:
            telegram.cancel()


async def _serve_telegram(app: App) -> None:
    """Answers in Telegram until it is cancelled. The network may come later than we do."""
    async with open_state(app.settings) as state:
        telegram = build(app.settings, app.desk, ChatStore(state), app.places)
        async with polling(telegram):
            await asyncio.Event().wait()


async def _serve_page(app: App) -> None:
    """Serves the page until a signal ends it."""
    settings = app.settings
    page = web.build(settings, app.desk, app.store, app.lexicon, app.places)
    server = uvicorn.Server(config(page, settings))
    with _listen(settings) as listening:
        port = listening.getsockname()[1]
        say(f"网页：http://{settings.web_address.rpartition(':')[0]}:{port}/ （按 Ctrl-C 结束）")
        await server.serve(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    """The page's socket, opened before uvicorn is, so that an address that cannot be had is one clear line."""
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    try:
        return socket.create_server((settings.web_host, settings.web_port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"WEB_ADDRESS: cannot listen on {settings.web_address} ({reason})") from None
