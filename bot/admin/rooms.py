"""What the admins' rooms share: who asks, and the stores and workers that they go through."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.admin.proposals import Proposals
from bot.admin.publishing import Publisher
from bot.admin.recent import Recent
from bot.errors import UserError
from bot.store.administration import AdminStore, Pending
from bot.store.facts import FactStore
from bot.store.outbox import OutboxStore
from bot.store.subscriptions import SubscriptionStore
from bot.store.watching import WatchStore


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks for something, and what tells this order from all others."""

    user: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the office works with."""

    store: AdminStore
    facts: FactStore
    outbox: OutboxStore
    subscriptions: SubscriptionStore
    watched: WatchStore
    publisher: Publisher
    proposals: Proposals
    recent: Recent
    state_dir: Path

    async def waiting(self, number: int, kind: str = "") -> Pending:
        """What waits under a number. Raises UserError when nothing does, or nothing of that kind."""
        pending = await self.store.pending(number)
        if pending is None:  # what was settled is forgotten in time
            raise UserError("没有这一条，或者早就处理过了", "/proposals")
        if not pending.waiting:
            raise UserError("这一条已经处理过了", "/audit")
        if kind and pending.kind != kind:
            raise UserError("这一条不能这样处理", "/status")
        return pending
