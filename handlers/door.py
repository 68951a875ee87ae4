"""What every update passes before anything is done about it: may the chat use the bot, and does it ask too often."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import ApplicationHandlerStop, CallbackContext, TypeHandler

from handlers.admission import Admission
from handlers.throttle import Throttle

BEFORE_ALL = -1
"""The group of handlers that comes first."""


class Door:
    """Stops updates that are turned away or refused."""

    def __init__(self, admission: Admission, throttle: Throttle) -> None:
        self._admission = admission
        self._throttle = throttle

    def handler(self) -> TypeHandler[Update, Any, Any]:
        """To be registered in the group BEFORE_ALL."""
        return TypeHandler(Update, self.on_update)

    async def on_update(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Let an update pass, or stop it here."""
        try:
            stopped = await self._admission.turns_away(update, context) or await self._throttle.refuses(update, context)
        except Exception as error:
            # Handlers behind this one would be called all the same.
            await context.application.process_error(update, error)
            raise ApplicationHandlerStop from error
        if stopped:
            raise ApplicationHandlerStop
