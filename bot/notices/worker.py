"""The one worker that empties the outbox: one message at a time, marked sent after the channel accepted it.

One at a time, so that a killed process leaves at most one message of which nobody knows whether it arrived; that one is
sent again. What holds a chat back (asked to wait, no answer, not let in) holds all that waits for it, so nothing
overtakes within a chat, and is kept in the state, so that a restart does not forget it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from bot.notices.alerts import Alerts
from bot.notices.limiter import Limiter, Rates
from bot.notices.sender import Accepted, BadMarkup, Later, Moved, Outcome, Parcel, Rejected, Sender, Shut, Unknown
from bot.notices.timing import after_quiet
from bot.store.outbox import Item, OutboxStore
from bot.store.subscriptions import Cadence, Delivery, SubscriptionStore

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """A message written out as Telegram HTML; `items` are those that it covers."""

    html: str
    items: tuple[Item, ...]


class Writer(Protocol):
    """Puts rows of the outbox into words."""

    async def write(self, items: Sequence[Item]) -> Letter | None:
        """One message about the first items or all of them; None when there is nothing to say of the first one now."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait (seconds), how often to try. The last wait of a row is used for all further tries."""

    shut: tuple[float, ...] = (600.0, 3600.0, 6 * 3600.0, 24 * 3600.0)
    unknown: tuple[float, ...] = (5.0, 15.0, 60.0, 300.0)
    rejected: tuple[float, ...] = (60.0, 600.0, 3600.0)
    missing: tuple[float, ...] = (3600.0,) * 24
    in_a_row: int = 3
    """So many failures in a row are no matter of single chats any more: everything pauses."""
    pause: tuple[float, ...] = (2.0, 10.0, 60.0)


MERGED_FROM = 4
"""So many reports that are due for a chat at once come in one message."""

AT_ONCE = 500
"""Chats that one round looks at."""

IDLE_SECONDS = 15.0
"""The longest time without looking into the outbox."""


