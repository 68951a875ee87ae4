"""Buttons under answers: what they say and what their data stands for, also after a restart.

Telegram gives a button 64 bytes. A message to ask fits as it is (`a:…`) or is kept in the state under a short key
(`k:…`); a fact's paragraph is named by the fact (`s:…`), a page of a long answer by its number (`m:…`): which answer
that is, is known from the message. Data that the reply brought along is handed on unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.model import Button, Choice, Reply
from bot.store.chats import ChatStore
from bot.words.commands import BY_NAME
from handlers.disputing import WRONG
from handlers.extras import files_of, sources_of
from handlers.sending import Part

DATA_BYTES = 64
ROW_WIDTH = 24
"""Chinese characters that fit side by side on a phone, labels of a row together."""
CHOSEN = "✓ "
_ASK, _KEY, _SOURCE, _PAGE = "a:", "k:", "s:", "m:"


async def data_for(ask: str, store: ChatStore) -> str:
    """Callback data that stands for a message."""
    data = _ASK + ask
    return data if len(data.encode()) <= DATA_BYTES else _KEY + await store.shorten(ask)


async def ask_of(data: str, store: ChatStore) -> str:
    """The message that callback data stands for; "" for data that we never gave out."""
    kind, rest = data[:2], data[2:]
    if kind == _KEY:
        return await store.lengthen(rest)
    return rest if kind == _ASK else f"/source {rest}" if kind == _SOURCE and rest else ""


def is_choice(data: str) -> bool:
    """Whether callback data is one of the ways that a question can be meant."""
    return data.startswith((_ASK, _KEY))


def page_of(data: str) -> int | None:
    """The page of a long answer (from 0) that callback data stands for; None when it stands for something else."""
    number = data.removeprefix(_PAGE)
    return int(number) if data.startswith(_PAGE) and number.isascii() and number.isdecimal() else None


async def keyboard_of(reply: Reply, store: ChatStore, link: str = "", page: int = 0) -> InlineKeyboardMarkup | None:
    """The buttons under a page of a reply: other pages, its own rows, files, paragraphs, choices; None without any.

    With `link` (see `start_link`) paragraphs open in the reader's private chat.
    """
    files = files_of(reply.answer)
    wrong = (Button(BY_NAME["dispute"].alias, WRONG),) if reply.answer.groups else ()
    own = (_pages(page, len(reply.html)), *reply.buttons, (*files, *wrong))
    rows = [[_button(button) for button in row] for row in own if row]
    rows += source_rows(reply, link)
    rows += _rows([await _choice(choice, store) for choice in reply.answer.choices])
    return InlineKeyboardMarkup(rows) if rows else None


def _pages(page: int, pages: int) -> tuple[Button, ...]:
    back = (Button(f"‹ 上一页（{page}/{pages}）", f"{_PAGE}{page - 1}"),) if page else ()
    more = (Button(f"更多（{page + 2}/{pages}）›", f"{_PAGE}{page + 1}"),) if page + 1 < pages else ()
    return (*back, *more)


def source_rows(reply: Reply, link: str = "") -> list[list[InlineKeyboardButton]]:
    """Rows of the buttons that show the paragraphs behind an answer."""
    return _rows(
        InlineKeyboardButton(source.label, url=link + source.fact)
        if link
        else InlineKeyboardButton(source.label, callback_data=_SOURCE + source.fact)
        for source in sources_of(reply.answer)
    )


def start_link(username: str | None) -> str:
    """The address that opens the bot's private chat; a fact's id at its end shows the paragraph there."""
    return f"https://t.me/{username}?start=" if username else ""


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=button.data or None, url=button.url or None)


async def _choice(choice: Choice, store: ChatStore) -> InlineKeyboardButton:
    return InlineKeyboardButton(choice.label, callback_data=await data_for(choice.ask, store))


def _rows(buttons: Iterable[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Buttons in rows, as many in a row as fit."""
    rows: list[list[InlineKeyboardButton]] = []
    width = ROW_WIDTH
    for button in buttons:
        width += len(button.text) + 2
        if width > ROW_WIDTH:
            rows.append([])
            width = len(button.text) + 2
        rows[-1].append(button)
    return rows


def keep_tabs(part: Part, keyboard: InlineKeyboardMarkup | None, data: str) -> Part:
    """The answer to one choice with all the choices under it, the one that was pressed marked."""
    if keyboard is None:
        return part
    own = part.keyboard.inline_keyboard if part.keyboard else ()
    tabs = [
        [_marked(button, button.callback_data == data) for button in row]
        for row in keyboard.inline_keyboard
        if any(is_choice(str(button.callback_data)) for button in row)
    ]
    return replace(part, keyboard=InlineKeyboardMarkup([*own, *tabs]))


def chosen_of(keyboard: InlineKeyboardMarkup | None) -> str:
    """The data of the choice that is marked as pressed; "" for none."""
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    return next((str(button.callback_data) for button in buttons if button.text.startswith(CHOSEN)), "")


def _marked(button: InlineKeyboardButton, chosen: bool) -> InlineKeyboardButton:
    label = button.text.removeprefix(CHOSEN)
    return InlineKeyboardButton(CHOSEN + label if chosen else label, callback_data=button.callback_data, url=button.url)
