"""No token and nothing personal in a log or on a terminal: not in a message, not in a traceback, whoever wrote it."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterable, Iterator
from types import TracebackType

from telegram import Update

_plain = logging.Formatter()


class Hiding(logging.Filter):
    """Replaces secrets in everything that passes a log handler."""

    def __init__(self, secrets: Iterable[str], instead: str = "<secret>") -> None:
        super().__init__()
        self._secrets = sorted((secret for secret in secrets if secret), key=len, reverse=True)
        self._instead = instead

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
            text = text.replace(secret, self._instead)
        return text


PERSONAL = "personal"
"""The attribute of a record that names what must not be shown of its error."""


class Discreet(logging.Filter):
    """Takes what is personal out of the errors that a logger writes down; an error's text may quote anything."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the traceback; lets every record pass."""
        if record.exc_info:
            hiding = Hiding(getattr(record, PERSONAL, ()), "<personal>")
            record.exc_text = hiding.hide(_plain.formatException(record.exc_info))
        return True


def personal_of(update: Update) -> Iterator[str]:
    """What an update tells of a person: names, ids, and what they wrote, as a whole and as an error may quote it."""
    user, message = update.effective_user, update.effective_message
    if user:
        yield from (str(user.id), user.full_name, user.first_name, user.last_name or "", user.username or "")
    said = [message.text or "", message.caption or ""] if message else []
    said += [update.callback_query.data or ""] if update.callback_query else []
    said += [update.inline_query.query] if update.inline_query else []
    for text in said:
        yield from (text, repr(text)[1:-1], *(word for word in text.split() if len(word) > 1))


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
