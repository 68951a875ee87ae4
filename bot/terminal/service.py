"""`fazhi run`: the page always, Telegram too when there is a token."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from functools import partial

import uvicorn
from starlette.applications import Starlette

from bot.admin.recent import Recent
from bot.app import App, open_app, open_state
from bot.config import Settings, load_settings
from bot.errors import ConfigError
from bot.store.chats import ChatStore
from bot.store.files import alone
from bot.terminal.asking import UPDATING
from bot.terminal.output import complain, progress, say
from bot.upkeep import Upkeep, open_upkeep
from bot.web import application as web
from bot.web.server import config
from handlers.administration import administration_handlers
from handlers.application import Telegram, build, serving
from handlers.notices import TelegramSender
from handlers.subscriptions import subscription_handlers

STALE = "有数据读不了，仍用上次载入的数据"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Server(uvicorn.Server):
    """The page's server, which leaves the signals to us.

    uvicorn raises them again when it is done: the process would die before the other channels have finished.
    """

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End in order on SIGINT and SIGTERM; on a second SIGINT at once."""
        loop = asyncio.get_running_loop()
        ending = (signal.SIGINT, signal.SIGTERM)
        for number in ending:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in ending:
                loop.remove_signal_handler(number)


async def run() -> None:
    """Serves until a signal ends it, then lets what is under way finish.

    Raises ConfigError when the page's address cannot be had or Telegram refuses the token, DataError when another
    service uses the state directory.
    """
    settings = load_settings()
    logging.basicConfig(level=logging.INFO, format=LOG_FORMAT)
    async with AsyncExitStack() as stack:
        stack.enter_context(alone(settings.state_dir))
        with progress(UPDATING):
            # A correction may no longer fit a newer reader: no reason to answer nothing at all.
            app = await stack.enter_async_context(open_app(settings, or_as_before=True))
        for wrong in app.loaded.rejected:
            complain(f"{STALE}：{wrong.error}")
        chats = await stack.enter_async_context(_open_chats(app))
        await _serve(app, chats)


@dataclass(frozen=True, slots=True)
class Chats:
    """The Telegram side and what it needs beside it, put together but not at work yet."""

    telegram: Telegram
    upkeep: Upkeep

    async def serve(self) -> None:
        """Answers in Telegram until it is cancelled. The network may come later than we do."""
        sender = TelegramSender(self.telegram.application.bot)
        async with serving(self.telegram), self.upkeep.notices.running(sender):
            await self.upkeep.keep()


@asynccontextmanager
async def _open_chats(app: App) -> AsyncIterator[Chats | None]:
    """The Telegram side; None without a token."""
    if not app.settings.bot_token.get_secret_value():
        yield None
        return
    async with open_state(app.settings) as state:
        store = ChatStore(state)
        recent = Recent()
        # Before Telegram's side is built, which makes every handler of the log keep the token secret.
        logging.getLogger().addHandler(recent)
        upkeep = open_upkeep(app, state, recent)
        more = [
            partial(subscription_handlers, upkeep.notices.counter, store, state),
            partial(administration_handlers, upkeep.office, store),
        ]
        yield Chats(build(app.settings, app.desk, state, app.places, more), upkeep)


async def _serve(app: App, chats: Chats | None) -> None:
    """Serves every channel until the page's server is told to end, or Telegram cannot go on."""
    server = Server(config(_page(app, chats), app.settings))
    with _listen(app.settings) as listening:
        port = listening.getsockname()[1]
        say(f"网页：http://{app.settings.web_address.rpartition(':')[0]}:{port}/ （按 Ctrl-C 结束）")
        warming = asyncio.create_task(asyncio.to_thread(app.desk.warm))
        beside = asyncio.create_task(chats.serve() if chats else app.follow())
        beside.add_done_callback(lambda _: server.handle_exit(signal.SIGTERM, None))
        keeping = asyncio.create_task(app.keep_facts())
        await server.serve(sockets=[listening])
    await warming
    for task in (beside, keeping):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _page(app: App, chats: Chats | None) -> Starlette:
    """The page, with Telegram's door and state when there is Telegram."""
    build_page = partial(web.build, app.settings, app.desk, app.store, app.vocabulary, app.library.outline)
    if chats is None:
        return build_page()
    return build_page(webhook=chats.telegram.receive, telegram=chats.telegram.state)


def _listen(settings: Settings) -> socket.socket:
    """The page's socket, opened before uvicorn is, so that an address that cannot be had is one clear line."""
    family = socket.AF_INET6 if ":" in settings.web_host else socket.AF_INET
    try:
        return socket.create_server((settings.web_host, settings.web_port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ConfigError(f"WEB_ADDRESS: cannot listen on {settings.web_address} ({reason})") from None
