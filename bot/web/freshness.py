"""Conditional requests: a client that has the same content already is told so, and nothing is sent again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_KEPT = frozenset({"cache-control", "content-location", "date", "etag", "expires", "vary"})
"""Headers that a 304 repeats."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Wraps the app. A whole answer to GET or HEAD gets a weak ETag of its content, and 304 where that is known."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; answers that come in pieces, have an ETag of their own or failed pass as they are."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        held: Message | None = None

        async def send_fresh(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start" and _may_be_kept(message):
                held = message
                return
            if held:
                start, held = held, None
                if not message.get("more_body"):
                    tag = f'W/"{hashlib.sha256(message.get("body", b"")).hexdigest()[:20]}"'
                    MutableHeaders(scope=start)["etag"] = tag
                    if _is_known(tag, known):
                        start, message = _unchanged(start), {"type": "http.response.body", "body": b""}
                await send(start)
            await send(message)

        await self.app(scope, receive, send_fresh)


def _may_be_kept(start: Message) -> bool:
    return start["status"] == 200 and "etag" not in Headers(raw=start["headers"])


def _is_known(tag: str, known: str) -> bool:
    """Whether If-None-Match names this tag, weak or strong being one here."""
    bare = tag.removeprefix("W/")
    return known.strip() == "*" or any(one.strip().removeprefix("W/") == bare for one in known.split(","))


def _unchanged(start: Message) -> Message:
    headers = [(name, value) for name, value in start["headers"] if name.decode("latin-1").lower() in _KEPT]
    return {**start, "status": 304, "headers": headers}