class Worker:
    """Sends what is due. `alerts` hear of trouble that is ours."""

    def __init__(
        self,
        outbox: OutboxStore,
        subscriptions: SubscriptionStore,
        sender: Sender,
        writer: Writer,
        *,
        alerts: Alerts,
        rates: Rates | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._outbox = outbox
        self._subscriptions = subscriptions
        self._sender = sender
        self._writer = writer
        self._alerts = alerts
        self._limiter = Limiter(rates or Rates())
        self._patience = patience or Patience()
        self._failures = 0
        self._pauses = 0
        self._accepted: tuple[Item, ...] = ()

    async def run(self) -> None:
        """Send what is due for as long as the task lives."""
        while True:
            self._outbox.news.clear()
            try:
                wait = await self.round()
            except Exception as error:  # a defect in one round must not end all notices
                await self._alerts.trouble("通知没能发出，会再试", error)
                wait = IDLE_SECONDS
            if wait:
                # Not wait_for: in Python 3.11 it may swallow a cancellation that comes with the news.
                with suppress(TimeoutError):
                    async with asyncio.timeout(wait):
                        await self._outbox.news.wait()

    async def round(self) -> float:
        """Send one message to each chat that one is due for; returns for how many seconds there is nothing to do."""
        # On a full disk nothing can be marked sent, and what is not marked would go out again each time.
        if self._accepted:
            await self._mark(self._accepted)
        # One moment for both questions: what falls due between two would be in neither answer.
        now = time.time()
        chats = await self._outbox.heads(now, AT_ONCE)
        waits = []
        for chat_id in chats:
            if wait := self._limiter.wait(chat_id):
                waits.append(wait)
                continue
            await asyncio.sleep(self._limiter.overall())
            await self._serve(chat_id)
        if len(waits) < len(chats):
            return 0.0
        due = await self._outbox.next_due(now)
        waits += [IDLE_SECONDS] if due is None else [max(0.01, due - time.time())]
        return min([*waits, IDLE_SECONDS])

    async def _serve(self, chat_id: int) -> None:
        now = time.time()
        items = await self._outbox.due(chat_id, now)
        if not items:
            return
        thread = items[0].thread
        delivery = await self._subscriptions.delivery(chat_id, thread)
        free = after_quiet(delivery, now)
        if free > now:
            await self._outbox.postpone([item for item in items if item.thread == thread], free)
            return
        batch = together(items, delivery)
        letter = await self._writer.write(batch)
        if letter is None:
            await self._miss(batch[0])
            return
        parcel = Parcel(chat_id=chat_id, thread=thread, text=letter.html, silent=delivery.silent)
        self._limiter.count(chat_id)
        outcome = await self._sender.send(parcel)
        if isinstance(outcome, BadMarkup):
            await self._alerts.tell(f"一条通知的格式 Telegram 不认，已改发纯文字：{outcome.reason}")
            outcome = await self._send_plain(parcel)
        await self._settle(chat_id, letter.items, outcome)

    async def _send_plain(self, parcel: Parcel) -> Outcome:
        await asyncio.sleep(max(self._limiter.overall(), self._limiter.wait(parcel.chat_id)))
        self._limiter.count(parcel.chat_id)
        return await self._sender.send(replace(parcel, plain=True))

    async def _settle(self, chat_id: int, items: Sequence[Item], outcome: Outcome) -> None:
        """Write down what became of a message."""
        now = time.time()
        match outcome:
            case Accepted():
                self._failures = self._pauses = 0
                await self._mark(items)
            case Moved(new) if new != chat_id:
                _log.info("a group has another id now")
                await self._outbox.move(chat_id, new)
            case Later(seconds):
                await self._outbox.hold(chat_id, now + seconds)
                await self._fail(f"asked to wait {seconds:.0f} s", seconds)
            case Unknown(reason):
                wait = _nth(self._patience.unknown, items[0].tries)
                await self._outbox.hold(chat_id, now + wait, items)
                await self._fail(reason)
            case Shut() | Moved():
                await self._shut_out(chat_id, outcome)
            case Rejected(reason) | BadMarkup(reason):
                await self._reject(chat_id, items, reason)

    async def _mark(self, items: Sequence[Item]) -> None:
        """Write down that these were accepted; until that has worked nothing else is sent."""
        self._accepted = tuple(items)
        await self._outbox.sent(items)
        self._accepted = ()

    async def _fail(self, reason: str, seconds: float = 0.0) -> None:
        """Several failures in a row pause everything, longer each time."""
        self._failures += 1
        if self._failures < self._patience.in_a_row:
            return
        pause = max(seconds, _nth(self._patience.pause, self._pauses))
        self._failures, self._pauses = 0, self._pauses + 1
        _log.warning("notices pause for %.0f s: %s", pause, reason)
        await asyncio.sleep(pause)

    async def _shut_out(self, chat_id: int, outcome: Shut | Moved) -> None:
        refusals = await self._outbox.refused(chat_id)
        if refusals > len(self._patience.shut):
            _log.info("a chat is told nothing more, having refused %s times", refusals)
            await self._outbox.end(chat_id)
        else:
            await self._outbox.hold(chat_id, time.time() + _nth(self._patience.shut, refusals - 1))

    async def _reject(self, chat_id: int, items: Sequence[Item], reason: str) -> None:
        if items[0].tries >= len(self._patience.rejected):
            await self._alerts.tell(f"有一条通知发不出去，已放弃：{reason}")
            await self._outbox.drop(items)
        else:
            await self._outbox.hold(chat_id, time.time() + _nth(self._patience.rejected, items[0].tries), items)

    async def _miss(self, item: Item) -> None:
        """Its report is not there: retracted for good, or gone until a broken load is put right."""
        if item.tries >= len(self._patience.missing):
            await self._outbox.drop([item])
        else:
            await self._outbox.postpone([item], time.time() + _nth(self._patience.missing, item.tries))


def together(items: Sequence[Item], delivery: Delivery) -> list[Item]:
    """The first items that go into one message: a digest's, or many that are due at once; else the first alone."""
    first = items[0]
    if first.kind == "bulletin":
        return [first]
    batch = []
    for item in items:
        if item.thread != first.thread:
            continue
        if item.kind != first.kind:
            break
        batch.append(item)
    return batch if delivery.cadence is not Cadence.ONCE or len(batch) >= MERGED_FROM else [first]


def _nth(waits: Sequence[float], number: int) -> float:
    return waits[min(number, len(waits) - 1)]
