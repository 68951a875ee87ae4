"""The token in no log and on no terminal: not in a message, not in a traceback, whatever library wrote it."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType

_plain = logging.Formatter()


class Hiding(logging.Filter):
    """Replaces secrets in everything that passes a log handler."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record when it holds a secret; lets every record pass."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):  # arguments that do not fit: the handler would print them to standard error
            message = f"{record.msg} {record.args!r}"
        if record.exc_info and not record.exc_text:
            record.exc_text = _plain.formatException(record.exc_info)
        record.exc_text = self.hide(record.exc_text or "") or None
        record.msg, record.args = self.hide(message), None
        return True

    def hide(self, text: str) -> str:
        """The text with each secret replaced."""
        for secret in self._secrets:
            text = text.replace(secret, "<secret>")
        return text


def keep_secret(*secrets: str) -> None:
    """From now on neither the root logger's handlers nor a traceback that ends the process show these.

    httpx no longer logs every address that it calls.
    """
    hiding = Hiding(secrets)
    for handler in logging.getLogger().handlers:
        handler.addFilter(hiding)
    for chatty in ("httpx", "httpcore", "telegram.Bot", "telegram.ext.Updater"):
        logging.getLogger(chatty).setLevel(logging.WARNING)

    def last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write(hiding.hide("".join(traceback.format_exception(kind, error, trace))))

    sys.excepthook = last_words
