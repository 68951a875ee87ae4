"""What the Telegram side needs from the rest: one door for questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.model import Query, Reply


@dataclass(frozen=True, slots=True)
class ChatContext:
    """What is known of a chat: its home place and the answer that a message follows up on."""

    home: str = ""
    previous: Query | None = None


class Desk(Protocol):
    """Answers messages."""

    async def answer(self, message: str, chat: ChatContext) -> Reply:
        """The reply to one message."""
        ...
