"""A report file becomes text: which format it is, within what limits, and why a file cannot be read.

Each format has a module of its own (`documents.html`, `documents.docx`, `documents.pdf`); this one decides by the
file's name, checks that the bytes are what the name says, and draws the limits that keep time and memory bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.errors import DocumentError
from bot.reading.documents.docx import read_docx
from bot.reading.documents.html import read_html
from bot.reading.documents.pdf import read_pdf
from bot.reading.documents.text import MAX_CHARACTERS, Document, Unreadable, read_text

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is opened; yearly reports with pictures stay far below."""

_READERS: dict[str, Callable[[bytes], Document]] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}

# How files of other kinds begin.
_BEGINNINGS = (
    (b"%PDF-", ".pdf", "PDF"),
    (b"PK\x03\x04", ".docx", "压缩包或 Office 文档"),
    (b"\xd0\xcf\x11\xe0", ".docx", "旧版或加密的 Office 文档"),
    (b"{\\rtf", ".rtf", "RTF 文档"),
    (b"\x89PNG", ".png", "图片"),
    (b"\xff\xd8\xff", ".jpg", "图片"),
)

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
    for beginning, own, kind in _BEGINNINGS:
        if data.startswith(beginning) and suffix.lower() != own:
            raise Unreadable(f"扩展名是 {suffix}，内容却是{kind}")
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
