"""A character of a PDF page and its place; characters that fonts name wrongly are named rightly."""

import unicodedata
from dataclasses import dataclass

# Fonts often map a character to the radical that looks the same. Those that Unicode itself does not fold:
_RADICALS = dict(
    zip(
        "⺠⺟⺩⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "民母王虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character; the box holds its full width and the height of its font, in points from the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of the font."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Half-way between bottom and top."""
        return (self.top + self.bottom) / 2


def repaired(code: int) -> str:
    """The character of ``code``, or nothing where it leaves no ink; a radical becomes the character it stands for."""
    char = chr(code) if 0 <= code <= 0x10FFFF else "\ufffd"
    if char.isspace() or 0 <= code < 0x20 or 0xD800 <= code < 0xE000:
        return ""
    if "\u2f00" <= char <= "\u2fdf":
        return unicodedata.normalize("NFKC", char)
    return _RADICALS.get(char, char)
