"""Updates come in at least once: each is on disk before Telegram is told that it arrived.

The next getUpdates confirms the batch before it, and PTB sends that at once, so whatever is in memory only would be
lost with the process. Here a batch is written to the state database before PTB sees it. An update counts as handled
when its answer was sent; what a killed process left unhandled is taken up at the next start, before anything new. An
update that comes twice is recognised by its id (ids are no order: after a quiet week the next one is random).

An update that PTB cannot read would make it fetch the same batch for ever; it is logged and replaced by an empty one.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram._utils.types import ODVInput
from telegram.ext import Application
from telegram.request import BaseRequest, HTTPXRequest, RequestData

from bot.store.chats import ChatStore
from handlers.order import ChatOrder
from handlers.pulse import Pulse

_log = logging.getLogger(__name__)

TRIES = 20
"""An update that was being handled when the process died so many times is given up: it may be what kills it."""

Raw = dict[str, Any]


class Intake:
    """The door for updates, however they come: polling, webhook, or left over from an earlier run."""

    def __init__(self, store: ChatStore, order: ChatOrder, pulse: Pulse) -> None:
        self._store = store
        self._order = order
        self.pulse = pulse

    async def admit(self, updates: Sequence[Raw]) -> list[Raw]:
        """Write updates to disk; returns them with those that were seen before, or cannot be read, emptied.

        Inline queries pass as they are: they are worth nothing a moment later, and answering one twice does no harm.
        """
        good = [update for update in updates if _parses(update)]
        lasting = [update for update in good if "inline_query" not in update]
        wanted = {update["update_id"] for update in good if "inline_query" in update}
        if lasting:
            bodies = [
                (update["update_id"], json.dumps(update, ensure_ascii=False, sort_keys=True)) for update in lasting
            ]
            wanted |= await self._store.take_in(bodies)
        return [update if update["update_id"] in wanted else {"update_id": update["update_id"]} for update in updates]

    async def receive(self, application: Application[Any, Any, Any, Any, Any, Any], update: Raw) -> None:
        """Take one update from a webhook: once this returns, Telegram may be told that it arrived."""
        if not isinstance(update.get("update_id"), int):
            _log.error("a webhook call that is no update is left out")
            return
        for admitted in await self.admit([update]):
            await application.update_queue.put(Update.de_json(admitted, application.bot))

    async def resume(self, application: Application[Any, Any, Any, Any, Any, Any]) -> int:
        """Queue what an earlier run left unhandled; returns how many updates that are."""
        resumed = 0
        for waiting in await self._store.unhandled():
            if waiting.tries > TRIES:
                _log.error("update %s is given up: it was not finished in %s runs", waiting.update_id, TRIES)
                await self._store.handled(waiting.update_id)
                continue
            self._order.count_tries(waiting.update_id)
            await application.update_queue.put(Update.de_json(json.loads(waiting.body), application.bot))
            resumed += 1
        return resumed


def _parses(update: Raw) -> bool:
    try:
        Update.de_json(update, None)
    except Exception:  # whatever PTB stumbles over, the other updates must get through
        _log.exception("update %s cannot be read and is left out", update.get("update_id"))
        return False
    return True


class PollingRequest(HTTPXRequest):
    """The request object for getUpdates: hands on only what is safely on disk."""

    __slots__ = ("_intake",)

    def __init__(self, intake: Intake, **options: Any) -> None:
        super().__init__(**options)
        self._intake = intake

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """As HTTPXRequest does it, with the updates of a good answer admitted."""
        code, payload = await super().do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code != 200 or not url.endswith("/getUpdates"):
            return code, payload
        self._intake.pulse.beat()
        body = self.parse_json_payload(payload)
        if body.get("result"):
            body["result"] = await self._intake.admit(body["result"])
            payload = json.dumps(body).encode()
        return code, payload
