"""Report files made by hand: Word documents as zipped XML, and PDF files with and without a text layer."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"""<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
RELS = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
NO_RELS = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships"/>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs; a run that is XML already is taken as it is."""
    inner = "".join(run if run.startswith("<w:") else f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs)
    return f"<w:p>{inner}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of plain cells."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(*body: str, extra: dict[str, bytes] | None = None) -> bytes:
    """A Word file of paragraphs and tables; `extra` are more parts by name."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{"".join(body)}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": RELS.encode(),
        "word/_rels/document.xml.rels": NO_RELS.encode(),
        "word/document.xml": document.encode(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | (extra or {})).items():
            archive.writestr(name, content)
    return out.getvalue()


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], *, locked: bool = False) -> bytes:
    """A PDF with a text layer: for each page its lines as (x, y, text), in points, set in 12 point Song type.

    The font is one of those that every PDF program knows by name, with Unicode codes, so no font file is needed.
    A locked one asks for a password that nobody knows.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500]"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    kids = []
    for lines in pages:
        shown = (f"1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj\n" for x, y, text in lines)
        content = zlib.compress(("BT /F1 12 Tf\n" + "".join(shown) + "ET").encode())
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    return _assembled(objects, lock if locked else b"")


def _assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.7\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table_at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, table_at)


def set_in_lines(text: str, columns: int = 35, rows: int = 40) -> list[list[tuple[float, float, str]]]:
    """A text set as Word would: paragraphs indented by two characters, lines broken at the margin, pages numbered."""
    lines: list[tuple[float, str]] = []
    for paragraph_text in text.split("\n"):
        room, line, indent = columns - 2.0, "", 24.0
        for char in paragraph_text.strip():
            width = 0.5 if char.isascii() else 1.0
            if room < width:
                lines.append((72.0 + indent, line))
                room, line, indent = columns, "", 0.0
            line += char
            room -= width
        if line:
            lines.append((72.0 + indent, line))
    pages = [lines[at : at + rows] for at in range(0, len(lines), rows)]
    set_pages = []
    for number, page in enumerate(pages, 1):
        body = [(x, 770.0 - 18 * row, line) for row, (x, line) in enumerate(page)]
        set_pages.append([(72.0, 800.0, "某县司法局年度报告"), *body, (290.0, 30.0, f"- {number} -")])
    return set_pages
