"""A report file becomes text: which format it is, within what limits, and why a file cannot be read.

Each format has a module of its own (`documents_html`, `documents_docx`, `documents_pdf`); this one decides by the
file's name, checks that the bytes are what the name says, and draws the limits that keep time and memory bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import DocumentError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is opened; yearly reports with pictures stay far below."""

MAX_CHARACTERS = 20_000_000
"""The longest text that is handed on."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report's text, and what the file says about itself beside the text.

    `text` has "\\n" as its only line end and no byte order mark; every offset of the project counts its characters.
    `head` may hold `title`, `issuer`, `published` and `url` as the page or the file's properties state them.
    """

    text: str
    head: Mapping[str, str] = field(default_factory=dict)


class Unreadable(Exception):
    """Why a file's bytes are no report text; `read_document` adds the file's name."""


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


def _read_text(data: bytes) -> Document:
    text = decode(data)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        raise Unreadable("扩展名是 .txt，内容却是网页，请改名为 .html")
    return Document(text)


_READERS: dict[str, Callable[[bytes], Document]] = {".txt": _read_text}

SUFFIXES = tuple(_READERS)
"""The file name endings that can be read, in lower case."""


def read_document(path: Path) -> Document:
    """The text of a report file; raises DocumentError with the reason when it cannot be read."""
    try:
        return document_from(_bytes_of(path), path.suffix)
    except Unreadable as error:
        raise DocumentError(path.name, str(error)) from error


def document_from(data: bytes, suffix: str) -> Document:
    """The text in a file's bytes, by the ending of its name; raises Unreadable."""
    reader = _READERS.get(suffix.lower())
    if reader is None:
        raise Unreadable(f"不认识的格式“{suffix}”，可以读的是 {'、'.join(SUFFIXES)}")
    if not data.strip():
        raise Unreadable("文件是空的")
    document = reader(data)
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable("文件里没有文字")
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(f"文字超过 {MAX_CHARACTERS:,} 个字")
    if "\0" in text:
        raise Unreadable("内容不是文字（含有二进制数据）")
    return Document(text, document.head)


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(f"文件太大（{size // 2**20} MB，上限 {MAX_BYTES // 2**20} MB）")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable("文件不存在") from error
    except OSError as error:
        raise Unreadable(f"文件打不开（{error.strerror}）") from error
