"""How uvicorn serves the app."""

from __future__ import annotations

import uvicorn
from starlette.applications import Starlette

from bot.config import Settings

LONGEST_HEAD = 512 * 1024
"""Bytes of a request's head: a conversation of 40,000 characters takes 360 KB in an address."""


def config(app: Starlette, settings: Settings) -> uvicorn.Config:
    """The server's configuration; it logs through the program's own loggers and writes no access log."""
    return uvicorn.Config(
        app,
        host=settings.web_host,
        port=settings.web_port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        h11_max_incomplete_event_size=LONGEST_HEAD,
        limit_concurrency=400,
        timeout_graceful_shutdown=5,
    )
