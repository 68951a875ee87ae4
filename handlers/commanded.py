"""Which messages are one of certain commands, and what those order."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from telegram import Message, Update
from telegram.ext import CallbackContext
from telegram.ext.filters import MessageFilter

from handlers.addressing import Asked, asked_of


class Commanded(MessageFilter):
    """Lets messages pass that are meant for us and are one of these commands, by Latin or Chinese name."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        self._names = frozenset(names)

    def filter(self, message: Message) -> bool:
        """Whether the message is one of the commands."""
        asked = asked_of(message, message.get_bot().bot)
        return asked is not None and asked.command in self._names


def order_of(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> tuple[Message, Asked] | None:
    """The message and what it orders; None for a command that was edited, which has done its work."""
    message = update.message
    asked = asked_of(message, context.bot.bot) if message else None
    return (message, asked) if message and asked else None
