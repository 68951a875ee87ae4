"""The outermost layer of the app: who may ask how often, under which host name, and what every response carries."""

from __future__ import annotations

import ipaddress
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.config import Settings
from bot.web.bodies import LARGEST
from bot.web.errors import problem, unexpected
from bot.web.limits import DRAWINGS, PAGES, QUESTIONS, Limiter, Rate
from bot.web.metrics import Metrics

_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_RATES: Mapping[str, Rate | None] = {
    "": QUESTIONS,
    "api": QUESTIONS,
    "chart.png": DRAWINGS,
    "workbook.xlsx": DRAWINGS,
    # Telegram's calls carry a secret; probes and files cost next to nothing.
    "telegram": None,
    "static": None,
    "healthz": None,
    "readyz": None,
}
_CHEAP = 4096
"""Bytes of address and body that one token pays for."""

_HOST = re.compile(r"(?:[A-Za-z0-9_.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")


def allowed_hosts(settings: Settings) -> frozenset[str]:
    """The names that clients may use; empty: any, since nothing says what the office calls this machine."""
    if not settings.public_url:
        return frozenset()
    addresses = (settings.public_url, settings.webhook_url)
    return frozenset({urlsplit(address).hostname or "" for address in addresses} - {""} | {"localhost"})


def host_is_welcome(host: str, allowed: frozenset[str]) -> bool:
    """Whether a Host header names this service: an allowed name or, for probes inside a network, any IP address."""
    name = urlsplit(f"//{host}").hostname or ""
    if not allowed or name.lower() in allowed:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@dataclass(slots=True)
class Guard:
    """Wraps the app. Nothing gets past it without a proper host, a token from the limiter and the security headers."""

    app: ASGIApp
    hosts: frozenset[str]
    https: bool
    metrics: Metrics
    limiter: Limiter = field(default_factory=Limiter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request. An exception that the app did not handle becomes an error page with an id for the log."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = time.monotonic()
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._add_headers(scope, MutableHeaders(scope=message))
            await send(message)

        try:
            refusal = self._refusal(scope)
            await (refusal or self.app)(scope, receive, send_with_headers)
        except Exception as error:
            if status:
                raise
            await unexpected(scope["path"], error)(scope, receive, send_with_headers)
        finally:
            self.metrics.count(scope["method"], _route(scope), status, time.monotonic() - begun)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why this request is not served at all, if there is a reason."""
        path: str = scope["path"]
        host = Headers(scope=scope).get("host", "")
        if not _HOST.fullmatch(host):
            return problem(path, 400)
        if not host_is_welcome(host, self.hosts):
            return problem(path, 421)
        rate = _RATES.get(path.split("/")[1] if "/" in path else "", PAGES)
        client = scope["client"][0] if scope.get("client") else ""
        if rate and (seconds := self.limiter.wait(client, rate, _cost(scope))):
            return problem(path, 429, headers={"Retry-After": str(seconds)})
        return None

    def _add_headers(self, scope: Scope, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        # The address of a static file holds its hash; everything else may change with the next load.
        versioned = scope["path"].startswith("/static/") and scope["query_string"].startswith(b"v=")
        headers.setdefault("cache-control", "public, max-age=31536000, immutable" if versioned else "no-cache")
        if self.https:
            headers.setdefault("strict-transport-security", "max-age=31536000")


def _cost(scope: Scope) -> int:
    """What a request counts: long questions take longer to understand, and come in long addresses or bodies."""
    announced = Headers(scope=scope).get("content-length", "")
    length = int(announced[:9]) if announced.isascii() and announced.isdigit() else 0
    return 1 + (len(scope["query_string"]) + min(length, LARGEST)) // _CHEAP


def _route(scope: Scope) -> str:
    """The route's pattern, so that metrics do not grow with what people type."""
    return str(getattr(scope.get("route"), "path", "other"))
