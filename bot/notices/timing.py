"""When a notice may go out: at once or gathered for an hour of the day, never in quiet hours; all in Beijing time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from bot.store.subscriptions import Cadence, Delivery

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""No summer time since 1991, so a fixed offset is right and needs no zone files on the machine."""


def due_at(delivery: Delivery, now: float) -> int:
    """When a notice that comes up now may go out, in Unix seconds."""
    if delivery.cadence is Cadence.ONCE:
        return int(after_quiet(delivery, now))
    return int(after_quiet(delivery, _next_digest(delivery, _local(now)).timestamp()))


def after_quiet(delivery: Delivery, now: float) -> float:
    """The first moment from now on that is in no quiet hour, in Unix seconds."""
    if not is_quiet(delivery, now):
        return now
    local = _local(now)
    end = local.replace(hour=delivery.quiet_to, minute=0, second=0, microsecond=0)
    return (end if end > local else end + timedelta(days=1)).timestamp()


def is_quiet(delivery: Delivery, now: float) -> bool:
    """Whether the chat wants to hear nothing now; a span may pass midnight (22 to 7)."""
    start, end, hour = delivery.quiet_from, delivery.quiet_to, _local(now).hour
    return start <= hour < end if start <= end else hour >= start or hour < end


def _next_digest(delivery: Delivery, local: datetime) -> datetime:
    """The next digest hour after a moment; weekly ones on their weekday."""
    digest = local.replace(hour=delivery.hour, minute=0, second=0, microsecond=0)
    if digest <= local:
        digest += timedelta(days=1)
    if delivery.cadence is Cadence.WEEKLY:
        digest += timedelta(days=(delivery.weekday - digest.weekday()) % 7)
    return digest


def _local(now: float) -> datetime:
    return datetime.fromtimestamp(now, UTC).astimezone(SHANGHAI)
