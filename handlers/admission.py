"""Which chats the bot serves: BOT_CHATS names the groups, admins decide about single chats with /chats.

Groups that it does not serve hear one sentence, and it leaves. Private chats are open unless an admin closes one. A
group into which an admin brings the bot is allowed by that.
"""

from __future__ import annotations

import html
import logging
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from telegram import Bot, Chat, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import CallbackContext

from bot.admin.office import REFUSED, Refused
from bot.errors import UserError
from bot.store.administration import AdminStore
from bot.store.admission import AdmissionStore, Rule
from bot.words.commands import BY_NAME
from handlers.commanded import order_of
from handlers.conversation import OUTSIDE, about_notice, target_of
from handlers.port import Staff
from handlers.presence import toast
from handlers.rates import Rates, Verdict
from handlers.sending import Courier, Part, Target

_log = logging.getLogger(__name__)
Context = CallbackContext[Any, Any, Any, Any]

CHATS = "chats"
FAREWELL = "抱歉，这里没有启用本机器人，我先退出了。需要使用，请联系机器人的管理员。"
CLOSED = "抱歉，您不能使用本机器人，请联系它的管理员。"
_RULES = {"允许": Rule.ALLOWED, "停用": Rule.FORBIDDEN}
_WORDS = {Rule.ALLOWED: "允许", Rule.FORBIDDEN: "停用", Rule.NONE: "未单独设定"}
_HOW = "在群里发 /chats 允许 或 /chats 停用；在私聊里后面写上编号。"
_LAST_WORDS = 50
"""The part number of the goodbye: what a command answers in its own chat is numbered from 0."""
_MOST_LISTED = 20
_NAME = 30


