"""Splitting a command off a message: /compare, /compare@bot, /对比, in any width and case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import UserError
from bot.model import Intent
from bot.words.commands import BY_NAME

_COMMAND = re.compile(
    r"^/\s?(?P<name>[a-z0-9_]+|[\u3400-\u9fff]+)(?:@[a-z0-9_]+)?(?=$|[^a-z0-9_])\s*(?P<rest>.*)$", re.DOTALL
)
_INTENTS: dict[str, Intent | None] = {
    "compare": Intent.COMPARE,
    "ask": Intent.FACT,
    "trend": Intent.TREND,
    "rank": Intent.RANK,
    "search": Intent.SEARCH,
    "list": Intent.LIST,
    "source": Intent.SOURCE,
    "check": Intent.CHECK,
    "export": None,  # what is exported is understood as if it were asked in plain words
    "help": Intent.HELP,
    "start": Intent.HELP,
}
_NEEDS_WORDS = {
    "compare": "请写出要对比的主题和地方",
    "ask": "请写出地方和主题",
    "trend": "请写出主题和地方",
    "rank": "请写出按哪一项排名",
    "search": "请写出要找的词",
    "export": "请写出要导出的主题和地方",
}
_INSTEAD = {
    "home": "；网页上在输入框下面的“本地”里选，命令行用 --home 加地名",
    "subscribe": "；网页上在“总览”的底部订阅",
    "unsubscribe": "；网页上订阅的，在阅读器里退订",
}
"""What there is instead of a command of chats, on the page and in the terminal."""


@dataclass(frozen=True, slots=True)
class Said:
    """A folded message without its command; `intent` is None for free text."""

    text: str
    intent: Intent | None = None
    prefix: str = ""


def split_command(text: str) -> Said:
    """The command of a folded message. Raises UserError for one that does not exist or that needs more words."""
    match = _COMMAND.match(text)
    if match is None:
        return Said(text.lstrip("/ ") if text.startswith("/") else text)
    name, rest = match["name"], match["rest"]
    known = _longest_alias(name)
    command = BY_NAME.get(known)
    if command is None and name != "start":
        raise UserError(f"没有“/{name[:20]}”这个命令", BY_NAME["help"].example)
    latin = command.name if command else name
    if command:
        rest = f"{name.removeprefix(known)} {rest}".strip()
    if not rest.strip() and latin in _NEEDS_WORDS and command:
        raise UserError(_NEEDS_WORDS[latin], command.example)
    if latin not in _INTENTS:
        raise UserError(f"“/{latin}”要在群里或私聊里对机器人用{_INSTEAD.get(latin, '')}", BY_NAME["help"].example)
    return Said("" if latin == "start" else rest, _INTENTS[latin], f"/{latin} ")


def _longest_alias(name: str) -> str:
    """The name of a command that a text is or, in Chinese, begins with (/对比行政复议); "" for none."""
    if name in BY_NAME:
        return name
    return max((alias for alias in BY_NAME if not alias.isascii() and name.startswith(alias)), key=len, default="")
