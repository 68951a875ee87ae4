"""Messages go out: each part of an answer once, with patience where Telegram or the network asks for it.

What may be tried again: RetryAfter after its time, a migrated group under its new id, a failed connection or a server
error a little later. A BadRequest is never repeated as it is: markup that Telegram refuses goes out as plain text.
A part is remembered as soon as Telegram accepted it, so that work taken up again goes on with the next part.
"""

from __future__ import annotations

import asyncio
import html
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from telegram import Bot, ForceReply, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot.store.chats import ChatStore, Sent

_log = logging.getLogger(__name__)
_T = TypeVar("_T")

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 60.0
PATIENCE_SECONDS = 600.0
"""How long one message is tried before its update is left for the next start."""

LIMIT, CAPTION_LIMIT = 4096, 1024
"""UTF-16 units that a message and a caption may hold."""

NOTE = 90
"""The part number of a word that an answer takes a moment, beyond those of any answer."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Unfinished(Exception):
    """A message could not be sent for now; its update must be handled again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where an answer belongs: the chat, its forum topic, and the question that it quotes (0: none)."""

    chat_id: int
    thread: int | None = None
    question: int = 0
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a message brings: a picture is shown, anything else offered under its name."""

    name: str
    content: bytes
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One message: Telegram HTML and the buttons under it; with an attachment the HTML is its caption.

    With `asks` the reader's phone opens a reply to it, with that as a hint in the empty field; in private only, since
    in a group it would open everybody's.
    """

    html: str
    keyboard: InlineKeyboardMarkup | None = None
    attachment: Attachment | None = None
    asks: str = ""


class Courier:
    """Sends and edits messages of the bot and remembers them."""

    def __init__(self, bot: Bot, store: ChatStore) -> None:
        self._bot = bot
        self._store = store
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """From now on nobody waits: what cannot be sent at once is left for the next start."""
        self._stopping.set()

    async def send(self, target: Target, parts: Sequence[Part], about: Sent) -> None:
        """Send the parts that were not sent yet, in order. `about` says what they answer, its `part` where to begin.

        The first takes the place of what `note` said.
        """
        done = {sent.part: sent for sent in await self._store.sent_for(about.update_id)}
        note = done.get(NOTE)
        for number, part in enumerate(parts, about.part):
            if number in done:
                continue
            if note and not part.attachment and await self._edit(note, part):
                message_id, chat_id, note = note.message_id, note.chat_id, None
            else:
                message = await self._send(target if number == about.part else replace(target, quote=False), part)
                message_id, chat_id = message.message_id, message.chat_id
            await self._store.remember(replace(about, chat_id=chat_id, message_id=message_id, part=number))
            target = replace(target, chat_id=chat_id)
        if note:
            await self._delete(note)

    async def note(self, target: Target, words: str, about: Sent) -> None:
        """Say that the answer to an update takes a moment; what is sent for the update next takes its place."""
        if any(sent.part == NOTE for sent in await self._store.sent_for(about.update_id)):
            return
        message = await self._send(target, Part(html.escape(words)))
        await self._store.remember(replace(about, chat_id=message.chat_id, message_id=message.message_id, part=NOTE))

    async def revise(self, target: Target, parts: Sequence[Part], about: Sent, earlier: Sequence[Sent]) -> None:
        """Turn the messages of an earlier answer into this one: edit, send what is more, delete what is left over."""
        kept = 0
        for sent, part in zip(earlier, parts, strict=False):
            if not await self._edit(sent, part):
                break
            kept += 1
            await self._store.remember(replace(about, chat_id=sent.chat_id, message_id=sent.message_id, part=kept - 1))
        # Also when there is nothing more to send: what was said meanwhile is taken back.
        await self.send(target, parts, about)
        for sent in earlier[max(kept, len(parts)) :]:
            await self._delete(sent)

    async def act(self, target: Target, action: str) -> None:
        """Show for a few seconds that the bot does something; that it cannot be shown is no trouble."""
        with suppress(TelegramError):
            await self._bot.send_chat_action(target.chat_id, action, message_thread_id=target.thread)

    async def insist(self, attempt: Callable[[], Awaitable[_T]]) -> _T:
        """Do one call to Telegram, again after RetryAfter and network trouble. Raises Unfinished when patience ends."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE_SECONDS
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                return await attempt()
            except BadRequest:
                raise
            except RetryAfter as error:
                wait = seconds_of(error) + 0.1
            except NetworkError as error:
                _log.warning("Telegram cannot be reached, trying again in %.0f s: %s", pause, error)
                wait, pause = pause, min(pause * 2, LONGEST_PAUSE_SECONDS)
            if loop.time() + wait > deadline:
                raise Unfinished(f"no success in {PATIENCE_SECONDS:.0f} s")
            await self._sleep(wait)

    async def _sleep(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
        raise Unfinished("the service stops")

    async def _send(self, target: Target, part: Part) -> Message:
        try:
            return await self.insist(lambda: self._post(target, part))
        except ChatMigrated as error:
            await self._store.migrate(target.chat_id, error.new_chat_id)
            moved = Target(chat_id=error.new_chat_id)
            return await self.insist(lambda: self._post(moved, part))
        except BadRequest as error:
            if "thread not found" in error.message:
                outside = replace(target, thread=None)
                return await self.insist(lambda: self._post(outside, part))
            if not is_about_markup(error):
                raise
            _log.exception("Telegram refused our markup, sent as plain text")
            bare = replace(part, html=plain(part.html, CAPTION_LIMIT if part.attachment else LIMIT))
            return await self.insist(lambda: self._post(target, bare, None))

    async def _post(self, target: Target, part: Part, mode: str | None = ParseMode.HTML) -> Message:
        shared: dict[str, Any] = {
            "parse_mode": mode,
            "message_thread_id": target.thread,
            "reply_markup": _markup(target, part),
            "reply_parameters": ReplyParameters(target.question, allow_sending_without_reply=True)
            if target.quote
            else None,
        }
        file = part.attachment
        if file is None:
            return await self._bot.send_message(target.chat_id, part.html, link_preview_options=NO_PREVIEW, **shared)
        if file.picture:
            return await self._bot.send_photo(
                target.chat_id, file.content, caption=part.html, filename=file.name, **shared
            )
        return await self._bot.send_document(
            target.chat_id, file.content, caption=part.html, filename=file.name, **shared
        )

    async def _edit(self, sent: Sent, part: Part, mode: str | None = ParseMode.HTML) -> bool:
        """Whether the message now shows the part; False when it is gone or can no longer be edited."""
        text = part.html if mode else plain(part.html)
        try:
            await self.insist(
                lambda: self._bot.edit_message_text(
                    text,
                    sent.chat_id,
                    sent.message_id,
                    parse_mode=mode,
                    link_preview_options=NO_PREVIEW,
                    reply_markup=part.keyboard,
                )
            )
        except (BadRequest, ChatMigrated) as error:
            if "not modified" in error.message:
                return True
            if mode and isinstance(error, BadRequest) and is_about_markup(error):
                _log.exception("Telegram refused our markup, edited as plain text")
                return await self._edit(sent, part, None)
            _log.info("a message is answered anew instead of edited: %s", error.message)
            return False
        return True

    async def _delete(self, sent: Sent) -> None:
        try:
            await self.insist(lambda: self._bot.delete_message(sent.chat_id, sent.message_id))
        except (BadRequest, ChatMigrated) as error:
            _log.info("a message that is no longer needed stays: %s", error.message)
        await self._store.forget(sent.chat_id, sent.message_id)


def _markup(target: Target, part: Part) -> InlineKeyboardMarkup | ForceReply | None:
    return ForceReply(input_field_placeholder=part.asks) if part.asks and not target.quote else part.keyboard


def plain(markup: str, limit: int = LIMIT) -> str:
    """A message without its tags, within a limit of UTF-16 units."""
    text = html.unescape(re.sub(r"<[^<>]*>", "", markup))
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")


def is_about_markup(error: BadRequest) -> bool:
    """Whether Telegram refused a message for its markup or length, so that plain text may pass."""
    return "can't parse entities" in error.message.lower() or "too long" in error.message


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int | float) else wait.total_seconds()
