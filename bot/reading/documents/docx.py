"""The text of a Word document: paragraphs as lines, tables row by row, notes at the end.

Its XML is streamed through expat, so a large file costs no tree in memory. Tracked insertions count, deletions and
hidden text do not; a text box, which Word stores twice, counts once; numbers that Word counts itself are written out.
(docx2python returns text boxes twice and stops at documents without relationships, which other programs write.)
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from bot.reading.documents.docx_numbering import Numbering, NumberingParts
from bot.reading.documents.text import MAX_SPAN, Document, Unreadable, row_lines

MAX_XML = 64 * 1024 * 1024
"""How many bytes of XML are read from one file, whatever the archive's directory claims."""

_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = re.compile(rb"""<[^<>]*Type=["'][^"'<>]*/officeDocument["'][^<>]*>""")
_TARGET = re.compile(rb"""Target=["']/?([^"']+)""")
_WORD = re.compile(r"https?://[^/]+/(?:ooxml/)?wordprocessingml/(?:2006/)?main")
_NOTES = ("footnotes.xml", "endnotes.xml")
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "pPrChange", "rPrChange", "rt"})
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NUMBERING = ("styles.xml", "numbering.xml")
_LEVELS = frozenset("012345678")
_OFF = frozenset({"0", "false", "off"})


def read_docx(data: bytes) -> Document:
    """The text of a .docx file; raises Unreadable for what is none, or is too large, damaged or encrypted."""
    if data.startswith(_OLE):
        raise Unreadable("是加密的 Word 文件或旧版 .doc，请去掉密码并另存为 .docx")
    if not data.startswith(b"PK"):
        raise Unreadable("扩展名是 .docx，内容却不是 Word 文档")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Document("\n".join(_lines(archive)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Unreadable("Word 文件已损坏") from error
    except RuntimeError as error:
        raise Unreadable("Word 文件有密码") from error
    except expat.ExpatError as error:
        raise Unreadable("Word 文件已损坏（XML 不完整）") from error


def _lines(archive: zipfile.ZipFile) -> Iterator[str]:
    names = set(archive.namelist())
    main = _main_part(archive, names)
    folder = main.rpartition("/")[0]
    allowance = _Allowance(MAX_XML)

    def parse(name: str, handler: _Text | NumberingParts) -> None:
        if f"{folder}/{name}" in names:
            parser = _parser(handler)
            for chunk in _chunks(archive, f"{folder}/{name}", allowance):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)

    numbering = Numbering()
    for name in _NUMBERING:
        parse(name, NumberingParts(numbering))
    for name in (main.rpartition("/")[2], *_NOTES):
        text = _Text(numbering)
        parse(name, text)
        yield from text.lines


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    rels = b"".join(_chunks(archive, "_rels/.rels", _Allowance(1 << 20))) if "_rels/.rels" in names else b""
    relation = _MAIN.search(rels)
    found = _TARGET.search(relation[0]) if relation else None
    main = found[1].decode("utf-8", "replace") if found else "word/document.xml"
    if main not in names or not main.startswith("word/"):
        raise Unreadable("扩展名是 .docx，内容却是别的压缩文件")
    return main


class _Allowance:
    """Bytes that may still be unpacked."""

    def __init__(self, size: int) -> None:
        self._left = size

    def take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise Unreadable("Word 文件解压后太大")


def _chunks(archive: zipfile.ZipFile, name: str, allowance: _Allowance) -> Iterator[bytes]:
    with archive.open(name) as part:
        while chunk := part.read(_CHUNK):
            allowance.take(len(chunk))
            yield chunk


def _parser(handler: _Text | NumberingParts) -> expat.XMLParserType:
    """A parser that tells a handler of Word's elements, leaves out what is skipped, and refuses entities."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    skipping = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal skipping
        namespace, _, tag = name.rpartition("}")
        if skipping or tag in _SKIPPED:
            skipping += 1
        elif _WORD.fullmatch(namespace):
            local = {key.rpartition("}")[2]: value for key, value in attributes.items()}
            handler.start(tag, local.get("val", ""), local)

    def end(name: str) -> None:
        nonlocal skipping
        namespace, _, tag = name.rpartition("}")
        if skipping:
            skipping -= 1
        elif _WORD.fullmatch(namespace):
            handler.end(tag)

    def characters(text: str) -> None:
        if not skipping and isinstance(handler, _Text):
            handler.characters(text)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = _refuse_entity
    return parser


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: its words, and what it says of its number."""

    words: list[str] = field(default_factory=list)
    style: str = ""
    number: str = ""
    level: int | None = None


class _Text:
    """Collects lines while the parser reports elements.

    Text boxes put paragraphs into paragraphs and cells hold tables, so what is being built stands on stacks.
    """

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._blocks: list[list[str]] = [[]]
        self._rows: list[list[str]] = []
        self._spans: list[int] = []
        self._paragraphs: list[_Paragraph] = []
        self._hidden: list[bool] = []
        self._in_text = False

    @property
    def lines(self) -> list[str]:
        """The lines so far, without those that hold nothing."""
        return [line for line in self._blocks[0] if line.strip()]

    def start(self, tag: str, value: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._blocks.append([])
            self._spans.append(0)
        elif tag == "gridSpan" and self._spans:
            self._spans[-1] = min(int(value) - 1, MAX_SPAN) if value.isdecimal() and value != "0" else 0
        elif tag == "r":
            self._hidden.append(False)
        elif tag == "t":
            self._in_text = True
        elif self._paragraphs:
            self._start_in_paragraph(self._paragraphs[-1], tag, value)

    def _start_in_paragraph(self, paragraph: _Paragraph, tag: str, value: str) -> None:
        if self._hidden:
            if tag == "vanish":
                self._hidden[-1] = value not in _OFF
            elif tag in _MARKS:
                paragraph.words.append(_MARKS[tag])
        elif tag == "pStyle":
            paragraph.style = value
        elif tag == "numId":
            paragraph.number = value
        elif tag == "ilvl":
            paragraph.level = int(value) if value in _LEVELS else 0

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "p" and self._paragraphs:
            self._blocks[-1].append(self._line(self._paragraphs.pop()))
        elif tag == "tc" and len(self._blocks) > 1 and self._rows:
            cell = "\n".join(line for line in self._blocks.pop() if line)
            self._rows[-1] += [cell, *[""] * self._spans.pop()]
        elif tag == "tr" and self._rows:
            self._blocks[-1].extend(row_lines(self._rows.pop()))
        elif tag == "r" and self._hidden:
            self._hidden.pop()
        elif tag == "t":
            self._in_text = False

    def characters(self, text: str) -> None:
        """Text between elements; only that of visible runs counts."""
        if self._in_text and self._paragraphs and not (self._hidden and self._hidden[-1]):
            self._paragraphs[-1].words.append(text)

    def _line(self, paragraph: _Paragraph) -> str:
        words = "".join(paragraph.words).strip(" \u3000")
        number = self._numbering.prefix(paragraph.style, paragraph.number, paragraph.level)
        return number + words if words else ""


def _refuse_entity(*_: object) -> None:
    raise Unreadable("Word 文件里有不应出现的实体声明")
