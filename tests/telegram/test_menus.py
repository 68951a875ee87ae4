"""Menus follow the one table of commands, per scope and language."""

from __future__ import annotations

import re
from pathlib import Path

from bot.words.commands import COMMANDS, Role
from tests.telegram.harness import EchoDesk, Running, running
from tests.telegram.server import Person, Server

HAN = re.compile("[\u4e00-\u9fff]")
SCOPES = ("all_private_chats", "all_group_chats", "all_chat_administrators")


async def test_every_scope_has_chinese_and_english(bot: Running, server: Server) -> None:
    await server.until(lambda: len(server.world.commands) == 2 * len(SCOPES))
    for scope in SCOPES:
        chinese, english = server.world.commands[scope, "zh"], server.world.commands[scope, ""]
        assert [command["command"] for command in chinese] == [command["command"] for command in english]
        assert all(HAN.search(command["description"]) for command in chinese)
        assert all(command["description"].isascii() for command in english)


async def test_menus_follow_the_table(bot: Running, server: Server) -> None:
    await server.until(lambda: len(server.world.commands) == 2 * len(SCOPES))
    everyone = [command.name for command in COMMANDS if command.role in (Role.EVERYONE, Role.CHAT)]
    assert [entry["command"] for entry in server.world.commands["all_group_chats", "zh"]] == everyone
    first = server.world.commands["all_group_chats", "zh"][0]
    assert first["description"] == f"{COMMANDS[0].alias}：{COMMANDS[0].line}"


async def test_the_wanted_updates_are_named_at_each_start(bot: Running, server: Server) -> None:
    await server.until(lambda: bool(server.world.feed.allowed))
    assert {"message", "edited_message", "callback_query"} <= set(server.world.feed.allowed)
    assert server.of("deleteWebhook")[0].given.get("drop_pending_updates", "false").lower() == "false"


async def test_who_runs_the_bot_has_the_admins_commands_in_private(
    server: Server, desk: EchoDesk, tmp_path: Path
) -> None:
    owner = Person(server)
    async with running(server, desk, tmp_path, bot_admins=(owner.account.id, 4)):
        await server.until(lambda: (f"chat:{owner.account.id}", "zh") in server.world.commands)
        names = [entry["command"] for entry in server.world.commands[f"chat:{owner.account.id}", "zh"]]
        assert names == [command.name for command in COMMANDS]
