"""Whether the service lives, whether it can answer, and its counters."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Callable
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from bot.config import Settings
from bot.store.facts import Catalogue, FactStore
from bot.store.trouble import trouble_of
from bot.web.metrics import Metrics

_log = logging.getLogger(__name__)

SECONDS = 3.0
"""How long the database may take before it counts as not ready."""

TelegramState = Callable[[], str]
"""How Telegram is: "off" without a token, "ok" while updates flow, else a few words about what is wrong."""


def telegram_is_off() -> str:
    """The state of a service that was given no token."""
    return "off"


@dataclass(frozen=True, slots=True)
class Health:
    """The three addresses that machines watch."""

    settings: Settings
    store: FactStore
    metrics: Metrics
    telegram: TelegramState = telegram_is_off

    async def alive(self, _: Request) -> Response:
        """GET /healthz: this process answers."""
        return JSONResponse({"status": "ok"})

    async def ready(self, _: Request) -> Response:
        """GET /readyz: questions can be answered from at least one report, and Telegram is off or well."""
        catalogue = await self._catalogue()
        telegram = self.telegram()
        checks = {
            "database": "ok" if catalogue else "failed",
            "reports": len(catalogue.reports) if catalogue else 0,
            "telegram": telegram,
        }
        well = bool(catalogue and catalogue.reports) and telegram in {"off", "ok"}
        return JSONResponse({"status": "ok" if well else "unavailable", **checks}, 200 if well else 503)

    async def measured(self, request: Request) -> Response:
        """GET /metrics: open to this machine's own network until the service has a public address."""
        self._check_token(request)
        catalogue = await self._catalogue()
        gauges = {
            "reports": float(len(catalogue.reports)) if catalogue else 0.0,
            "facts": float(sum(sum(topics.values()) for topics in catalogue.topics.values())) if catalogue else 0.0,
            "telegram_well": float(self.telegram() in {"off", "ok"}),
        }
        return PlainTextResponse(self.metrics.text(gauges), media_type="text/plain; version=0.0.4")

    def _check_token(self, request: Request) -> None:
        token = self.settings.metrics_token.get_secret_value()
        if not token:
            if self.settings.public_url:
                raise HTTPException(403, "设了PUBLIC_URL之后，要设METRICS_TOKEN才能看指标。")
            return
        scheme, _, given = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
            raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})

    async def _catalogue(self) -> Catalogue | None:
        """What the database holds; None when it cannot be read in time."""
        try:
            return await asyncio.wait_for(self.store.catalogue(), SECONDS)
        except Exception as error:  # whatever is wrong with the database, the answer is the same
            _log.warning("the database cannot be read: %s", trouble_of(error) or repr(error))
            return None
