"""How uvicorn serves the app."""

from __future__ import annotations

import re

import h11
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.config import Settings

LONGEST_HEAD = 512 * 1024
"""Bytes of a request's head: a conversation of 40,000 characters takes 360 KB in an address."""

_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


class LenientProtocol(H11Protocol):
    """HTTP/1.1 that takes an address with Chinese characters as people type it after curl, not percent-encoded."""

    def data_received(self, data: bytes) -> None:
        """Encode what is beyond ASCII in a request line, wherever the network cut it; pass on the rest as it is."""
        # A client may send its next request before the last one is answered: then the state is DONE.
        if self.conn.their_state in {h11.IDLE, h11.DONE} and b"\n" not in self.conn.trailing_data[0]:
            line, newline, rest = data.partition(b"\n")
            data = _BEYOND_ASCII.sub(lambda byte: b"%%%02X" % byte[0][0], line) + newline + rest
        super().data_received(data)


def config(app: Starlette, settings: Settings) -> uvicorn.Config:
    """The server's configuration; it logs through the program's own loggers and writes no access log."""
    return uvicorn.Config(
        app,
        host=settings.web_host,
        port=settings.web_port,
        http=LenientProtocol,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        h11_max_incomplete_event_size=LONGEST_HEAD,
        limit_concurrency=400,
        timeout_graceful_shutdown=5,
    )
