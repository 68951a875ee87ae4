"""The menus that Telegram shows beside the text field: per scope, in Chinese, in English for everybody else."""

from __future__ import annotations

import logging

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


async def set_menus(bot: Bot, owners: tuple[int, ...]) -> None:
    """Tell Telegram all menus; owners get the bot admins' commands in their private chat."""
    scopes: list[tuple[BotCommandScope, tuple[Role, ...]]] = [
        (BotCommandScopeAllPrivateChats(), _GROUP_ADMINS),
        (BotCommandScopeAllGroupChats(), _EVERYONE),
        (BotCommandScopeAllChatAdministrators(), _GROUP_ADMINS),
        *((BotCommandScopeChat(owner), tuple(Role)) for owner in owners),
    ]
    for scope, roles in scopes:
        try:
            await bot.set_my_commands(menu(roles, chinese=False), scope=scope)
            await bot.set_my_commands(menu(roles, chinese=True), scope=scope, language_code=CHINESE)
        except BadRequest as error:
            # An owner who has not started the bot has no chat with it yet.
            _log.warning("no menu for %s: %s", scope.type, error.message)
