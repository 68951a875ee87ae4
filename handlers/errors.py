"""What a person hears when something goes wrong: a user's mistake as a sentence, our own as a short id to ask about."""

from __future__ import annotations

import html
import logging
import secrets
from typing import Any

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import CallbackContext

from bot.errors import UserError
from bot.store.trouble import trouble_of
from handlers.conversation import Conversation
from handlers.logs import PERSONAL, Discreet, personal_of
from handlers.order import ChatOrder
from handlers.sending import Unfinished

_log = logging.getLogger(__name__)
_log.addFilter(Discreet())


class Trouble:
    """The application's error handler."""

    def __init__(self, conversation: Conversation, order: ChatOrder) -> None:
        self._conversation = conversation
        self._order = order

    async def handle(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Log what is our fault, and tell the person who asked, once."""
        error = context.error
        if not isinstance(update, Update):
            _log.error("trouble outside any update", exc_info=error)
            return
        if isinstance(error, Unfinished):
            _log.warning("update %s is left for the next start: %s", update.update_id, error)
            self._order.leave_unhandled(update.update_id)
            return
        if isinstance(error, Forbidden):
            _log.info("update %s cannot be answered: %s", update.update_id, error.message)
            return
        try:
            await self._conversation.say(update, self._sentence(update, error))
        except (TelegramError, Unfinished) as again:
            _log.error("update %s: the apology could not be sent either: %s", update.update_id, again)

    def _sentence(self, update: Update, error: Exception | None) -> str:
        if isinstance(error, UserError):
            example = f"\n例如：<code>{html.escape(error.example)}</code>" if error.example else ""
            return html.escape(error.sentence) + example
        if said := trouble_of(error):
            _log.error("while handling update %s: %s", update.update_id, said)
            return html.escape(f"这次没能办到：{said}。")
        number = secrets.token_hex(3)
        told = {PERSONAL: tuple(personal_of(update))}
        _log.error("error %s while handling update %s", number, update.update_id, exc_info=error, extra=told)
        return f"这次没能回答，原因已经记下（编号 {number}）。请稍后再试，或换个说法，例如：<code>/help</code>"
