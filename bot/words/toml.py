"""Reading the TOML files that people edit, with complaints that name file, line and reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from bot.errors import DataError


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file's content. Raises DataError where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(str(path), 0, error.strerror or "cannot be read") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(str(path), 0, str(error)) from error


def line_of(path: Path, text: str) -> int:
    """The number of the first line of a file that holds the text; 0 if none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)


def strings(path: Path, where: str, value: object) -> tuple[str, ...]:
    """A list of words as a tuple. Raises DataError with the line of `where` for anything else."""
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise DataError(str(path), line_of(path, where), f"{where}: a list of words is expected")
    return tuple(value)
