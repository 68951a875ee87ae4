"""The bot running against the loopback server, with a desk that a test can watch."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.config import Settings
from bot.desk import ChatContext
from bot.layout import STATE_FILE
from bot.model import Answer, Button, Choice, Intent, Query, Reply, Status
from bot.store.chats import ChatStore
from bot.store.database import open_database
from bot.store.state import STATE
from bot.words.places import Places
from handlers.application import Telegram, build, serving
from handlers.port import Answering
from handlers.rates import LIMITS, Limits
from tests.telegram.server import Server

PLACES = Places.load(Path(__file__).resolve().parents[2] / "data" / "places")
TOKEN = "424242:AAH-loopback_token_that_nobody_may_see_x"


RUSH = Limits(messages=10_000, group_messages=10_000, presses=10_000, group_presses=10_000)
"""For tests that send a flood on purpose."""


@dataclass
class EchoDesk:
    """Answers with what it was asked; a test may script replies, delays and errors by message."""

    asked: list[str] = field(default_factory=list)
    contexts: list[ChatContext] = field(default_factory=list)
    scripted: dict[str, Reply] = field(default_factory=dict)
    before: Callable[[str], Awaitable[None]] | None = None

    async def answer(self, message: str, chat: ChatContext) -> Reply:
        """The scripted reply, or an echo."""
        self.asked.append(message)
        self.contexts.append(chat)
        if self.before:
            await self.before(message)
        return self.scripted.get(message) or reply(f"答：{message}", words=(message,))

    async def recall(self, query: Query) -> Reply:
        """The scripted reply, or an echo of what was asked then."""
        return self.scripted.get(query.words[0]) or reply(f"又答：{query.words[0]}", words=query.words)


def reply(
    *html: str,
    status: Status = Status.ANSWER,
    choices: tuple[Choice, ...] = (),
    words: tuple[str, ...] = (),
    buttons: tuple[tuple[Button, ...], ...] = (),
) -> Reply:
    """A reply with these messages."""
    query = Query(intent=Intent.SEARCH, words=words)
    answer = Answer(status=status, query=query, choices=choices)
    escaped = html if any("<" in text for text in html) else tuple(text.replace("&", "&amp;") for text in html)
    return Reply(answer=answer, text=re.sub("<[^>]*>", "", "\n".join(html)), html=escaped, buttons=buttons)


@dataclass
class Running:
    """The bot under test, running."""

    telegram: Telegram
    store: ChatStore
    server: Server
    state_dir: Path

    async def idle(self) -> None:
        """Wait until every update that Telegram has was taken in and handled."""
        await self.server.until(lambda: not self.server.world.feed.waiting)
        await self.telegram.application.update_queue.join()


@asynccontextmanager
async def running(
    server: Server, desk: Answering, state_dir: Path, limits: Limits = LIMITS, **more: Any
) -> AsyncIterator[Running]:
    """The bot working with that server, its state in that folder; `more` are further settings."""
    given: dict[str, Any] = {"bot_token": SecretStr(TOKEN), "bot_api_url": server.url, "state_dir": state_dir}
    settings = Settings(**given | more)
    database = await open_database(state_dir / STATE_FILE, STATE)
    try:
        telegram = build(settings, desk, database, PLACES, limits=limits)
        async with serving(telegram):
            yield Running(telegram, ChatStore(database), server, state_dir)
    finally:
        await database.close()
