"""Where the command line prints: answers to standard output, progress and complaints to standard error."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

PATIENCE_SECONDS = 2.0


def say(text: str) -> None:
    """Prints a text for people, or a line for programs, to standard output."""
    sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
    sys.stdout.flush()


def say_json(value: Any) -> None:
    """Prints one JSON value on one line, Chinese as it is written."""
    say(json.dumps(value, ensure_ascii=False))


def complain(text: str) -> None:
    """Prints one line to standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


@contextmanager
def progress(sentence: str) -> Iterator[None]:
    """Says on standard error what is going on, if it is still going on after two seconds."""
    timer = threading.Timer(PATIENCE_SECONDS, complain, [sentence])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
