"""Folds a stretch of text so that the grammars see one way of writing, and keeps the way back.

Full-width digits, letters and punctuation become half-width, every dash becomes ``-``, a full stop after a word becomes
``。``. White space is dropped, as the text layer of a PDF puts it anywhere; but one break stays between the cells of a
table, between two digits, and beside a number that stands alone in its line or numbers it: no number may grow by its
neighbours.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_DASHES = "‐‑‒–—―─－~～﹣"
_FOLDS = _WIDE | dict.fromkeys(_DASHES, "-") | {"∶": ":", "﹪": "%", "︰": ":", "﹒": ".", "○": "〇"}
_ODD = re.compile("[" + re.escape("".join(_FOLDS)) + "]")
_STOP = re.compile(r"\.(?<=[^\x00-\x7f]\.)(?![0-9.])")
# A line so short and bare is a cell of a table, or a number of its own.
_CELL = r"(?!以[上下内]|之内|左右)(?:[^\s,.。;:、()]|(?<=[0-9])\.(?=[0-9])){1,8}"
_CELL_BEFORE = re.compile(rf"[\n\t][^\S\n]*{_CELL}$")
_CELL_AFTER = re.compile(rf"{_CELL}[^\S\n]*(?:\n|$)")
_NUMBERED = re.compile(r"[0-9]{1,4}[^\S\n\t]*(?:[.、)](?![0-9])|[\n\t]|$)")
_SPACE = re.compile(r"\s\s*")  # so written, it begins with one sign: a search skips quickly to the next


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; from ``cuts[k]`` on (an offset in it), ``dropped[k]`` characters were dropped before."""

    text: str
    cuts: tuple[int, ...]
    dropped: tuple[int, ...]

    def place(self, index: int) -> int:
        """The offset in the text before folding of the character at ``index`` of the folded text."""
        k = bisect_right(self.cuts, index)
        return index + (self.dropped[k - 1] if k else 0)


def fold(text: str) -> Folded:
    """The folded form of ``text``."""
    even = text
    for odd in set(_ODD.findall(text)):
        even = even.replace(odd, _FOLDS[odd])
    pieces: list[str] = []
    cuts: list[int] = []
    dropped: list[int] = []
    at = length = lost = 0
    for space in _SPACE.finditer(even):
        start, end = space.span()
        kept = _break(even, start, end)
        pieces += even[at:start], kept
        length += start - at + len(kept)
        lost += end - start - len(kept)
        cuts.append(length)
        dropped.append(lost)
        at = end
    pieces.append(even[at:])
    return Folded(_STOP.sub("。", "".join(pieces)), tuple(cuts), tuple(dropped))


def _break(text: str, start: int, end: int) -> str:
    """What stays of the white space from ``start`` to ``end``: a line break, a space, or nothing."""
    is_after, is_before = text[start - 1 : start].isdecimal(), text[end : end + 1].isdecimal()
    if "\t" in text[start:end]:
        return "\n"
    if "\n" in text[start:end]:
        is_cell = _CELL_BEFORE.search(text, max(0, start - 12), start) or _CELL_AFTER.match(text, end)
        return "\n" if (is_after and is_before) or is_cell or _NUMBERED.match(text, end) else ""
    return " " if is_after and is_before else ""
