"""The errors that /status shows: the newest few, counted, with nothing in them that is anybody's."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.admin.recent import KEPT, Recent


@pytest.fixture
def recent() -> Iterator[Recent]:
    """Errors of a log of this test alone."""
    kept, log = Recent(), logging.getLogger("test.recent")
    log.addHandler(kept)
    log.propagate = False
    yield kept
    log.removeHandler(kept)


LOG = logging.getLogger("test.recent")


def test_only_errors_are_kept_the_newest_first_and_the_same_one_counted(recent: Recent) -> None:
    LOG.warning("not this")
    LOG.error("first")
    for _ in range(3):
        LOG.error("second")
    assert [(one.what, one.times) for one in recent.newest(5)] == [
        ("test.recent：second", 3),
        ("test.recent：first", 1),
    ]
    for number in range(100):
        LOG.error("x %s", "ab"[number % 2])
    assert len(recent.newest(1000)) == KEPT
    assert len(recent.newest(2)) == 2


def test_nothing_personal_and_no_token_is_kept(recent: Recent) -> None:
    LOG.error("chat %s of user %s said “%s” with 424242:AAH_secret", -1001234567890, 123456789, "张三的电话")
    try:
        raise ValueError("13800138000 张三")
    except ValueError:
        LOG.exception("error while asking 13800138000")
    told = "".join(one.what for one in recent.newest(5))
    for secret in ("1234567890", "123456789", "张三", "13800138000", "424242"):
        assert secret not in told
    assert "ValueError（test_recent.py:" in told
