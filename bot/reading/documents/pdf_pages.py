"""The text of a PDF with a text layer: lines joined into paragraphs, page heads and numbers left out.

A page's lines end where the paper does. A line continues on the next one, over the page break too, when the next word
would not have fitted at its end and the next line is not indented: so numbers broken by a line end are whole again.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium

from bot.reading.documents.text import MAX_CHARACTERS, Unreadable

MAX_PAGES = 2000
FONTS = Path(__file__).resolve().parents[3] / "data" / "fonts"
"""The font that stands in for one that a file names and does not hold."""

_PASSWORD_ERROR = 4
_DIGITS = re.compile(r"[0-9]{1,4}")
_PAGE_NUMBER = re.compile(r"[-—–－·\s第]*([0-9]{1,4})[-—–－·\s页]*(?:(?:/|共)\s*\d+\s*页?)?")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%．，/:+-]*")
_LATIN_END = re.compile(r"[A-Za-z,.;:]$")
_LATIN_START = re.compile(r"^[A-Za-z]")
_NEVER_FIRST = "，。；：、！？）》】”’%％,.;:)"
_SENTENCE_ENDS = "。；，：！？;,:"
_EDGE_LINES = 2
_UNMAPPED = re.compile("[\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]")

GARBLED = 0.1
"""The share of characters without meaning from which on a text layer is of no use."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text, where it begins and ends, how wide a full-width character is (points)."""

    text: str
    left: float
    right: float
    em: float


def text_of(data: bytes) -> str:
    """The text of a PDF file's bytes; raises Unreadable for what is encrypted, damaged, scanned or too large."""
    _bring_font()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        raise Unreadable("PDF 有密码，请先去掉密码" if locked else "PDF 文件已损坏") from error
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable(f"PDF 超过 {MAX_PAGES} 页")
        pages = list(_pages(document))
    except pdfium.PdfiumError as error:
        raise Unreadable("PDF 文件已损坏") from error
    finally:
        document.close()
    if not any(pages):
        raise Unreadable("PDF 没有文字层，像是扫描件，请先做文字识别（OCR）")
    text = "\n".join(paragraphs(without_furniture(pages)))
    if len(_UNMAPPED.findall(text)) > GARBLED * len(text):
        raise Unreadable("PDF 的文字层是乱码，请先做文字识别（OCR）")
    return text


@cache
def _bring_font() -> object:
    """Starts PDFium anew with a Chinese font and returns what must stay in memory for it. Without one, as in a bare
    container, it drops every character that stands alone and is set in a font that the file does not hold."""
    folders = [ctypes.create_string_buffer(str(folder).encode()) for folder in (FONTS, Path("/usr/share/fonts"))]
    paths = [ctypes.cast(folder, ctypes.POINTER(ctypes.c_char)) for folder in folders]
    ending_in_null = (ctypes.POINTER(ctypes.c_char) * (len(paths) + 1))(*paths)
    pdfium.raw.FPDF_DestroyLibrary()
    pdfium.raw.FPDF_InitLibraryWithConfig(pdfium.raw.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=ending_in_null))
    return ending_in_null


def _pages(document: pdfium.PdfDocument) -> Iterator[list[Line]]:
    budget = MAX_CHARACTERS
    for page in document:
        text_page = page.get_textpage()
        budget -= text_page.count_chars()
        if budget < 0:
            raise Unreadable(f"文字超过 {MAX_CHARACTERS:,} 个字")
        yield list(_lines(text_page))
        text_page.close()
        page.close()


def _lines(page: pdfium.PdfTextPage) -> Iterator[Line]:
    """The lines of a page as PDFium cuts them, with their edges."""
    # PDFium writes U+FFFE for a hyphen at a line's end.
    text = page.get_text_range(errors="replace").replace("\ufffe", "-")
    start = 0
    for raw in re.split("(\r\n|\r|\n)", text):
        line = raw.strip(" \t\u3000\xa0\r\n\x00")
        if line:
            first = start + raw.index(line[0])
            yield _line(page, line, first, first + len(line) - 1)
        start += len(raw)


def _line(page: pdfium.PdfTextPage, text: str, first: int, last: int) -> Line:
    left, bottom, _, top = page.get_charbox(first, loose=True)
    _, _, right, _ = page.get_charbox(last, loose=True)
    return Line(text, left, right, max(top - bottom, 1.0) * 0.8)


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines of all pages but those at a page's edge that say the same on most pages, or count the pages."""
    marks = [
        [_marks(line, number) if _at_edge(at, page) else set() for at, line in enumerate(page)]
        for number, page in enumerate(pages, 1)
    ]
    counts = Counter(mark for page in marks for mark in set().union(*page))
    often = max(2.0, 0.6 * sum(1 for page in pages if page))
    return [
        line
        for page, page_marks in zip(pages, marks, strict=True)
        for line, line_marks in zip(page, page_marks, strict=True)
        if all(counts[mark] < often for mark in line_marks) and _ONLY_PAGE not in line_marks
    ]


_ONLY_PAGE = "only the page's number"


def _at_edge(at: int, page: Sequence[Line]) -> bool:
    return at < _EDGE_LINES or at >= len(page) - _EDGE_LINES


def _marks(line: Line, page: int) -> set[object]:
    """What makes a line page furniture when other pages have it too: its text, or a number that runs with the pages."""
    text = re.sub(r"\s", "", line.text)
    marks: set[object] = {text}
    if not text.endswith(tuple(_SENTENCE_ENDS)):
        pattern = _DIGITS.sub("#", text)
        marks |= {(pattern, at, int(digits) - page) for at, digits in enumerate(_DIGITS.findall(text)[:3])}
    alone = _PAGE_NUMBER.fullmatch(line.text)
    if alone and int(alone[1]) == page:
        marks.add(_ONLY_PAGE)
    return marks


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Lines joined into paragraphs."""
    if not lines:
        return
    left = Counter(round(line.left) for line in lines).most_common(1)[0][0]
    right = max(line.right for line in lines)
    paragraph = lines[0].text
    for before, line in pairwise(lines):
        indented = line.left > left + line.em and abs(line.left - before.left) > 0.5 * line.em
        if indented or right - before.right > _first_word(line) + 0.5 * line.em:
            yield paragraph
            paragraph = line.text
        else:
            space = " " if _LATIN_END.search(before.text) and _LATIN_START.match(line.text) else ""
            paragraph += space + line.text
    yield paragraph


def _first_word(line: Line) -> float:
    """The width of what cannot be parted at a line's start: a word or number, or a character with marks after it."""
    found = _WORD.match(line.text)
    end = found.end() if found else 1
    while end < len(line.text) and line.text[end] in _NEVER_FIRST:
        end += 1
    return sum(0.5 if char.isascii() else 1.0 for char in line.text[:end]) * line.em
