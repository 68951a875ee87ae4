"""The menus that Telegram shows beside the text field: per scope, in Chinese, in English for everybody else."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import BadRequest

from bot.words.commands import COMMANDS, Role

_log = logging.getLogger(__name__)

CHINESE = "zh"
_EVERYONE = (Role.EVERYONE, Role.CHAT)
_GROUP_ADMINS = (*_EVERYONE, Role.GROUP_ADMIN)


def menu(roles: tuple[Role, ...], chinese: bool) -> list[BotCommand]:
    """The commands of these roles; the Chinese line begins with the Chinese name, which can be typed as well."""
    return [
        BotCommand(command.name, f"{command.alias}：{command.line}" if chinese else command.english)
        for command in COMMANDS
        if command.role in roles
    ]


async def set_menus(bot: Bot, staff: Iterable[int]) -> None:
    """Tell Telegram all menus; who runs the bot gets the bot admins' commands in their private chat."""
    await _set(bot, BotCommandScopeAllPrivateChats(), _GROUP_ADMINS)
    await _set(bot, BotCommandScopeAllGroupChats(), _EVERYONE)
    await _set(bot, BotCommandScopeAllChatAdministrators(), _GROUP_ADMINS)
    for person in staff:
        await set_staff_menu(bot, person)


async def set_staff_menu(bot: Bot, person: int) -> None:
    """Somebody has the bot admins' commands in their menu."""
    try:
        await _set(bot, BotCommandScopeChat(person), tuple(Role))
    except BadRequest as error:
        # Who has not started the bot has no chat with it yet.
        _log.warning("no menu for one of the admins: %s", error.message)


async def drop_staff_menu(bot: Bot, person: int) -> None:
    """Somebody has everybody's menu again."""
    try:
        for language in (None, CHINESE):
            await bot.delete_my_commands(BotCommandScopeChat(person), language)
    except BadRequest as error:
        _log.warning("the menu of a former admin stays: %s", error.message)


async def _set(bot: Bot, scope: BotCommandScope, roles: tuple[Role, ...]) -> None:
    await bot.set_my_commands(menu(roles, chinese=False), scope=scope)
    await bot.set_my_commands(menu(roles, chinese=True), scope=scope, language_code=CHINESE)
