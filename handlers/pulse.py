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


class Pulse:
    """The last sign of life from Telegram, and the last trouble since."""

    def __init__(self) -> None:
        self._beat: float | None = None
        self._trouble = "starting"
        self._polls = False

    def start(self, polls: bool) -> None:
        """Telegram knows us; from now on updates are polled for, or come by themselves."""
        self._polls = polls
        self.beat()

    def beat(self) -> None:
        """A poll was answered."""
        self._beat, self._trouble = time.monotonic(), ""

    def trouble(self, error: TelegramError) -> None:
        """A poll failed: one line in the log, PTB goes on trying."""
        if isinstance(error, Conflict):
            self._trouble = "another process polls with the same token"
            _log.error("%s: %s", self._trouble, error.message)
        elif isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            self._trouble = "Telegram cannot be reached"
            _log.warning("%s: %s", self._trouble, error.message)
        else:
            self._trouble = f"Telegram refuses to hand out updates: {error.message}"
            _log.error("%s", self._trouble)

    def state(self) -> str:
        """ "ok" while updates flow, else a few words about what is wrong."""
        if self._trouble or self._beat is None:
            return self._trouble
        silent = time.monotonic() - self._beat
        return OK if not self._polls or silent < QUIET_SECONDS else f"no poll was answered for {silent:.0f} s"
