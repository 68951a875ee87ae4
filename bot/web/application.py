"""The Starlette app put together; nothing is opened here."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.config import Settings
from bot.desk import Desk
from bot.errors import UserError
from bot.store.facts import FactStore
from bot.web.api import Interface
from bot.web.bodies import body_of
from bot.web.conversation import Conversations
from bot.web.downloads import Downloads
from bot.web.errors import on_http_exception, on_user_error
from bot.web.freshness import Freshness
from bot.web.guard import Guard, allowed_hosts
from bot.web.health import Health, TelegramState, telegram_is_off
from bot.web.layout import STATIC
from bot.web.metrics import Metrics
from bot.web.outline import Outline
from bot.web.pages import Pages
from bot.words.vocabulary import Vocabulary

Webhook = Callable[[bytes], Awaitable[None]]
"""Takes one update's JSON; returns once the update cannot be lost any more, raises where Telegram should try again."""

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header


def build(
    settings: Settings,
    desk: Desk,
    store: FactStore,
    vocabulary: Vocabulary,
    outline: Outline,
    *,
    webhook: Webhook | None = None,
    telegram: TelegramState = telegram_is_off,
) -> Starlette:
    """The page and the interface. `outline` finds the sections of a report; `webhook` takes Telegram's calls,
    `telegram` says how Telegram is, for /readyz."""
    metrics = Metrics()
    conversations = Conversations(desk, vocabulary)
    pages = Pages(settings, conversations, store, vocabulary, outline)
    routes = [
        *_for_people(pages, Downloads(conversations, settings.data_dir / "fonts")),
        *_for_programs(pages, Interface(conversations, store, vocabulary, settings.public_url)),
        *_for_machines(Health(settings, store, metrics, telegram)),
        Route("/telegram/{path:path}", _webhook(settings, webhook), methods=["POST"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    guard = Middleware(
        Guard, hosts=allowed_hosts(settings), https=settings.public_url.startswith("https:"), metrics=metrics
    )
    handlers = {HTTPException: on_http_exception, UserError: on_user_error}
    packed = Middleware(GZipMiddleware, minimum_size=2048, compresslevel=5)
    layers = [guard, packed, Middleware(Freshness)]
    return Starlette(routes=routes, middleware=layers, exception_handlers=handlers)


def _for_people(pages: Pages, downloads: Downloads) -> list[Route]:
    return [
        Route("/", pages.chat),
        Route("/suggest", pages.suggest),
        Route("/reports/{id}", pages.report),
        Route("/overview", pages.overview),
        Route("/chart.png", downloads.chart),
        Route("/workbook.xlsx", downloads.workbook),
    ]


def _for_programs(pages: Pages, interface: Interface) -> list[Route]:
    return [
        Route("/feed.atom", pages.feed),
        Route("/api", pages.interface),
        Route("/api/ask", interface.ask, methods=["GET", "POST"]),
        Route("/api/facts", interface.facts),
        Route("/api/reports", interface.reports),
        Route("/openapi.json", interface.described),
    ]


def _for_machines(health: Health) -> list[Route]:
    return [
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.measured),
    ]


def _webhook(settings: Settings, webhook: Webhook | None) -> Callable[[Request], Awaitable[Response]]:
    secret = settings.webhook_secret.get_secret_value().encode()

    async def receive(request: Request) -> Response:
        """POST /telegram/{path}: one update, from whoever knows the secret; proxies may change the path on the way."""
        if webhook is None or not secret:
            raise HTTPException(404)
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret):
            raise HTTPException(403)
        await webhook(await body_of(request))
        return Response()

    return receive
