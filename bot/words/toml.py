"""TOML that people edit: parsed, with the line of each table and key, so that an error can say where to look."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from bot.errors import DataError, unreadable

_ERROR_LINE = re.compile(r"at line (\d+)")


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file's content. Raises DataError where it cannot be read or is no TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(str(path), 0, unreadable(error)) from error
    except UnicodeDecodeError as error:
        raise DataError(str(path), path.read_bytes().count(b"\n", 0, error.start) + 1, "不是 UTF-8 编码") from error
    return parse_toml(text, str(path))


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """The tables of a TOML text; a syntax error becomes a DataError with its line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _ERROR_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise DataError(file, line, f"不是合法的 TOML：{error}") from error
    except RecursionError as error:
        raise DataError(file, 0, "不是合法的 TOML：嵌套太深") from error


def quoted(text: str) -> str:
    """A text as a TOML string of one line."""
    # JSON's escapes are among TOML's; DEL alone may stand as it is in the one and not in the other.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def header_lines(text: str, table: str) -> list[int]:
    """The lines (from 1) where the entries of an array of tables start."""
    header = re.compile(rf"\s*\[\[\s*{re.escape(table)}\s*\]\]")
    return [number for number, line in enumerate(text.split("\n"), 1) if header.match(line)]


def line_of_key(lines: list[str], key: str, start: int) -> int:
    """The line of a key within the table that starts at line `start`; the table's own line when it is not found."""
    pattern = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=\].]""")
    for number, line in enumerate(lines[start:], start + 1):
        if pattern.match(line):
            return number
        if line.lstrip().startswith("[["):
            break
    return start


def line_of(path: Path, text: str) -> int:
    """The number of the first line of a file that holds the text; 0 if none does."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 0)


def strings(path: Path, where: str, value: object) -> tuple[str, ...]:
    """A list of words as a tuple. Raises DataError with the line of `where` for anything else."""
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise DataError(str(path), line_of(path, where), f"{where}: a list of words is expected")
    return tuple(value)
