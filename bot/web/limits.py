"""How often one client may ask: a bucket of tokens per client and sort of request, in memory, bounded in size."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rate:
    """`burst` requests at once, then `each_second` more as time passes."""

    burst: int
    each_second: float


PAGES = Rate(burst=300, each_second=30)
QUESTIONS = Rate(burst=200, each_second=20)
DRAWINGS = Rate(burst=12, each_second=0.5)
"""Charts and workbooks cost a hundred times what an answer costs."""

CLIENTS = 10_000
"""Buckets kept; the client that has been quiet the longest is forgotten first, its bucket being full again."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


@dataclass(slots=True)
class Limiter:
    """Counts requests. `clock` gives seconds that never run backwards."""

    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[tuple[str, Rate], _Bucket] = field(default_factory=OrderedDict, init=False)

    def wait(self, client: str, rate: Rate, cost: int = 1) -> int:
        """0 when this request may pass (and counts as `cost`), else the whole seconds after which the next one may.

        A request may cost more than there is left, so that none is refused for ever; those after it wait for that.
        """
        now = self.clock()
        key = (network_of(client), rate)
        bucket = self._buckets.setdefault(key, _Bucket(rate.burst, now))
        self._buckets.move_to_end(key)
        while len(self._buckets) > CLIENTS:
            self._buckets.popitem(last=False)
        bucket.tokens = min(rate.burst, bucket.tokens + (now - bucket.at) * rate.each_second)
        bucket.at = now
        if bucket.tokens < 1:
            return math.ceil((1 - bucket.tokens) / rate.each_second)
        bucket.tokens -= cost
        return 0


def network_of(client: str) -> str:
    """What counts as one client: an IPv4 address, or the /64 network that an IPv6 subscriber is given."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, 64), strict=False))
