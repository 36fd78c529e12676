"""Files that mean harm, or were harmed on their way: as many as are wanted, the same for the same number."""

import struct
import zlib
from collections.abc import Callable
from functools import cache
from random import Random

from PIL import Image, PngImagePlugin

from tests.work.evidence import files
from tests.work.evidence.files import box

Made = tuple[str, bytes]  # the name that it comes under, and its bytes

_SCRIPT = b"<script>fetch('/evidence/')</script>"
_NAMES = (
    "照片.jpg", "../../etc/passwd", "a\\b\\会议.png", "\u202egpj.exe", "名" * 250 + ".jpg", ".", "..", " ", "a\tb.jpg",
    "%00.jpg", "<img src=x onerror=alert(1)>.jpg", "照片.jpg.exe", "CON", "'; DROP TABLE x; --.pdf",
    "{{ 7|add:7 }}.docx",
)  # fmt: skip


@cache
def good() -> tuple[bytes, ...]:
    """One good file of each kind."""
    picture = files.scene(320, 240)
    return (
        files.photo(picture),
        files.photo(picture, "PNG"),
        files.photo(picture, "HEIF"),
        files.pdf([picture]),
        files.word(),
        files.excel(),
        files.video(),
        files.old_office("WordDocument"),
    )


def _any(chance: Random) -> bytes:
    return chance.choice(good())


def cut(chance: Random) -> bytes:
    """Cut off somewhere."""
    data = _any(chance)
    return data[: chance.randrange(len(data))]


def flipped(chance: Random) -> bytes:
    """Some bytes are others."""
    data = bytearray(_any(chance))
    for _number in range(chance.randint(1, 40)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def torn(chance: Random) -> bytes:
    """A piece taken out, or put in twice."""
    data = _any(chance)
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.randrange(1, 2000))
    return data[:start] + data[end:] if chance.random() < 0.5 else data[:end] + data[start:]


def two_kinds(chance: Random) -> bytes:
    """Something else behind, before or inside."""
    one, other = _any(chance), _any(chance)
    match chance.randrange(4):
        case 0:
            return one + other
        case 1:
            return one[:30] + _SCRIPT + one[30:]
        case 2:
            return b"%PDF-1.7\n" + one
    return b"<!doctype html>" + _SCRIPT + one


def huge_jpeg(chance: Random) -> bytes:
    """A JPEG that says that it is far larger than it is."""
    data = good()[0]
    at = data.index(b"\xff\xc0") + 5
    return (
        data[:at]
        + struct.pack(">HH", chance.choice([65535, 40000, 9]), chance.choice([65535, 0, 60000]))
        + data[at + 4 :]
    )


def chunk(name: bytes, content: bytes, *, is_sound: bool = True) -> bytes:
    """A chunk of a PNG."""
    check = zlib.crc32(name + content) if is_sound else 7
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def huge_png(chance: Random) -> bytes:
    """A PNG with any size and depth in its head."""
    side = [1, 30_000, 2**31 - 1, 2**32 - 1, 65_536, 0]
    head = struct.pack(">IIBBBBB", chance.choice(side), chance.choice(side), chance.choice([1, 8, 16, 99]), 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9000))) + chunk(b"IEND", b"")
    )


def chunks(chance: Random) -> bytes:
    """A PNG with chunks that unpack to much, or that are very many."""
    packed = zlib.compress(bytes(30_000_000), 9)
    bomb = chance.choice(
        [
            chunk(b"zTXt", b"a\0\0" + packed),
            chunk(b"iTXt", b"a\0\1\0\0\0" + packed),
            chunk(b"iCCP", b"a\0\0" + packed),
            chunk(b"tEXt", b"Software\0" + _SCRIPT) * 20_000,
            chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)),
            chunk(b"eXIf", b"MM\0*\0\0\0\x08" + b"\xff" * 3000),
            chunk(b"IDAT", packed),
            chunk(b"tEXt", b"x", is_sound=False),
        ]
    )
    data = good()[1]
    return data[:33] + bomb + data[33:]


def exif(chance: Random) -> bytes:
    """A JPEG whose Exif points to itself, counts to the sky, or is noise."""
    entries = b"".join(
        struct.pack(
            ">HHII",
            chance.choice([0x8769, 0x8825, 271, 306, 36867, 2, 4, chance.randrange(65536)]),
            chance.randrange(14),
            chance.choice([1, 3, 2**32 - 1, 65536, 2**20]),
            chance.choice([8, 0, 2**32 - 1, chance.randrange(60_000)]),
        )
        for _number in range(chance.choice([1, 20, 3000]))
    )
    block = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", len(entries) // 12) + entries + struct.pack(">I", 8)
    data = good()[0]
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block[:65_000] + data[2:]


