"""The whole service over Telegram with one owner, and what an owner does in private: send files, reply, press."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import App, open_app, open_state
from bot.config import Settings
from bot.store.chats import ChatStore
from bot.upkeep import Upkeep, open_upkeep
from handlers.administration import administration_handlers
from handlers.application import build, polling
from handlers.notices import TelegramSender
from handlers.subscriptions import subscription_handlers
from tests.golden import ROOT
from tests.telegram.harness import TOKEN
from tests.telegram.server import Person, Server

PAGE = """<html><head><title>{title}</title></head><body><h1>{title}</h1>
<p>发布日期：2026-01-08</p>
<p>一、工作情况。{year}年，收到行政复议申请20件，审结18件。受理法律援助案件300件，接待群众来访1200人次。</p>
<p>二、存在问题。基层力量仍有不足，普法的针对性还不强。下一步将继续推进法治政府建设，提升服务水平。</p>
<p>{place}司法局</p></body></html>"""


@dataclass
class Service:
    """A running service with one owner."""

    app: App
    upkeep: Upkeep
    owner: Person
    folder: Path


@asynccontextmanager
async def office(server: Server, folder: Path) -> AsyncIterator[Service]:
    """The whole service over Telegram, its state and its own copy of the data in that folder."""
    shutil.copytree(ROOT / "data", folder / "data")
    owner = Person(server, "所有者")
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=server.url,
        data_dir=folder / "data",
        state_dir=folder / "state",
        bot_admins=(owner.account.id,),
    )
    async with open_app(settings) as app, open_state(settings) as state:
        store, upkeep = ChatStore(state), open_upkeep(app, state)
        more = [
            partial(subscription_handlers, upkeep.notices.counter, store, state),
            partial(administration_handlers, upkeep.office, store),
        ]
        telegram = build(settings, app.desk, state, app.places, more)
        sender = TelegramSender(telegram.application.bot)
        async with polling(telegram), upkeep.notices.running(sender):
            yield Service(app, upkeep, owner, folder)


async def send_file(person: Person, name: str, content: str) -> None:
    """Send a file to the bot in private."""
    world = person.server.world
    number = f"file{next(world.numbers)}"
    world.files[number] = content.encode()
    body: dict[str, Any] = {
        "document": {
            "file_id": number,
            "file_unique_id": f"u-{number}",
            "file_name": name,
            "file_size": len(content.encode()),
        }
    }
    message = world.post(person.private.room, person.account.body(), body)
    message["entities"] = []
    person.private.deliver("message", message)


async def shows(person: Person, words: str, number: int = 0) -> dict[str, Any]:
    """Wait until a message of the bot (the newest, or that number) shows these words."""
    place = person.private

    def found() -> list[dict[str, Any]]:
        chosen = place.answers[number - 1 : number] if number else place.answers[-1:]
        return [message for message in chosen if words in message.get("text", "")]

    try:
        await person.server.until(lambda: bool(found()), 20)
    except TimeoutError:
        raise AssertionError(f"{words!r} is not shown: {place.texts}") from None
    return found()[0]


def yes_of(message: dict[str, Any]) -> str:
    """The data of a message's first button."""
    return str(message["reply_markup"]["inline_keyboard"][0][0]["callback_data"])


async def reply_to(person: Person, message: dict[str, Any], text: str) -> None:
    await person.say(text, reply_to=message)