class Admission:
    """Turns updates of closed chats away, and lets admins decide."""

    def __init__(
        self, settled: Collection[int], store: AdmissionStore, staff: Staff, acts: AdminStore, courier: Courier
    ) -> None:
        self._settled = frozenset(settled)
        self._store = store
        self._staff = staff
        self._acts = acts
        self._courier = courier
        self._rates = Rates()

    async def turns_away(self, update: Update, context: Context) -> bool:
        """Whether an update comes from where the bot does not serve; a group hears that and is left."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None:
            return await self._closes_inline(update)
        if update.my_chat_member:
            await self._note_membership(update, chat)
        await self._follow_migration(update.message)
        if await self._serves(chat):
            return False
        if user is not None and user.id in await self._staff():
            return False
        if not (update.my_chat_member and update.my_chat_member.new_chat_member.status in OUTSIDE):
            await self._send_away(update, chat, context.bot)
        return True

    async def on_command(self, update: Update, context: Context) -> None:
        """/chats: what is decided; 允许 and 停用 decide about this chat, or about the one whose id follows."""
        if (order := order_of(update, context)) is None:
            return
        message, asked = order
        by = update.effective_user.id if update.effective_user else 0
        if by not in await self._staff():
            _log.warning("update %s refused: /%s is for admins", update.update_id, CHATS)
            raise Refused(REFUSED, "/help")
        verb, _, where = asked.rest.partition(" ")
        if not verb:
            await self._say(update, message, await self._listing(context.bot))
            return
        chat_id = _chat_named(where, message.chat)
        if verb not in _RULES or not chat_id:
            raise UserError("请写“允许”或“停用”，在私聊里再写上群的编号", BY_NAME[CHATS].example)
        rule = _RULES[verb]
        await self._store.decide(chat_id, rule)
        await self._acts.note(f"update:{update.update_id}", by, f"{verb}会话 {chat_id}")
        if rule is Rule.FORBIDDEN and chat_id < 0:
            await self._leave(update, chat_id, context.bot)
        if chat_id != message.chat_id or rule is Rule.ALLOWED:
            await self._say(update, message, f"已{verb} {chat_id}。")

    async def _note_membership(self, update: Update, chat: Chat) -> None:
        """The bot was brought in or put out; an admin who brings it in allows the group by that."""
        change = update.my_chat_member
        if change is None or chat.type == ChatType.PRIVATE:
            return
        if change.new_chat_member.status in OUTSIDE:
            await self._store.left(chat.id)
        elif change.old_chat_member.status in OUTSIDE:
            await self._store.joined(chat.id)
            if not await self._serves(chat) and change.from_user.id in await self._staff():
                await self._store.decide(chat.id, Rule.ALLOWED)
                await self._acts.note(f"update:{update.update_id}", change.from_user.id, f"允许会话 {chat.id}")

    async def _follow_migration(self, message: Message | None) -> None:
        """A group that BOT_CHATS names became a supergroup, which has another id; decisions move with the state."""
        if message is None:
            return
        old, new = message.migrate_from_chat_id or message.chat_id, message.migrate_to_chat_id or message.chat_id
        if old != new and old in self._settled and await self._store.rule(new) is Rule.NONE:
            await self._store.decide(new, Rule.ALLOWED)

    async def _closes_inline(self, update: Update) -> bool:
        """An inline query comes from anywhere: only who asks counts."""
        query = update.inline_query
        if query is None or await self._store.rule(query.from_user.id) is not Rule.FORBIDDEN:
            return False
        with suppress(BadRequest):  # too late: the person has typed on
            await query.answer([], is_personal=True)
        return True

    async def _serves(self, chat: Chat) -> bool:
        rule = await self._store.rule(chat.id)
        if rule is not Rule.NONE or chat.type == ChatType.PRIVATE:
            return rule is not Rule.FORBIDDEN
        return not self._settled or chat.id in self._settled

    async def _send_away(self, update: Update, chat: Chat, bot: Bot) -> None:
        if chat.type != ChatType.PRIVATE:
            await self._leave(update, chat.id, bot)
        elif update.callback_query:
            await toast(update.callback_query, CLOSED)
        elif self._rates.weigh(chat.id, 0, _date(update)) is Verdict.TELL:
            target = Target(chat_id=chat.id)
            await self._courier.send(target, [Part(CLOSED)], about_notice(update, target))

    async def _leave(self, update: Update, chat_id: int, bot: Bot) -> None:
        """Say goodbye and go; what is closed already needs neither."""
        target = Target(chat_id=chat_id)
        try:
            about = replace(about_notice(update, target), part=_LAST_WORDS)
            await self._courier.send(target, [Part(FAREWELL)], about)
        except (BadRequest, Forbidden) as error:
            _log.info("no goodbye in a group that is left: %s", error.message)
        try:
            await self._courier.insist(lambda: bot.leave_chat(chat_id))
        except (BadRequest, Forbidden) as error:
            _log.info("a group is left already: %s", error.message)

    async def _listing(self, bot: Bot) -> str:
        rules = await self._store.all()
        scope = "只有 BOT_CHATS 写明的群和另外允许的群可以使用。" if self._settled else "所有群都可以使用，停用的除外。"
        shown = dict.fromkeys((*self._settled, *rules))
        rows = [await self._row(chat_id, rules, bot) for chat_id in list(shown)[:_MOST_LISTED]]
        more = [f"……共{len(shown)}个"] if len(shown) > _MOST_LISTED else []
        return "\n".join([scope, *rows, *more, _HOW])

    async def _row(self, chat_id: int, rules: Mapping[int, Rule], bot: Bot) -> str:
        try:
            chat = await bot.get_chat(chat_id)
            name = (chat.title or "私聊")[:_NAME]
        except TelegramError:
            name = "不在其中"
        setting = "BOT_CHATS" if chat_id in self._settled else _WORDS[Rule.NONE]
        rule = rules.get(chat_id, Rule.NONE)
        return f"· {name}（{chat_id}）：{_WORDS[rule] if rule else setting}"

    async def _say(self, update: Update, message: Message, text: str) -> None:
        target = target_of(message)
        await self._courier.send(target, [Part(html.escape(text))], about_notice(update, target))


def _chat_named(where: str, here: Chat) -> int:
    """The chat that is decided about: the one named by its id, else the group one is in; 0 for none."""
    if re.fullmatch(r"-?\d{1,18}", where.strip()):
        return int(where)
    return here.id if not where.strip() and here.type != ChatType.PRIVATE else 0


def _date(update: Update) -> float:
    return update.effective_message.date.timestamp() if isinstance(update.effective_message, Message) else 0.0
