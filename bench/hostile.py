"""Files that mean harm, made on the spot."""

import io
import zipfile
from pathlib import Path
from random import Random

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
_ENTRY = "WordDocument\0".encode("utf-16-le").ljust(512, b"\0")
_LAUGHS = "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 10))


def write_hostile_files(folder: Path) -> list[Path]:
    """Write one file of each kind that is refused by ourselves into ``folder`` and return their paths."""
    return _write(folder, {**_modern(), **_texts(), **_old()})


def write_slow_conversions(folder: Path) -> list[Path]:
    """Write files that get as far as LibreOffice, which would work on them for a minute or more."""
    shape, note = rb"{\shp{\*\shpinst{\shptxt a}}}", rb"a{\footnote b}"
    contents = {"shapes.doc": shape * 20_000, "notes.rtf": note * 50_000}
    return _write(folder, {name: rb"{\rtf1 " + content + b"}" for name, content in contents.items()})


def _write(folder: Path, contents: dict[str, bytes]) -> list[Path]:
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def _modern() -> dict[str, bytes]:
    laughs = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]><w:document {_W}>&a9;</w:document>'
    return {
        "bomb.docx": _word(b" " * 100_000_000),
        "laughs.docx": _word(laughs.encode()),
        "malformed.docx": _word(b"<w:document><w:p>"),
        "cut.docx": _word(b"<x/>" * 1000)[:300],
        "noise.docx": Random(1).randbytes(1_000_000),
        "outside.docx": _word(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'),
        "damaged.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "nested.html": b"<html><body>" + b"<div>" * 100_000 + "方案".encode(),
        "rowspans.html": b"<html><table>" + ("<tr>" + "<td rowspan=99>格" * 10).encode() * 13_000,
    }


def _texts() -> dict[str, bytes]:
    return {
        "empty.txt": b"",
        "huge.txt": "文".encode() * 7_500_000,
        "long.txt": "文明创建".encode() * 1_500_000,
        "brackets.txt": "（\n".encode() * 90_000,
        "blanks.txt": f"1.县局{' ' * 49_000}x".encode(),
        "points.txt": ("序号\n任务\n分值\n责任单位\n1\n甲\n" + "7甲\n77\n" * 10_000).encode(),
        "line.txt": "1.推进；2.完成；".encode() * 130_000,
        "deep.txt": "\n".join(f"{'1.' * depth} 植树" for depth in range(1, 1001)).encode(),
    }


def _old() -> dict[str, bytes]:
    odt = {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b" " * 100_000_000}
    return {
        "locked.doc": _OLE + b"\xec\xa5\xc1\0".ljust(11, b"\0") + b"\x03".ljust(501, b"\0") + _ENTRY,
        "noise.doc": _OLE + Random(2).randbytes(512_000) + _ENTRY,
        "groups.rtf": rb"{\rtf1 " + b"{" * 1_000_000,
        "paragraphs.rtf": rb"{\rtf1 " + rb"\par" * 3_000_000,
        "bomb.odt": _package(odt),
    }


def _word(document: bytes) -> bytes:
    return _package({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def _package(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()
