"""Buttons under answers: what they say and what their data stands for, also after a restart.

Telegram gives a button 64 bytes. A message to ask fits as it is (`a:…`) or is kept in the state under a short key
(`k:…`). Data that the reply brought along is handed on unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.model import Button, Choice, Reply
from bot.store.chats import ChatStore
from handlers.extras import files_of, sources_of
from handlers.sending import Part

DATA_BYTES = 64
ROW_WIDTH = 24
"""Chinese characters that fit side by side on a phone, labels of a row together."""
CHOSEN = "✓ "
_ASK, _KEY = "a:", "k:"


async def data_for(ask: str, store: ChatStore) -> str:
    """Callback data that stands for a message."""
    data = _ASK + ask
    return data if len(data.encode()) <= DATA_BYTES else _KEY + await store.shorten(ask)


async def ask_of(data: str, store: ChatStore) -> str:
    """The message that callback data stands for; "" for data that we never gave out."""
    if data.startswith(_KEY):
        return await store.lengthen(data.removeprefix(_KEY))
    return data.removeprefix(_ASK) if data.startswith(_ASK) else ""


async def keyboard_of(reply: Reply, store: ChatStore) -> InlineKeyboardMarkup | None:
    """The buttons of a reply: its own rows, files, paragraphs, then its choices; None without any."""
    rows = [[_button(button) for button in row] for row in (*reply.buttons, files_of(reply.answer)) if row]
    rows += await choice_rows(sources_of(reply.answer), store)
    rows += await choice_rows(reply.answer.choices, store)
    return InlineKeyboardMarkup(rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=button.data or None, url=button.url or None)


async def choice_rows(choices: Sequence[Choice], store: ChatStore) -> list[list[InlineKeyboardButton]]:
    """Rows of buttons that ask something, as many in a row as fit."""
    rows: list[list[InlineKeyboardButton]] = []
    width = ROW_WIDTH
    for choice in choices:
        button = InlineKeyboardButton(choice.label, callback_data=await data_for(choice.ask, store))
        width += len(choice.label) + 2
        if width > ROW_WIDTH:
            rows.append([])
            width = len(choice.label) + 2
        rows[-1].append(button)
    return rows


def keep_tabs(parts: list[Part], keyboard: InlineKeyboardMarkup | None, data: str) -> list[Part]:
    """The answer to one choice with all the choices under it, the one that was pressed marked."""
    if keyboard is None:
        return parts
    own = parts[-1].keyboard.inline_keyboard if parts[-1].keyboard else ()
    tabs = [
        [_marked(button, button.callback_data == data) for button in row]
        for row in keyboard.inline_keyboard
        if any(str(button.callback_data).startswith((_ASK, _KEY)) for button in row)
    ]
    return [*parts[:-1], replace(parts[-1], keyboard=InlineKeyboardMarkup([*own, *tabs]))]


def _marked(button: InlineKeyboardButton, chosen: bool) -> InlineKeyboardButton:
    label = button.text.removeprefix(CHOSEN)
    return InlineKeyboardButton(CHOSEN + label if chosen else label, callback_data=button.callback_data, url=button.url)
