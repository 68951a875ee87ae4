"""`fazhi ask` and `fazhi chat`: messages from a terminal to the desk, replies as text or JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from bot.app import App, home_region, open_app
from bot.config import load_settings
from bot.desk import ChatContext, mistake
from bot.errors import DataError, UserError, unreadable
from bot.layout import HISTORY
from bot.model import Region, Reply
from bot.replying import reply
from bot.replying.contract import answer_json
from bot.terminal.output import progress, say, say_json

UPDATING = "正在更新数据……"
NO_STRING = UserError("这一行不是 JSON 字符串", '"/compare 行政复议 光明 廉江"')


async def ask(message: str, *, home: str, after: Path | None, as_json: bool) -> None:
    """Answers one message. Raises UserError for a home that is no place, DataError for a broken `after` file."""
    with progress(UPDATING):
        async with open_app(load_settings()) as app:
            previous = app.desk.previous_from_json(_object_of(after)) if after else None
            answered = await app.desk.answer(message, ChatContext(home=_home(app, home), previous=previous))
    if as_json:
        say_json(answer_json(answered))
    else:
        say(answered.text)


async def ask_lines(home: str) -> None:
    """Answers each line of standard input, a JSON string, with one line of JSON, in the same order."""
    async with open_app(load_settings()) as app:
        chat = ChatContext(home=_home(app, home))
        for line in sys.stdin:
            message = _string_of(line)
            answered = reply(mistake(NO_STRING)) if message is None else await app.desk.answer(message, chat)
            say_json(answer_json(answered))


async def chat(home: str) -> None:
    """A conversation: each message may follow up on the answer before it; ends with an empty input's end (Ctrl-D)."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    settings = load_settings()
    async with open_app(settings) as app:
        session: PromptSession[str] = PromptSession(history=FileHistory(str(settings.state_dir / HISTORY)))
        region, last = _home(app, home), None
        say("问一句，例如：光明有多少行政复议案件。接着问可以只说“那廉江呢”。按 Ctrl-D 结束。")
        while True:
            try:
                message = await session.prompt_async("> ")
            except (EOFError, KeyboardInterrupt):
                return
            if not message.strip():
                continue
            answered: Reply = await app.desk.answer(message, ChatContext(home=region, previous=last))
            say(answered.text)
            last = answered.answer.query if answered.answer.groups else last


def _home(app: App, name: str) -> Region | None:
    if not name:
        return None
    region = home_region(app.places, name)
    if region is None:
        raise UserError(f"没有认出本地“{name}”", "--home 光明区")
    return region


def _string_of(line: str) -> str | None:
    """The string that a line holds as JSON; None when it holds anything else."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _object_of(file: Path) -> dict[str, Any]:
    try:
        value = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise DataError(str(file), 0, unreadable(error)) from error
    except (ValueError, RecursionError) as error:
        raise DataError(str(file), getattr(error, "lineno", 0), "没有 JSON 回答") from error
    if not isinstance(value, dict):
        raise DataError(str(file), 0, "不是一条回答的 JSON")
    return value
