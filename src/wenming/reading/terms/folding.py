"""Folds a stretch of text so that the grammars see one way of writing, and keeps the way back.

Full-width digits, letters and punctuation become half-width, every dash becomes ``-``, and white space is dropped, as the
text layer of a PDF puts it anywhere; only between two digits a space stays, so that two numbers never grow into one.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_DASHES = "‐‑‒–—―─－~～﹣"
_FOLDS = _WIDE | dict.fromkeys(_DASHES, "-") | {"∶": ":", "﹪": "%", "︰": ":"}
_ODD = re.compile("[" + re.escape("".join(_FOLDS)) + "]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``cuts[k]`` is where the k-th dropped run stood and ``dropped[k]`` how many characters were dropped so far."""

    text: str
    cuts: tuple[int, ...]
    dropped: tuple[int, ...]

    def place(self, index: int) -> int:
        """The offset in the text before folding of the character at ``index`` of the folded text."""
        k = bisect_right(self.cuts, index)
        return index + (self.dropped[k - 1] if k else 0)


def fold(text: str) -> Folded:
    """The folded form of ``text``."""
    even = _ODD.sub(lambda odd: _FOLDS[odd[0]], text)
    pieces: list[str] = []
    cuts: list[int] = []
    dropped: list[int] = []
    at = length = lost = 0
    for space in _SPACE.finditer(even):
        start, end = space.span()
        kept = " " if _between_digits(even, start, end) else ""
        pieces += even[at:start], kept
        length += start - at + len(kept)
        lost += end - start - len(kept)
        cuts.append(length)
        dropped.append(lost)
        at = end
    pieces.append(even[at:])
    return Folded("".join(pieces), tuple(cuts), tuple(dropped))


def _between_digits(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal()
