"""A second opinion from outside: aiogram's typed Bot API on everything that went over the wire.

Whatever our server accepted from the bot must be a call that aiogram knows, field by field; whatever the server sent
must be what aiogram expects of Telegram.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import aiogram.methods
from aiogram.types import Update
from pydantic import BaseModel, TypeAdapter

from tests.telegram.server import Call, Server

JSON_PARAMETERS = {
    *("reply_parameters", "reply_markup", "entities", "link_preview_options"),
    *("results", "commands", "scope", "allowed_updates", "button"),
}


def check(server: Server) -> None:
    """Raises where aiogram would not have sent or understood something."""
    for call in server.calls:
        if call.status == 200:
            check_call(call)
    for update in server.world.feed.sent:
        known = Update.model_validate(update)
        unknown = list(strangers(known, "update"))
        assert not unknown, unknown


def check_call(call: Call) -> None:
    """Raises where aiogram knows a parameter or the result of an accepted call otherwise."""
    name = next(name for name in aiogram.methods.__all__ if name.lower() == call.method.lower())
    method: Any = getattr(aiogram.methods, name)
    given = {key: json.loads(value) if key in JSON_PARAMETERS else value for key, value in call.given.items()}
    if name in ("SendPhoto", "SendDocument"):
        given |= {"photo": "an upload", "document": "an upload"}
        given.pop({"SendPhoto": "document", "SendDocument": "photo"}[name])
    unknown = list(strangers(method.model_validate(given), name))
    result = TypeAdapter(method.__returning__).validate_python(call.result)
    unknown += strangers(result, f"result of {name}")
    assert not unknown, unknown


def strangers(value: Any, where: str) -> Iterator[str]:
    """The fields that aiogram's types do not have."""
    if isinstance(value, BaseModel):
        yield from (f"{where}.{key}" for key in value.model_extra or {})
        for key in type(value).model_fields:
            yield from strangers(getattr(value, key), f"{where}.{key}")
    elif isinstance(value, list):
        for item in value:
            yield from strangers(item, f"{where}[]")
