"""PDF files are read in a process of their own, whose time and memory end where ours should not.

A few kilobytes of PDF can unpack to gigabytes within the library that reads them, and a damaged file can bring it down.
This module is both sides: `read_pdf` starts the process, `main` is what runs in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bot.reading.documents.text import Document, Unreadable

SECONDS = 60
MEMORY = 2 * 1024**3

_CHILD = "from bot.reading.documents.pdf import main; main()"


def read_pdf(data: bytes, *, seconds: int = SECONDS, memory: int = MEMORY) -> Document:
    """The text of a PDF file; raises Unreadable with the reason, in at most `seconds` and with `memory` bytes."""
    if b"%PDF-" not in data[:1024]:
        raise Unreadable("扩展名是 .pdf，内容却不是 PDF")
    command = [sys.executable, "-c", _CHILD, str(seconds), str(memory)]
    paths = os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * seconds, env=paths, check=True)  # noqa: S603
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError) as error:
        raise Unreadable("PDF 已损坏，或者大到读不完") from error
    result = json.loads(done.stdout)
    if "reason" in result:
        raise Unreadable(result["reason"])
    return Document(result["text"])


def main() -> None:
    """Reads a PDF from standard input within the limits given as arguments; prints its text or the reason as JSON."""
    _limit(*map(int, sys.argv[1:]))
    from bot.reading.documents.pdf_pages import text_of

    try:
        result = {"text": text_of(sys.stdin.buffer.read())}
    except Unreadable as error:
        result = {"reason": str(error)}
    sys.stdout.write(json.dumps(result))


def _limit(seconds: int, memory: int) -> None:
    """Sets what this process may use. Windows has no such limits; there, the parent's time-out remains."""
    try:
        import resource
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, most))
