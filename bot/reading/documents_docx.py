"""The text of a Word document: paragraphs as lines, tables row by row, notes at the end.

Its XML is streamed through expat, so a large file costs no tree in memory. Tracked insertions count, deletions and
hidden text do not; a text box, which Word stores twice, counts once. (docx2python returns text boxes twice and stops at
documents without relationships, which other office programs write.)
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from bot.reading.documents_text import Document, Unreadable

MAX_XML = 64 * 1024 * 1024
"""How many bytes of XML are read from one file, whatever the archive's directory claims."""

_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = re.compile(rb"""<[^<>]*Type=["'][^"'<>]*/officeDocument["'][^<>]*>""")
_TARGET = re.compile(rb"""Target=["']/?([^"']+)""")
_WORD = re.compile(r"https?://[^/]+/(?:ooxml/)?wordprocessingml/(?:2006/)?main")
_NOTES = ("footnotes.xml", "endnotes.xml")
_SKIPPED = frozenset({"Fallback", "del", "moveFrom"})
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
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
    for name in (main, *(f"{folder}/{note}" for note in _NOTES)):
        if name in names:
            text = _Text()
            parser = text.parser()
            for chunk in _chunks(archive, name, allowance):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
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


class _Text:
    """Collects lines while the parser reports elements.

    Text boxes put paragraphs into paragraphs and cells hold tables, so what is being built stands on stacks.
    """

    def __init__(self) -> None:
        self._blocks: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._paragraphs: list[list[str]] = []
        self._hidden: list[bool] = []
        self._skipping = 0
        self._in_text = False

    @property
    def lines(self) -> list[str]:
        """The lines so far, without those that hold nothing."""
        return [line for line in self._blocks[0] if line.strip()]

    def parser(self) -> expat.XMLParserType:
        """A parser that reports to this object and refuses entities."""
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _refuse_entity
        return parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition("}")
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif _WORD.fullmatch(namespace):
            self._start_word(tag, next((v for k, v in attributes.items() if k.endswith("}val")), ""))

    def _start_word(self, tag: str, value: str) -> None:
        if tag == "p":
            self._paragraphs.append([])
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._blocks.append([])
        elif tag == "r":
            self._hidden.append(False)
        elif tag == "vanish" and self._hidden:
            self._hidden[-1] = value not in _OFF
        elif tag == "t":
            self._in_text = True
        elif tag in _MARKS and self._paragraphs and self._hidden:
            self._paragraphs[-1].append(_MARKS[tag])

    def _end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        namespace, _, tag = name.rpartition("}")
        if not _WORD.fullmatch(namespace):
            return
        if tag == "p" and self._paragraphs:
            self._blocks[-1].append("".join(self._paragraphs.pop()).strip(" \u3000"))
        elif tag == "tc" and len(self._blocks) > 1 and self._rows:
            self._rows[-1].append(self._blocks.pop())
        elif tag == "tr" and self._rows:
            self._blocks[-1].extend(_row(self._rows.pop()))
        elif tag == "r" and self._hidden:
            self._hidden.pop()
        elif tag == "t":
            self._in_text = False

    def _characters(self, text: str) -> None:
        if self._in_text and self._paragraphs and not self._skipping and not (self._hidden and self._hidden[-1]):
            self._paragraphs[-1].append(text)


def _row(cells: list[list[str]]) -> list[str]:
    """A table row as one line with tabs between short cells; cells of several paragraphs keep their lines."""
    filled = [[line for line in cell if line] for cell in cells]
    if all(len(cell) <= 1 for cell in filled):
        return ["\t".join(cell[0] for cell in filled if cell)]
    return [line for cell in filled for line in cell]


def _refuse_entity(*_: object) -> None:
    raise Unreadable("Word 文件里有不应出现的实体声明")
