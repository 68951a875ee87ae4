"""The methods of the Bot API as plain functions: a signature is the list of parameters that a method takes.

A parameter's annotation says how its text is read: int, bool, str, Chat (an id or @username), Blob (an upload or a file
id), anything else is JSON. A parameter without a default is required; one that no method knows is refused.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args, get_type_hints

from tests.telegram.server.errors import ApiError, bad_request
from tests.telegram.server.world import World


@dataclass(frozen=True)
class Blob:
    """A file that a method was given: bytes for an upload, an id for one that the server has."""

    id: str = ""
    name: str = ""
    content: bytes = b""


Chat = int | str
Method = Callable[..., Awaitable[Any]]
METHODS: dict[str, Method] = {}
_M = TypeVar("_M", bound=Method)


def method(name: str) -> Callable[[_M], _M]:
    """Register a coroutine function `(world, *, parameters…)` as a method of the API."""

    def register(function: _M) -> _M:
        METHODS[name.lower()] = function
        return function

    return register


async def call(world: World, name: str, given: Mapping[str, str], uploads: Mapping[str, Blob]) -> Any:
    """Call a method by name with parameters as they came over HTTP. Raises ApiError."""
    function = METHODS.get(name.lower())
    if function is None:
        raise ApiError(404, "Not Found: method not found")
    expected, required = _parameters(function)
    if unknown := (given.keys() | uploads.keys()) - expected.keys():
        raise bad_request(f"unknown parameter {', '.join(sorted(unknown))}")
    values: dict[str, Any] = {}
    for key, kind in expected.items():
        if key in given:
            values[key] = _read(key, given[key], kind, uploads)
        elif key in uploads:
            values[key] = uploads[key]
        elif key in required:
            raise bad_request(_missing(key))
    return await function(world, **values)


def _parameters(function: Method) -> tuple[dict[str, Any], set[str]]:
    """The parameters of a method with their annotations, and those that must be given.

    Parameters that several methods share come as the keys of a TypedDict: `**where: Unpack[Where]`; none is required.
    """
    expected: dict[str, Any] = {}
    required = set()
    for name, parameter in inspect.signature(function, eval_str=True).parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            expected |= get_type_hints(get_args(parameter.annotation)[0])
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            expected[name] = parameter.annotation
            if parameter.default is inspect.Parameter.empty:
                required.add(name)
    return expected, required


def _missing(key: str) -> str:
    reasons = {
        "text": "message text is empty",
        "chat_id": "chat_id is empty",
        "message_id": "message identifier is not specified",
    }
    return reasons.get(key, f"parameter {key} is required")


def _read(key: str, text: str, kind: object, uploads: Mapping[str, Blob]) -> Any:
    if kind is str:
        return text
    if kind is bool:
        if text.lower() not in ("true", "false", "1", "0"):
            raise bad_request(f"{key} must be a boolean")
        return text.lower() in ("true", "1")
    if kind is Blob:
        return uploads[text.removeprefix("attach://")] if text.startswith("attach://") else Blob(id=text)
    if kind == Chat and text.startswith("@"):
        return text
    try:
        return int(text) if kind in (int, Chat) else json.loads(text)
    except ValueError:
        raise bad_request(f"can't parse {key}: {text[:50]!r}") from None
