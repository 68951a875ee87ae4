"""TOML that people edit: parsed, with the line of each table and key, so that an error can say where to look."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from bot.errors import DataError

_ERROR_LINE = re.compile(r"at line (\d+)")


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
