"""Plain text files, and what every format has in common: the text that comes out and the reason why none does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_SENTENCE_END = re.compile("[。；]")

MAX_SPAN = 50
"""How many more columns than its own a merged cell may take."""

MAX_CHARACTERS = 20_000_000
"""The longest text that is handed on."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report's text, and what the file says about itself beside the text.

    `text` has "\\n" as its only line end and no byte order mark; every offset of the project counts its characters.
    `head` may hold `title`, `issuer`, `published` and `url` as the page states them, and `above`: the lines above the
    report on its page.
    """

    text: str
    head: Mapping[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """Why a file's bytes are no report text; `read_document` adds the file's name."""


def row_lines(cells: Sequence[str]) -> list[str]:
    """A table row as text: its cells with a bar after each, so that columns can be counted.

    Rows that only lay out a page (one cell with words, or whole sentences in cells) keep the lines of their cells.
    """
    filled = [line for cell in cells for line in cell.split("\n") if line.strip()]
    if len(filled) <= 1 or any("\n" in cell or _SENTENCE_END.search(cell) for cell in cells):
        return filled
    return [" | ".join(cell.strip() for cell in cells) + " |"]


def decode(data: bytes) -> str:
    """Text from bytes in UTF-8, UTF-16 with a mark, or GB18030; raises Unreadable for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _decoded(data, "gb18030")
    han = [char for char in text[:20_000] if "\u4e00" <= char <= "\u9fff"]
    if len(_common(han)) < 0.8 * len(han) or any("\ue000" <= char <= "\uf8ff" for char in text):
        raise Unreadable("文字编码认不出来，请另存为 UTF-8")
    return text


def _common(han: list[str]) -> list[str]:
    """Those that GB2312 has: nearly all of real Chinese text, hardly half of other bytes taken for GB18030."""
    return [char for char in han if char.encode("gb2312", errors="ignore")]


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("文字编码认不出来，请另存为 UTF-8") from error


def read_text(data: bytes) -> Document:
    """A plain text file; raises Unreadable for a web page under a wrong name and for unknown encodings."""
    text = decode(data)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        raise Unreadable("扩展名是 .txt，内容却是网页，请改名为 .html")
    return Document(text)
