"""Fetching one page from somebody else's site: politely, within limits of size and time, and from nowhere else.

One request at a time, with a pause between two to the same host; redirects are followed by hand, since each step is
held against the rules anew. The connection goes to the very address that was checked, under the host's own name.
"""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import httpx

from bot.errors import FetchError
from bot.watching.addresses import Lookup, Rules, lookup, port_of
from bot.watching.robots import EVERYTHING, MOST_CHARACTERS, NOTHING, Robots

AGENT = "fazhi"
"""Our name in a robots.txt."""

MOST_REDIRECTS = 5
ROBOTS_SECONDS = 86_400.0
"""How long a robots.txt is believed."""

LONGEST_WAIT = 60.0
"""The longest pause between two requests to a host that is sat out; where a site wants more, its turn comes later."""

_REDIRECTS = {301, 302, 303, 307, 308}
_LATER = {408, 425, 429}


@dataclass(frozen=True, slots=True)
class Limits:
    """The most bytes of a page, and the most seconds that one request may take."""

    size: int
    seconds: float


PAGE = Limits(4 * 2**20, 30.0)
REPORT = Limits(32 * 2**20, 120.0)
_ROBOTS = Limits(MOST_CHARACTERS, 20.0)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a site gave: where it came from in the end; `content` is None when it is as it was before (304)."""

    url: str
    content: bytes | None
    kind: str
    etag: str
    modified: str


class Fetcher:
    """Fetches pages one after the other. `contact` is who answers for us, `trust` which certificates to believe."""

    def __init__(
        self,
        rules: Rules,
        contact: str,
        *,
        pause: float = 3.0,
        lookup: Lookup = lookup,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._rules = rules
        self._agent = f"{AGENT}/{version('fazhi')} (+{contact})"
        self._pause = pause
        self._lookup = lookup
        self._trust = trust or ssl.create_default_context()
        self._robots: dict[str, tuple[float, Robots]] = {}
        self._free: dict[str, float] = {}
        self._turn = asyncio.Lock()

    async def get(self, url: str, limits: Limits, *, etag: str = "", modified: str = "") -> Fetched:
        """A page, after redirects; with the marks that came with it last time it may be as it was.

        Raises FetchError.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in conditions.items() if value}
        async with self._turn:
            response, content = await self._follow(self._rules.checked(url), limits, headers, asking_robots=True)
        status = response.status_code
        if status == httpx.codes.NOT_MODIFIED and headers:
            return Fetched(str(response.url), None, "", etag, modified)
        if status != httpx.codes.OK:
            later = status in _LATER or status >= 500
            raise FetchError(url, f"网站答复 {status}", final=not later, after=_seconds(response))
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        marks = (response.headers.get("etag", ""), response.headers.get("last-modified", ""))
        return Fetched(str(response.url), content, kind, *marks)

    async def _follow(
        self, url: httpx.URL, limits: Limits, headers: Mapping[str, str], *, asking_robots: bool
    ) -> tuple[httpx.Response, bytes]:
        """The first response that is no redirect, its `url` the address that it came from."""
        for _ in range(MOST_REDIRECTS + 1):
            pause = self._pause
            if asking_robots:
                robots = await self._robots_of(url)
                if not robots.allows(url.raw_path.decode("ascii")):
                    raise FetchError(str(url), "网站的 robots.txt 不让取")
                pause = max(pause, robots.delay)
            await self._wait(url, pause)
            response, content = await self._request(url, limits, headers)
            if response.status_code not in _REDIRECTS:
                return response, content
            url = self._rules.checked(url.join(response.headers.get("location", "")))
        raise FetchError(str(url), "转向太多次")

    async def _robots_of(self, url: httpx.URL) -> Robots:
        """What a site allows us. Raises FetchError, not for good, while the site cannot say."""
        site = f"{url.scheme}://{_host(url)}"
        until, robots = self._robots.get(site, (0.0, EVERYTHING))
        if time.monotonic() < until:
            return robots
        response, content = await self._follow(
            self._rules.checked(f"{site}/robots.txt"), _ROBOTS, {}, asking_robots=False
        )
        status = response.status_code
        if status >= 500 or status in _LATER:
            raise FetchError(
                str(url), f"网站的 robots.txt 暂时取不到（{status}）", final=False, after=_seconds(response)
            )
        if status in (401, 403):
            robots = NOTHING
        elif status == httpx.codes.OK:
            robots = Robots(content.decode("utf-8-sig", errors="replace"), AGENT)
        else:
            robots = EVERYTHING
        self._robots[site] = (time.monotonic() + ROBOTS_SECONDS, robots)
        return robots

    async def _wait(self, url: httpx.URL, pause: float) -> None:
        """Let the host have its pause since the last request."""
        host = _host(url)
        wait = self._free.get(host, 0.0) - time.monotonic()
        if wait > LONGEST_WAIT:
            raise FetchError(str(url), f"网站要求隔 {pause:.0f} 秒再取", final=False, after=wait)
        await asyncio.sleep(max(0.0, wait))
        self._free[host] = time.monotonic() + pause

    async def _request(
        self, url: httpx.URL, limits: Limits, headers: Mapping[str, str]
    ) -> tuple[httpx.Response, bytes]:
        """One request to the first of the host's addresses that takes it."""
        addresses = await self._rules.addresses(url, self._lookup)
        for number, address in enumerate(addresses, 1):
            try:
                async with asyncio.timeout(limits.seconds):
                    return await self._ask(url, address, limits.size, headers)
            except httpx.ConnectError as error:
                if number == len(addresses):
                    raise FetchError(str(url), f"连不上：{error}", final=False) from error
            except TimeoutError as error:
                raise FetchError(str(url), f"{limits.seconds:.0f} 秒内没有取完", final=False) from error
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                raise FetchError(str(url), f"没有取成：{error or type(error).__name__}", final=False) from error
        raise AssertionError("a host without addresses is refused before")

    async def _ask(
        self, url: httpx.URL, address: str, most: int, headers: Mapping[str, str]
    ) -> tuple[httpx.Response, bytes]:
        own = {"Host": _host(url), "User-Agent": self._agent, "Accept-Encoding": "identity", **headers}
        target = url.copy_with(host=address)
        # A client of its own each time: a connection that is kept would serve another host under the same address.
        async with (
            httpx.AsyncClient(verify=self._trust, trust_env=False, timeout=httpx.Timeout(None)) as client,
            client.stream("GET", target, headers=own, extensions={"sni_hostname": url.host}) as response,
        ):
            if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
                raise FetchError(str(url), "网站硬要压缩着发，不收", final=False)
            chunks, size = [], 0
            async for chunk in response.aiter_raw():
                chunks.append(chunk)
                size += len(chunk)
                if size > most:
                    raise FetchError(str(url), f"超过 {most // 2**20 or 1} MB")
            response.request.url = url
            return response, b"".join(chunks)


def _host(url: httpx.URL) -> str:
    """The host as a Host header names it."""
    name = url.raw_host.decode("ascii")
    name = f"[{name}]" if ":" in name else name
    return name if url.port is None else f"{name}:{port_of(url)}"


def _seconds(response: httpx.Response) -> float:
    """How long a site asks us to wait, in seconds or until a date; 0 when it does not say."""
    said = response.headers.get("retry-after", "").strip()
    if said.isdigit():
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return 0.0