def page(chance: Random) -> bytes:
    """A page, a drawing with a script, a program, whatever it is called."""
    return chance.choice(
        [
            b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><svg>&b;</svg>',
            b"<html>" + _SCRIPT,
            b"\xff\xfe" + "<html><script>".encode("utf-16-le"),
            b"GIF89a/*" + _SCRIPT + b"*/=1;",
            b"BM/**/=1;alert(1)",
            b"MZ" + chance.randbytes(500),
            b"#!/bin/sh\nid\n",
            b"%!PS\nsystemdict",
            b"\x7fELF" + chance.randbytes(200),
            b"{\\rtf1{\\object}}",
            b"MIME-Version: 1.0\nContent-Type: text/html\n\n" + _SCRIPT,
        ]
    )


def macros(chance: Random) -> bytes:
    """An office file with a program in it."""
    return chance.choice(
        [
            files.word("word/vbaProject.bin"),
            files.excel("xl/vbaProject.BIN"),
            files.excel("xl/macrosheets/sheet1.xml"),
            files.word("word/activeX/activeX1.bin"),
            files.old_office("WordDocument", "Macros", "VBA"),
            files.old_office("Workbook", "_VBA_PROJECT_CUR"),
        ]
    )


@cache
def _bombs() -> tuple[bytes, ...]:
    large = files.office("word/document.xml", content=bytes(90_000_000))
    return (
        large,
        files.office("word/a.zip", "word/document.xml", content=large),
        files.office(*(f"word/{number}.xml" for number in range(11_000)), content=b""),
        large[:-10],
    )


def bomb(chance: Random) -> bytes:
    """A zip that unpacks to much, or to very many."""
    return chance.choice(_bombs())


def heic(chance: Random) -> bytes:
    """A HEIC of noise, or with sizes that are none."""
    data, noise = good()[2], chance.randbytes(chance.randrange(3000))
    match chance.randrange(3):
        case 0:
            return box(b"ftyp", b"heic\0\0\0\0mif1heic") + box(b"meta", noise) + box(b"mdat", noise)
        case 1:
            at = data.index(b"ispe") + 8
            return (
                data[:at]
                + struct.pack(">II", chance.choice([2**32 - 1, 60_000]), chance.choice([2**31, 1]))
                + data[at + 8 :]
            )
    at = chance.randrange(20, len(data))
    return data[:at] + noise + data[at + len(noise) :]


def film(chance: Random) -> bytes:
    """A video whose boxes do not fit."""
    data = bytearray(files.video(None, b"+30+120/"))
    for _number in range(chance.randint(1, 4)):
        at = chance.randrange(0, len(data) - 4)
        data[at : at + 4] = struct.pack(">I", chance.choice([0, 1, 7, 2**32 - 1, len(data), chance.randrange(400)]))
    return bytes(data)


def odd_pdf(chance: Random) -> bytes:
    """A PDF with a page as large as a town, a program, or pages that contain themselves."""
    size = chance.choice(["0 0 99999999 99999999", "0 0 0 0", "-5 -5 1e30 1", "0 0 600 800"])
    kids = chance.choice(["3 0 R", "2 0 R", "3 0 R " * 5000])
    return (
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
        f"2 0 obj<</Type/Pages/Count {chance.choice([1, -1, 10**9])}/Kids[{kids}]>>endobj\n"
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[{size}]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


def odd_picture(chance: Random) -> bytes:
    """A picture that is sound and strange: one point wide, with remarks, of another sort."""
    size = chance.choice([(1, 1), (1, 20_000), (20_000, 1), (3, 3)])
    remarks = PngImagePlugin.PngInfo()
    remarks.add_text("Comment", _SCRIPT.decode(), zip=True)
    mode = chance.choice(["1", "L", "LA", "P", "RGBA", "I;16"])
    return files.saved(Image.new(mode, size), "PNG", pnginfo=remarks)


def noise(chance: Random) -> bytes:
    """Nothing but noise, perhaps with a good beginning."""
    return _any(chance)[: chance.choice([0, 4, 12, 64])] + chance.randbytes(chance.randrange(5000))


SORTS: tuple[Callable[[Random], bytes], ...] = (
    cut, flipped, torn, two_kinds, huge_jpeg, huge_png, chunks, exif, page, macros, bomb, heic, film, odd_pdf,
    odd_picture, noise,
)  # fmt: skip


def hostile(number: int) -> Made:
    """The file of that number, each sort in turn."""
    chance = Random(number)
    return chance.choice(_NAMES), SORTS[number % len(SORTS)](chance)
