"""The way out for notices: one message to Telegram, and what became of it in the words of the outbox worker."""

from __future__ import annotations

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot.notices.sender import Accepted, BadMarkup, Later, Moved, Outcome, Parcel, Rejected, Shut, Unknown
from handlers.sending import NO_PREVIEW, is_about_markup, plain, seconds_of

_SHUT = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "chat_restricted",
    "topic_closed",
    "topic_deleted",
    "need administrator rights",
    "chat is deactivated",
    "user is deactivated",
)
"""Words by which a BadRequest says that the chat does not let us write; Telegram uses 400 and 403 alike for that."""


class TelegramSender:
    """Sends notices through a bot; makes no attempt of its own to try again."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one message."""
        try:
            try:
                await self._post(parcel, parcel.thread)
            except BadRequest as error:
                if not parcel.thread or "thread not found" not in error.message:
                    raise
                # The forum topic is gone, the group is not.
                await self._post(parcel, 0)
        except TelegramError as error:
            return outcome_of(error)
        return Accepted()

    async def _post(self, parcel: Parcel, thread: int) -> None:
        await self._bot.send_message(
            parcel.chat_id,
            plain(parcel.text) if parcel.plain else parcel.text,
            parse_mode=None if parcel.plain else ParseMode.HTML,
            message_thread_id=thread or None,
            disable_notification=parcel.silent,
            link_preview_options=NO_PREVIEW,
        )


def outcome_of(error: TelegramError) -> Outcome:
    """What an error says of the message: PTB's classes, and Telegram's words where one class covers several cases."""
    match error:
        case RetryAfter():
            return Later(seconds_of(error))
        case ChatMigrated():
            return Moved(error.new_chat_id)
        case Forbidden():
            return Shut(error.message)
        case BadRequest() if is_about_markup(error):
            return BadMarkup(error.message)
        case BadRequest() if any(words in error.message.lower() for words in _SHUT):
            return Shut(error.message)
        case BadRequest():
            return Rejected(error.message)
    return Unknown(error.message)
