"""The HTTP face of the Bot API on a free loopback port, with a journal of calls and faults on demand."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import BodyPartReader, web

from tests.telegram.server import messages, service
from tests.telegram.server.errors import ApiError, flood
from tests.telegram.server.registry import METHODS, Blob, call
from tests.telegram.server.world import World, unauthorized

# Importing the modules registers their methods.
assert {messages.__name__, service.__name__} <= {function.__module__ for function in METHODS.values()}

LOOK_EVERY_SECONDS = 0.05


@dataclass(frozen=True)
class Call:
    """One call that reached the server: what came in, what went out, and when (monotonic seconds)."""

    method: str
    given: dict[str, str]
    status: int
    result: Any
    at: float

    def json(self, key: str) -> Any:
        """A parameter that is JSON, read."""
        return json.loads(self.given[key])


@dataclass
class Fault:
    """Trouble for the next `times` calls whose method matches (and chat, when one is named), `after` so many good ones.

    `retry_after`: a 429; `status`: that HTTP status with no JSON; `drop`: "before" breaks the connection before the
    call is carried out, "after" does it after; `delay`: seconds to wait first; `refuse`: that ApiError.
    """

    method: str
    times: int = 1
    after: int = 0
    chat: int = 0
    retry_after: int = 0
    status: int = 0
    drop: str = ""
    delay: float = 0
    refuse: ApiError | None = None

    def meets(self, name: str, given: dict[str, str]) -> bool:
        """Whether this fault is for that call."""
        here = not self.chat or given.get("chat_id") == str(self.chat)
        if self.times <= 0 or not here or not re.fullmatch(self.method, name, re.IGNORECASE):
            return False
        self.after -= 1
        return self.after < 0


@dataclass
class Server:
    """A running Bot API server."""

    world: World
    url: str = ""
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    running: int = 0
    most_running: int = 0
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)

    def of(self, method: str) -> list[Call]:
        """The calls of one method so far."""
        return [call for call in self.calls if call.method.lower() == method.lower()]

    async def until(self, holds: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something holds, looking after every call and now and then. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self._news:
            while not holds():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), LOOK_EVERY_SECONDS)

    def forget(self, update_id: int) -> None:
        """Strike an update that is wrong on purpose from the record that is judged in the end."""
        self.world.feed.sent = [update for update in self.world.feed.sent if update["update_id"] != update_id]
        for batch in (past.result for past in self.of("getUpdates") if past.status == 200):
            batch[:] = [update for update in batch if update["update_id"] != update_id]

    async def tell(self) -> None:
        """Let those who wait look again."""
        async with self._news:
            self._news.notify_all()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """POST or GET /bot<token>/<method>."""
        given, uploads = await _parameters(request)
        name = request.match_info["method"]
        fault = next((fault for fault in self.faults if fault.meets(name, given)), None)
        if request.match_info["token"] != self.world.token:
            return _answer(unauthorized())
        busy = name.lower() != "getupdates"
        self.running += busy
        self.most_running = max(self.most_running, self.running)
        try:
            return await self._carry_out(request, name, given, uploads, fault)
        finally:
            self.running -= busy
            await self.tell()

    async def _carry_out(
        self, request: web.Request, name: str, given: dict[str, str], uploads: dict[str, Blob], fault: Fault | None
    ) -> web.StreamResponse:
        if fault:
            fault.times -= 1
            await asyncio.sleep(fault.delay)
            if fault.drop == "before":
                return _break(request)
            if fault.status:
                return web.Response(status=fault.status, text="<html>trouble</html>", content_type="text/html")
        try:
            if fault and (refusal := flood(fault.retry_after) if fault.retry_after else fault.refuse):
                raise refusal
            result = await call(self.world, name, given, uploads)
        except ApiError as error:
            self.calls.append(Call(name, given, error.code, error.description, time.monotonic()))
            return _answer(error)
        self.calls.append(Call(name, given, 200, _copy(result), time.monotonic()))
        if fault and fault.drop == "after":
            return _break(request)
        return web.json_response({"ok": True, "result": result})

    async def download(self, request: web.Request) -> web.Response:
        """GET /file/bot<token>/<path>."""
        content = self.world.files.get(request.match_info["path"].rpartition("/")[2])
        if request.match_info["token"] != self.world.token or content is None:
            return _answer(ApiError(404, "Not Found"))
        return web.Response(body=content)


def _copy(result: Any) -> Any:
    return json.loads(json.dumps(result))


def _answer(error: ApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)


def _break(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def _parameters(request: web.Request) -> tuple[dict[str, str], dict[str, Blob]]:
    given = dict(request.query)
    uploads: dict[str, Blob] = {}
    if request.content_type == "application/json":
        body = await request.json()
        given |= {key: value if isinstance(value, str) else json.dumps(value) for key, value in body.items()}
    elif request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            assert isinstance(part, BodyPartReader)
            assert part.name
            content = bytes(await part.read(decode=True))
            if part.filename is None:
                given[part.name] = content.decode()
            else:
                uploads[part.name] = Blob(name=part.filename, content=content)
    elif request.can_read_body:
        given |= {key: str(value) for key, value in (await request.post()).items()}
    # An upload that another parameter points to is no parameter itself.
    named = {value.removeprefix("attach://") for value in given.values() if value.startswith("attach://")}
    return given, _Uploads(uploads, named)


class _Uploads(dict[str, Blob]):
    """Uploads by name; only those that no `attach://` names count as parameters."""

    def __init__(self, uploads: dict[str, Blob], attached: set[str]) -> None:
        super().__init__({name: blob for name, blob in uploads.items() if name not in attached})
        self._attached = {name: blob for name, blob in uploads.items() if name in attached}

    def __missing__(self, name: str) -> Blob:
        return self._attached[name]


@asynccontextmanager
async def serve(world: World, port: int = 0) -> AsyncIterator[Server]:
    """A Bot API server for one bot on 127.0.0.1, stopped at the end."""
    server = Server(world)
    app = web.Application(client_max_size=64 * 2**20)
    app.router.add_route("*", "/bot{token}/{method}", server.handle)
    app.router.add_get("/file/bot{token}/{path:.+}", server.download)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
