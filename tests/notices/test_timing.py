"""Digest hours and quiet hours are Beijing time, whatever the machine's."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.notices.timing import after_quiet, due_at, is_quiet
from bot.store.subscriptions import Cadence, Delivery


def at(text: str) -> float:
    """Beijing time as Unix seconds."""
    return datetime.fromisoformat(f"{text}+08:00").timestamp()


@pytest.mark.parametrize(
    ("delivery", "now", "due"),
    [
        (Delivery(), "2025-01-06 10:30", "2025-01-06 10:30"),
        (Delivery(cadence=Cadence.DAILY, hour=9), "2025-01-06 08:59", "2025-01-06 09:00"),
        (Delivery(cadence=Cadence.DAILY, hour=9), "2025-01-06 09:00", "2025-01-07 09:00"),
        (Delivery(cadence=Cadence.WEEKLY, hour=9, weekday=0), "2025-01-06 08:00", "2025-01-06 09:00"),
        (Delivery(cadence=Cadence.WEEKLY, hour=9, weekday=0), "2025-01-06 09:30", "2025-01-13 09:00"),
        (Delivery(cadence=Cadence.WEEKLY, hour=0, weekday=4), "2024-12-31 23:59", "2025-01-03 00:00"),
        (Delivery(quiet_from=22, quiet_to=7), "2025-01-06 21:59", "2025-01-06 21:59"),
        (Delivery(quiet_from=22, quiet_to=7), "2025-01-06 22:00", "2025-01-07 07:00"),
        (Delivery(quiet_from=22, quiet_to=7), "2025-01-07 06:59", "2025-01-07 07:00"),
        (Delivery(quiet_from=22, quiet_to=7), "2025-01-07 07:00", "2025-01-07 07:00"),
        (Delivery(quiet_from=12, quiet_to=14), "2025-01-07 12:00", "2025-01-07 14:00"),
        (Delivery(quiet_from=12, quiet_to=14), "2025-01-07 14:00", "2025-01-07 14:00"),
        (Delivery(cadence=Cadence.DAILY, hour=5, quiet_from=22, quiet_to=7), "2025-01-07 01:00", "2025-01-07 07:00"),
    ],
)
def test_notices_are_due_at_their_hour_and_never_in_quiet_hours(delivery: Delivery, now: str, due: str) -> None:
    assert due_at(delivery, at(now)) == at(due)


def test_the_same_hour_twice_means_no_quiet_hours() -> None:
    assert not any(is_quiet(Delivery(quiet_from=8, quiet_to=8), at(f"2025-01-06 {hour:02}:30")) for hour in range(24))
    assert after_quiet(Delivery(), at("2025-01-06 03:00")) == at("2025-01-06 03:00")
