"""Which messages are one of certain commands."""

from __future__ import annotations

from collections.abc import Collection

from telegram import Message
from telegram.ext.filters import MessageFilter

from handlers.addressing import asked_of


class Commanded(MessageFilter):
    """Lets messages pass that are meant for us and are one of these commands, by Latin or Chinese name."""

    def __init__(self, names: Collection[str]) -> None:
        super().__init__()
        self._names = frozenset(names)

    def filter(self, message: Message) -> bool:
        """Whether the message is one of the commands."""
        asked = asked_of(message, message.get_bot().bot)
        return asked is not None and asked.command in self._names
