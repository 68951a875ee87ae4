"""`@bot 行政复议 光明` in any chat: the answer as an article to send there."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Sequence
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import CallbackContext

from bot.desk import ChatContext
from bot.model import Reply, Status
from bot.store.chats import ChatStore
from handlers.addressing import HELP, QUESTION
from handlers.buttons import source_rows, start_link
from handlers.port import Answering

_log = logging.getLogger(__name__)

CACHE_SECONDS = 300
MOST_RESULTS = 6
TITLE, DESCRIPTION = 64, 120
LONGEST = 256
ANSWERED = (Status.ANSWER, Status.PARTIAL)


class Inline:
    """Answers inline queries. No chat's home place is used, nor is it kept who asked: results are for everybody."""

    def __init__(self, desk: Answering, store: ChatStore) -> None:
        self._desk = desk
        self._store = store

    async def on_query(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Offer the answer, or the answers to the ways that a question can be meant."""
        query = update.inline_query
        if query is None:
            return
        replies = await self._replies(query.query.strip()[:LONGEST])
        hint = "怎么提问？" if replies or not query.query.strip() else "没有查到，看看怎么提问"
        link = start_link(context.bot.username)
        try:
            await query.answer(
                [await self._article(ask, reply, link) for ask, reply in replies],
                cache_time=CACHE_SECONDS,
                button=InlineQueryResultsButton(hint, start_parameter=HELP),
            )
        except BadRequest as error:
            _log.info("an inline query was answered too late: %s", error.message)

    async def _replies(self, text: str) -> Sequence[tuple[str, Reply]]:
        """What can be answered of a text, with the question that each is the answer to."""
        if not text:
            return ()
        asks = [text]
        found = [await self._desk.answer(text, ChatContext())]
        if found[0].answer.status is Status.CLARIFY:
            asks = [choice.ask for choice in found[0].answer.choices[:MOST_RESULTS]]
            found = await asyncio.gather(*(self._desk.answer(ask, ChatContext()) for ask in asks))
        return [(ask, reply) for ask, reply in zip(asks, found, strict=True) if reply.answer.status in ANSWERED]

    async def _article(self, ask: str, reply: Reply, link: str) -> InlineQueryResultArticle:
        """The first page of an answer; where there is more, a button opens it in the reader's private chat."""
        lines = [line.strip() for line in reply.text.splitlines() if line.strip()]
        content = InputTextMessageContent(
            reply.html[0], parse_mode=ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        )
        rows = source_rows(reply, link)
        if len(reply.html) > 1:
            again = f"{link}{QUESTION}{await self._store.shorten(ask)}"
            rows.insert(0, [InlineKeyboardButton(f"更多（共{len(reply.html)}页）›", url=again)])
        return InlineQueryResultArticle(
            id=hashlib.sha256(reply.text.encode()).hexdigest()[:32],
            title=lines[0][:TITLE],
            description=" ".join(lines[1:4])[:DESCRIPTION],
            input_message_content=content,
            reply_markup=InlineKeyboardMarkup(rows) if rows else None,
        )
