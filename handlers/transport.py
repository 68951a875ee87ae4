"""How the Bot API server is reached: through aiohttp, which stays fast with many requests at once, or a proxy."""

from __future__ import annotations

import ssl
from functools import cache
from typing import Any

import httpx
from httpx_aiohttp import AiohttpTransport
from telegram.request import HTTPXRequest

from bot.config import Settings

CONNECTIONS = 64
READ_SECONDS = 20.0
CONNECT_SECONDS = 10.0


@cache
def trusted() -> ssl.SSLContext:
    """The certificates to trust, read once: that takes a tenth of a second."""
    return httpx.create_ssl_context()


def request_options(settings: Settings) -> dict[str, Any]:
    """Keyword arguments of HTTPXRequest for sending; only PROXY_URL decides whether there is a proxy."""
    options: dict[str, Any] = {
        "connection_pool_size": CONNECTIONS,
        "read_timeout": READ_SECONDS,
        "write_timeout": READ_SECONDS,
        "connect_timeout": CONNECT_SECONDS,
        "pool_timeout": READ_SECONDS,
    }
    if settings.proxy_url:
        return options | {"proxy": settings.proxy_url}
    limits = httpx.Limits(max_connections=CONNECTIONS)
    return options | {"httpx_kwargs": {"transport": AiohttpTransport(verify=trusted(), limits=limits)}}


def sending_request(settings: Settings) -> HTTPXRequest:
    """The request object for everything but getUpdates."""
    return HTTPXRequest(**request_options(settings))
