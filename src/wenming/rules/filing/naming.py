"""What the folders and files of a filing are called: in the framework's order, by its codes, fit for any computer.

A file bears the number that paper filings bear in pencil: item – wanted piece – n-th original, such as ``Ⅱ-1-1)-①``.
"""

import re
from collections.abc import Iterable

from wenming.rules.seen import one_line

LONGEST = 60  # characters of a title in a name; Windows takes 260 for a whole path
_MOST_BYTES = 200  # of a name in UTF-8: Linux takes 255, and a page's name and a number come behind it
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MOST_CIRCLED = 20


def safe(words: str, *, longest: int = LONGEST, otherwise: str = "材料") -> str:
    """The words as part of a file's name.

    >>> safe('a/b: "c"?')
    'a b c'
    """
    plain = one_line(_NOT_IN_A_NAME.sub(" ", words))[:longest].strip(". ")
    if not plain or _RESERVED.fullmatch(plain):
        return f"{otherwise}{plain}"
    return plain


def circled(number: int) -> str:
    """①, ②, … ⑳, (21), …"""
    return chr(0x245F + number) if 1 <= number <= _MOST_CIRCLED else f"({number})"


def folder(position: int, code: str, title: str) -> str:
    """The folder of a standard: its place among all, its code and its title.

    >>> folder(7, "Ⅱ-1-1", "学校有心理辅导室")
    '007 Ⅱ-1-1 学校有心理辅导室'
    """
    return _within(f"{position:03d} {safe(f'{code} {title}')}")


def file_stem(code: str, wanted: int, number: int, title: str) -> str:
    """The n-th original for a wanted piece of a standard.

    >>> file_stem("Ⅱ-1", 1, 2, "心理辅导室照片")
    'Ⅱ-1-1)-② 心理辅导室照片'
    """
    return _within(safe(f"{code or '材料'}-{wanted})-{circled(number)} {title}", longest=LONGEST + 30))


def _within(name: str) -> str:
    """The name, cut where it is too long for a computer that counts bytes."""
    return name.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")


def told_apart(names: Iterable[str]) -> list[str]:
    """The names, those that came before (in any case of letters) with a number behind them."""
    seen: set[str] = set()
    told = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        stem, dot, suffix = (stem, dot, suffix) if stem else (name, "", "")
        another, number = name, 2
        while another.casefold() in seen:
            another, number = f"{stem} {number}{dot}{suffix}", number + 1
        seen.add(another.casefold())
        told.append(another)
    return told
