"""What facts come from, as one hash: it changes whenever any of it does, and only then."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import bot.reading
import bot.words
from bot.model import Report


def digest_of(parts: Iterable[bytes]) -> str:
    """A hash over byte strings in which their boundaries count."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


def folder_digest(folder: Path, pattern: str = "*.toml") -> str:
    """A hash over the names and contents of a folder's files; of nothing when there is no such folder."""
    files = sorted(folder.glob(pattern))
    return digest_of(part for file in files for part in (str(file.relative_to(folder)).encode(), file.read_bytes()))


def words_digest(data_dir: Path) -> bytes:
    """A hash over what reading goes by: the words, and the places whose names it knows."""
    folders = (folder_digest(data_dir / "lexicon"), folder_digest(data_dir / "places", "*.t*"))
    return digest_of(folder.encode() for folder in folders).encode()


def marked_content(path: Path) -> bytes:
    """A file's content after a `+`, `-` alone for none: no content looks like a file that is not there.

    One that cannot be opened counts as none; why it cannot is for its reader to report.
    """
    try:
        return b"+" + path.read_bytes()
    except OSError:
        return b"-"


def entry_digest(report: Report) -> bytes:
    """What the catalogue says of a report, as bytes."""
    return repr(report).encode()


@cache
def code_digest() -> str:
    """A hash over the modules that turn texts into facts, since another reader gives other facts."""
    folders = [Path(place) for package in (bot.reading, bot.words) for place in package.__path__]
    return digest_of(folder_digest(folder, "**/*.py").encode() for folder in folders)
