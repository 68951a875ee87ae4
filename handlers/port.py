"""What the Telegram side needs from the rest: one door for questions, and to know who runs the bot."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.desk import ChatContext
from bot.model import Query, Reply

Staff = Callable[[], Awaitable[tuple[int, ...]]]
"""Gives the ids of all who administer the bot at that moment."""


class Answering(Protocol):
    """Answers messages: the desk, or what stands for it in a test."""

    async def answer(self, message: str, chat: ChatContext) -> Reply:
        """The reply to one message."""
        ...

    async def recall(self, query: Query) -> Reply:
        """The reply to what was understood earlier."""
        ...
