"""Building something from a word file that people edit, so that whatever is wrong with it is said by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import DataError
from bot.words.toml import line_of, read_toml, strings

Built = TypeVar("Built")


def built(path: Path, build: Callable[[Mapping[str, Any]], Built]) -> Built:
    """What a file's content makes. Raises DataError with the file, the line where it is known, and what is wrong."""
    table = read_toml(path)
    _check_words(path, table)
    try:
        return build(table)
    except KeyError as error:
        raise DataError(str(path), 0, f"缺少 {error.args[0]}") from error
    except re.error as error:
        raise DataError(str(path), line_of(path, str(error.pattern)[:12]), f"正则表达式有误：{error}") from error
    except (TypeError, AttributeError, ValueError) as error:
        raise DataError(str(path), 0, f"内容的类型不对：{error}") from error


def _check_words(path: Path, table: Mapping[str, Any]) -> None:
    """Every entry is a list of words, but heads and written-out short forms, which are one word."""
    for key, entry in table.items():
        if isinstance(entry, dict):
            if key != "short_forms":
                _check_words(path, entry)
        elif key != "head":
            strings(path, key, entry)
