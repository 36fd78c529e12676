"""Makes the files that the tests of this folder read: small ones by hand, so that every byte is known."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

W_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(members: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """A zip of ``members``."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, *, numbering: str = "", styles: str = "", **parts: str) -> bytes:
    """A .docx file with the XML ``body``; ``parts`` are more members of its folder ``word``, by their stems."""
    parts = {"numbering": numbering, "styles": styles, **parts}
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations((f"{_OFFICE}/officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(*((f"{_OFFICE}/{stem}", f"{stem}.xml") for stem in parts)),
        "word/document.xml": f"<w:document {W_NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    for stem, content in parts.items():
        members[f"word/{stem}.xml"] = f"<w:{stem} {W_NAMESPACES}>{content}</w:{stem}>"
    return package(members)


def _relations(*targets: tuple[str, str]) -> str:
    """A part that relates another to ``targets``, each a kind and a name."""
    relations = (
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">' + "".join(relations) + "</Relationships>"


def paragraph(text: str = "", *, properties: str = "") -> str:
    """A paragraph of one run."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def numbered(text: str, level: int = 0, *, num: int | str = 1) -> str:
    """A paragraph with an automatic number."""
    return paragraph(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(depth: int, number_format: str, text: str, more: str = "", *, start: int = 1) -> str:
    """One level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(levels: str, *, number: int = 1, more: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{levels}</w:abstractNum>'


def num(number: int = 1, *, of: int = 1, more: str = "") -> str:
    """A list that counts in the abstract list ``of``."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def cell(*texts: str, properties: str = "") -> str:
    """A table cell with a paragraph for each text."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, texts)) or paragraph()}</w:tc>"


def table(*rows: Iterable[str]) -> str:
    """A Word table of cells."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows) + "</w:tbl>"


def pdf(objects: list[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF file of numbered objects, the first of which is its catalogue."""
    file = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    file += b"".join(b"%010d 00000 n \n" % place for place in places)
    file += b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(file)


def pdf_of_pages(pages: list[bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF file whose pages (A4) have these content streams; /F1 is a Chinese font that is not embedded."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * number) for number in range(len(pages)))
    system = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    measures = b"/FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120 /CapHeight 880"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R %s >>" % system,
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /StemV 93 %s >>" % measures,
    ]
    for number, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (7 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    return pdf(objects, trailer=trailer)


def pdf_text(x: float, y: float, text: str, *, size: float = 16) -> bytes:
    """A content stream that shows ``text`` at a place."""
    return b"BT /F1 %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (size, x, y, text.encode("utf-16-be").hex().encode())


def pdf_rule(x0: float, y0: float, x1: float, y1: float) -> bytes:
    """A content stream that draws a straight line."""
    return b"%g %g m %g %g l S\n" % (x0, y0, x1, y1)


def ole(*streams: str, content: bytes = b"") -> bytes:
    """The outline of an old office file: magic bytes, ``content`` in the first sector, directory entries."""
    sector = content.ljust(512, b"\0")
    entries = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + sector + entries


_SHEET_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def xlsx(rows: str, *, name: str = "清单", more: str = "", **parts: str) -> bytes:
    """An .xlsx file with one sheet of the XML ``rows``; ``parts`` are more members of its folder ``xl``, by stem."""
    members = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations((f"{_OFFICE}/officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_SHEET_NAMESPACE}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations((f"{_OFFICE}/worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET_NAMESPACE}">'
        f"<sheetData>{rows}</sheetData>{more}</worksheet>",
    }
    for stem, content in parts.items():
        members[f"xl/{stem}.xml"] = content.replace(">", f' xmlns="{_SHEET_NAMESPACE}">', 1)
    return package(members)


_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rows: str, *, name: str = "清单") -> bytes:
    """An .ods file with one sheet of the XML ``rows``."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<office:document-content xmlns:office="{_OASIS}:office:1.0" xmlns:table="{_OASIS}:table:1.0"'
        f' xmlns:text="{_OASIS}:text:1.0"><office:body><office:spreadsheet><table:table table:name="{name}">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return package({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}, packed=False)


def ods_cell(text: str = "", properties: str = "") -> str:
    """A cell of an .ods file."""
    shown = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="string" {properties}>{shown}</table:table-cell>'


def xls(cells: dict[tuple[int, int], str | float], merged: list[tuple[int, int, int, int]]) -> bytes:
    """An old .xls file (BIFF8) with one sheet; ``merged`` are first and last row, first and last column."""
    version = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for (row, column), value in cells.items():
        place = struct.pack("<HHH", row, column, 0)
        if isinstance(value, str):
            sheet += _record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
        else:
            sheet += _record(0x0203, place + struct.pack("<d", value))
    ranges = b"".join(struct.pack("<HHHH", *corners) for corners in merged)
    sheet += _record(0x00E5, struct.pack("<H", len(merged)) + ranges) + _record(0x000A, b"")
    # The sheet starts after these three records: 20 + 18 + 4 bytes.
    name = struct.pack("<IBBBB", 42, 0, 0, 6, 0) + b"Sheet1"
    stream = _record(0x0809, version) + _record(0x0085, name) + _record(0x000A, b"")
    return compound(Workbook=stream + sheet)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def doc(text: str = "文", *, flags: int = 0x0200, version: int = 193, table: bytes = b"x" * 21, at: int = 0) -> bytes:
    """The outline of a .doc of Word 97: its information block, the text, and a stream of tables."""
    block = bytearray(0x0200)
    struct.pack_into("<HH6xH", block, 0, 0xA5EC, version, flags)
    struct.pack_into("<i", block, 0x4C, len(text))
    struct.pack_into("<II", block, 0x01A2, at, len(table))
    return compound(WordDocument=bytes(block) + text.encode("utf-16-le"), **{"1Table": table})


def compound(**streams: bytes) -> bytes:
    """An old office file (a compound file of 512-byte sectors) that holds one to three streams."""
    table, entries, content = [0xFFFFFFFD, 0xFFFFFFFE], [], b""
    for number, (name, stream) in enumerate(streams.items(), 1):
        start, beside = len(table), number + 1 if number < len(streams) else 0xFFFFFFFF
        padded = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
        table += [*range(start + 1, start + len(padded) // 512), 0xFFFFFFFE]
        entries.append(_entry(name, 2, left=beside, child=0xFFFFFFFF, start=start, size=len(padded)))
        content += padded
    root = _entry("Root Entry", 5, left=0xFFFFFFFF, child=1, start=0xFFFFFFFE, size=0)
    directory = b"".join([root, *entries]).ljust(512, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + struct.pack("<128I", *(table + [0xFFFFFFFF] * 128)[:128]) + directory + content


def _entry(name: str, kind: int, *, left: int, child: int, start: int, size: int) -> bytes:
    label = (name + "\0").encode("utf-16-le")
    entry = label.ljust(64, b"\0") + struct.pack("<HBB", len(label), kind, 1)
    return entry + struct.pack("<III", left, 0xFFFFFFFF, child) + b"\0" * 36 + struct.pack("<IQ", start, size)
