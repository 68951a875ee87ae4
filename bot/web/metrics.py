"""Counters in the text format that Prometheus reads; labels are routes and statuses, never what somebody asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Upper bounds of the histogram's buckets."""

_METHODS = frozenset({"GET", "HEAD", "POST"})


@dataclass(slots=True)
class _Histogram:
    buckets: list[int] = field(default_factory=lambda: [0] * len(SECONDS))
    total: float = 0.0
    number: int = 0


@dataclass(slots=True)
class Metrics:
    """What this process has served since it started."""

    _requests: Counter[tuple[str, str, int]] = field(default_factory=Counter, init=False)
    _took: defaultdict[str, _Histogram] = field(default_factory=lambda: defaultdict(_Histogram), init=False)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note one finished request; status 0 is a client that went away before it was answered."""
        self._requests[method if method in _METHODS else "other", route, status] += 1
        histogram = self._took[route]
        histogram.total += seconds
        histogram.number += 1
        for at, bound in enumerate(SECONDS):
            histogram.buckets[at] += seconds <= bound

    def text(self, gauges: Mapping[str, float]) -> str:
        """Everything counted, and the gauges given (name without prefix to value)."""
        lines = ["# TYPE fazhi_requests_total counter"]
        for (method, route, status), number in sorted(self._requests.items()):
            lines.append(f'fazhi_requests_total{{method="{method}",route="{route}",status="{status}"}} {number}')
        lines.append("# TYPE fazhi_request_seconds histogram")
        for route, histogram in sorted(self._took.items()):
            for bound, number in zip(SECONDS, histogram.buckets, strict=True):
                lines.append(f'fazhi_request_seconds_bucket{{route="{route}",le="{bound:g}"}} {number}')
            lines.append(f'fazhi_request_seconds_bucket{{route="{route}",le="+Inf"}} {histogram.number}')
            lines.append(f'fazhi_request_seconds_sum{{route="{route}"}} {histogram.total:.6f}')
            lines.append(f'fazhi_request_seconds_count{{route="{route}"}} {histogram.number}')
        for name, value in gauges.items():
            lines += [f"# TYPE fazhi_{name} gauge", f"fazhi_{name} {value:g}"]
        return "\n".join(lines) + "\n"
