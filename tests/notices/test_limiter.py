"""Telegram's limits are kept, and nothing waits longer than they ask."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bot.notices.limiter import KEPT, Limiter, Rates

STEP = 0.01
PEOPLE, GROUP = (1, 2), -3


@pytest.fixture
def now() -> list[float]:
    """The time, which a test sets."""
    return [0.0]


@pytest.fixture
def limiter(now: list[float]) -> Limiter:
    """One with the rates that the service runs with."""
    return Limiter(Rates(), clock=lambda: now[0])


def test_a_chat_gets_one_a_second_and_a_group_twenty_a_minute(limiter: Limiter, now: list[float]) -> None:
    sent: dict[int, list[float]] = {chat: [] for chat in (*PEOPLE, GROUP)}
    while now[0] < 130:
        for chat in sent:
            if not limiter.wait(chat) and not limiter.overall():
                limiter.count(chat)
                sent[chat].append(now[0])
        now[0] += STEP
    for chat, times in sent.items():
        pauses = [later - earlier for earlier, later in pairwise(times)]
        assert min(pauses) > 1 - STEP
        assert max(pauses) < (1.1 if chat in PEOPLE else 60)
    group = sent[GROUP]
    minutes = [group[number + 20] - group[number] for number in range(len(group) - 20)]
    assert minutes
    assert all(60 - STEP < minute < 60.2 for minute in minutes)


def test_all_together_get_no_more_than_thirty_a_second(limiter: Limiter, now: list[float]) -> None:
    times = []
    for chat in range(100):
        now[0] += limiter.overall()
        limiter.count(chat)
        times.append(now[0])
    assert times[0] == 0
    assert 20 < 99 / (times[-1] - times[0]) < 30


def test_of_many_chats_those_are_forgotten_that_are_free_again(limiter: Limiter, now: list[float]) -> None:
    for _ in range(20):
        now[0] += 1
        limiter.count(GROUP)
    for chat in range(2 * KEPT):
        limiter.count(chat)
    assert limiter.wait(GROUP) == pytest.approx(41)
    for chat in range(10 * KEPT):
        now[0] += 1
        limiter.count(10 * KEPT + chat)
    assert len(limiter._chats) <= KEPT + 1
