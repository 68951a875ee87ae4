"""Whether updates flow. PTB's polling tells nobody when it times out or fails, so it is measured here."""

from __future__ import annotations

import logging
import time

from telegram.error import BadRequest, Conflict, NetworkError, TelegramError

_log = logging.getLogger(__name__)

POLL_SECONDS = 30
"""How long Telegram holds a poll open when there is nothing new."""

QUIET_SECONDS = 3 * POLL_SECONDS
"""No good poll for so long means that something is wrong, whether or not anybody noticed an error."""

OK = "ok"
STARTING = "正在启动"
CONFLICT = "另一个程序正在用同一个 BOT_TOKEN 收消息，两边抢着答，会时断时续；请只留一个"
UNREACHABLE = "连不上 Telegram，正在重试"

LASTING_SECONDS = 600
"""One conflict happens while a service is replaced by its successor; two within so long are no accident."""

TOLD_EVERY_SECONDS = 3600
"""How often the owners hear of it while it lasts."""


class Pulse:
    """The last sign of life from Telegram, and the last trouble since."""

    def __init__(self) -> None:
        self._beat: float | None = None
        self._trouble = STARTING
        self._polls = False
        self._conflict: float | None = None
        self._told: float | None = None

    def start(self, polls: bool) -> None:
        """Telegram knows us; from now on updates are polled for, or come by themselves."""
        self._polls = polls
        self.beat()

    def beat(self) -> None:
        """A poll was answered."""
        self._beat, self._trouble = time.monotonic(), ""

    def trouble(self, error: TelegramError) -> bool:
        """A poll failed: a line in the log when that is new. Returns whether the owners should hear of it."""
        if isinstance(error, Conflict):
            self._note(CONFLICT, error)
            return self._is_worth_telling()
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            self._note(UNREACHABLE, error)
        else:
            self._note(f"Telegram 拒绝交出消息：{error.message}", error)
        return False

    def _note(self, trouble: str, error: TelegramError) -> None:
        if trouble != self._trouble:
            level = logging.WARNING if trouble == UNREACHABLE else logging.ERROR
            _log.log(level, "%s (%s)", trouble, error.message)
        self._trouble = trouble

    def _is_worth_telling(self) -> bool:
        """Whether this conflict follows another, and the owners have not heard of them for a while."""
        now = time.monotonic()
        before, self._conflict = self._conflict, now
        lasts = before is not None and now - before < LASTING_SECONDS
        if not lasts or (self._told is not None and now - self._told < TOLD_EVERY_SECONDS):
            return False
        self._told = now
        return True

    def state(self) -> str:
        """ "ok" while updates flow, else a few words about what is wrong."""
        if self._trouble or self._beat is None:
            return self._trouble
        silent = time.monotonic() - self._beat
        return OK if not self._polls or silent < QUIET_SECONDS else f"已有 {silent:.0f} 秒收不到 Telegram 的回应"
