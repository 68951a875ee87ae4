"""A bureau's site on this machine that answers as a test tells it, down to the bytes, and remembers what was asked."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("bureau.pem")
"""For the host bureau.example; signed by itself, and made for these tests alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: its path with the query, and its headers by their names in lower case."""

    path: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site sends back; `slow` waits so many seconds before each kilobyte."""

    content: str | bytes = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    slow: float = 0.0


@dataclass
class Site:
    """Paths with their answers; whatever has none is not there."""

    port: int = 0
    answers: dict[str, Answer | Callable[[Asked], Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def host(self) -> str:
        """The host as watch.toml lists it."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, but for robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one connection's one request."""
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self._answer(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.at_once -= 1
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").strip().split("\r\n")
        headers = dict(line.split(": ", 1) for line in rest)
        asked = Asked(first.split()[1], {name.lower(): value for name, value in headers.items()})
        self.asked.append(asked)
        found = self.answers.get(asked.path, Answer("nothing here", 404))
        answer = found(asked) if callable(found) else found
        content = answer.content.encode() if isinstance(answer.content, str) else answer.content
        told = {"Content-Type": "text/html; charset=utf-8", "Connection": "close", **answer.headers}
        writer.write(f"HTTP/1.1 {answer.status} X\r\n".encode())
        writer.write("".join(f"{name}: {value}\r\n" for name, value in told.items()).encode() + b"\r\n")
        for at in range(0, len(content), 1024):
            await asyncio.sleep(answer.slow)
            writer.write(content[at : at + 1024])
            await writer.drain()


@asynccontextmanager
async def site(*, secure: bool = False) -> AsyncIterator[Site]:
    """A site as long as the block runs."""
    served = Site()
    context = None
    if secure:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0, ssl=context)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()
        await server.wait_closed()
