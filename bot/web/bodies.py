"""Request bodies, read no further than they may be long."""

from __future__ import annotations

import json
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

LARGEST = 1 << 20
"""Bytes of a body: a question of 10,000 characters and an earlier answer, or one update of Telegram's."""


async def body_of(request: Request) -> bytes:
    """The whole body. Raises HTTPException 413 as soon as it is known to be too long."""
    announced = request.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > LARGEST:
        raise HTTPException(413)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise HTTPException(413)
    return bytes(body)


async def json_object_of(request: Request) -> dict[str, Any]:
    """The body as a JSON object. Raises HTTPException 400 when it is none."""
    try:
        content = json.loads(await body_of(request))
    except (ValueError, RecursionError):
        content = None
    if not isinstance(content, dict):
        raise HTTPException(400, '请求正文应是JSON对象，例如{"text": "/help"}。')
    return content
