"""The token in no log: not in a message, not in a traceback, whatever library wrote it."""

from __future__ import annotations

import logging
from collections.abc import Iterable

_plain = logging.Formatter()


class Hiding(logging.Filter):
    """Replaces secrets in everything that passes a log handler."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record when it holds a secret; lets every record pass."""
        message = record.getMessage()
        if record.exc_info and not record.exc_text:
            record.exc_text = _plain.formatException(record.exc_info)
        hidden, record.exc_text = self.hide(message), self.hide(record.exc_text or "") or None
        if hidden != message:
            record.msg, record.args = hidden, None
        return True

    def hide(self, text: str) -> str:
        """The text with each secret replaced."""
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return text


def keep_secret(*secrets: str) -> None:
    """From now on no handler of the root logger writes these; httpx no longer logs every address it calls."""
    for handler in logging.getLogger().handlers:
        handler.addFilter(Hiding(secrets))
    for chatty in ("httpx", "httpcore", "telegram.Bot", "telegram.ext.Updater"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
