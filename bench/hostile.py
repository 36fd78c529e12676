"""Files that mean harm, made on the spot."""

import io
import zipfile
from pathlib import Path
from random import Random

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "".join(f'<!ENTITY a{k} "{f"&a{k - 1};" * 10}">' for k in range(1, 10))


def write_hostile_files(folder: Path) -> list[Path]:
    """Write one file of each kind into ``folder`` and return their paths."""
    for name, content in _contents().items():
        (folder / name).write_bytes(content)
    return sorted(folder.iterdir())


def _contents() -> dict[str, bytes]:
    laughs = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]><w:document {_W}>&a9;</w:document>'
    return {
        "empty.txt": b"",
        "bomb.docx": _word(b" " * 100_000_000),
        "laughs.docx": _word(laughs.encode()),
        "malformed.docx": _word(b"<w:document><w:p>"),
        "cut.docx": _word(b"<x/>" * 1000)[:300],
        "noise.docx": Random(1).randbytes(1_000_000),
        "damaged.pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        "nested.html": b"<html><body>" + b"<div>" * 100_000 + "方案".encode(),
        "huge.txt": "文".encode() * 7_500_000,
        "brackets.txt": "（".encode() * 1_000_000,
        "deep.txt": "\n".join(f"{'1.' * depth} 植树" for depth in range(1, 1001)).encode(),
    }


def _word(document: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", document)
    return buffer.getvalue()
