"""Who asks too often is told so once and then left alone until the minute has passed; admins may ask more."""

from __future__ import annotations

import time
from collections.abc import Hashable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from telegram import InlineQueryResultsButton, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest
from telegram.ext import CallbackContext

from handlers.addressing import HELP, asked_of
from handlers.conversation import Conversation
from handlers.port import Staff
from handlers.presence import toast
from handlers.rates import Limits, Rates, Verdict

TOO_FAST = "问得有点快，请过一分钟再问；前面的问题都会答复。"
GROUP_TOO_FAST = "本群这一分钟问得太多了，请过一分钟再问；前面的问题都会答复。"
TAPS_TOO_FAST = "按得有点快，请过一分钟再按。"
_INLINE_TOO_FAST = "查得有点快，请稍后再试"


@dataclass(frozen=True, slots=True)
class _Count:
    """One thing that an update counts for: whose, at most how many a minute, and what is said at the first refusal."""

    key: Hashable
    most: int
    sentence: str


class Throttle:
    """Counts what people send; what a group says to others is not counted."""

    def __init__(self, conversation: Conversation, staff: Staff, limits: Limits) -> None:
        self._conversation = conversation
        self._staff = staff
        self._limits = limits
        self._rates = Rates()

    async def refuses(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> bool:
        """Whether an update comes too soon; the person hears of it at the first one."""
        for count in self._counts(update, context):
            at = _time_of(update)
            most = count.most
            if self._rates.is_full(count.key, most, at) and await self._is_privileged(update):
                most *= self._limits.admins
            verdict = self._rates.weigh(count.key, most, at)
            if verdict is not Verdict.FINE:
                await self._refuse(update, count.sentence if verdict is Verdict.TELL else "")
                return True
        return False

    def _counts(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> Sequence[_Count]:
        limits, user = self._limits, update.effective_user
        if update.inline_query:
            return [_Count(("inline", update.inline_query.from_user.id), limits.inline, _INLINE_TOO_FAST)]
        message = update.effective_message
        if message is None or update.my_chat_member:
            return []
        in_group = message.chat.type != ChatType.PRIVATE
        if update.callback_query:
            counts = [_Count(("press", user.id if user else 0), limits.presses, TAPS_TOO_FAST)]
            group = _Count(("presses", message.chat_id), limits.group_presses, TAPS_TOO_FAST)
            return [*counts, group] if in_group else counts
        if in_group and asked_of(message, context.bot.bot) is None:
            return []
        # An anonymous admin shares an account with all others of their kind.
        known = user is not None and message.sender_chat is None
        counts = [_Count(("message", user.id), limits.messages, TOO_FAST)] if user and known else []
        group = _Count(("messages", message.chat_id), limits.group_messages, GROUP_TOO_FAST)
        return [*counts, group] if in_group else counts

    async def _is_privileged(self, update: Update) -> bool:
        user = update.effective_user
        return user is not None and user.id in await self._staff()

    async def _refuse(self, update: Update, sentence: str) -> None:
        if press := update.callback_query:
            await toast(press, sentence)
        elif query := update.inline_query:
            button = InlineQueryResultsButton(sentence, start_parameter=HELP) if sentence else None
            with suppress(BadRequest):  # too late: the person has typed on
                await query.answer([], cache_time=0, is_personal=True, button=button)
        elif sentence:
            await self._conversation.say(update, sentence)


def _time_of(update: Update) -> float:
    """When an update was made, as Telegram says; presses and inline queries carry no time."""
    message = update.edited_message or update.message
    if isinstance(message, Message):
        return (message.edit_date or message.date).timestamp()
    return time.time()
