"""A band below a picture that says when, where, whose and what; the picture itself stays free of it."""

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

_PAPER, _INK = "#ffffff", "#1b1f24"
_SHARE = 40  # the letters are a fortieth of the picture's width high
_SMALLEST = 14  # pixels
_MARGIN, _LEADING = 0.8, 1.5  # in heights of a letter


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the band says, line by line, and the file of a Chinese font with the number of the face in it."""

    lines: tuple[str, ...]
    font: str
    face: int = 0


def stamped(picture: Image.Image, stamp: Stamp) -> Image.Image:
    """The picture with the band below it; lines too long for it go on in the next."""
    letter = max(_SMALLEST, picture.width // _SHARE)
    font = ImageFont.truetype(stamp.font, letter, index=stamp.face)
    margin, step = round(letter * _MARGIN), round(letter * _LEADING)
    lines = [part for line in stamp.lines for part in _wrapped(line, font, picture.width - 2 * margin)]
    sheet = Image.new("RGB", (picture.width, picture.height + 2 * margin + step * len(lines)), _PAPER)
    sheet.paste(picture, (0, 0))
    draw = ImageDraw.Draw(sheet)
    for number, line in enumerate(lines):
        draw.text((margin, picture.height + margin + number * step), line, font=font, fill=_INK)
    return sheet


def _wrapped(line: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """The line in pieces that fit; at least one sign in each."""
    lines = [""]
    for sign in line:
        if lines[-1] and font.getlength(lines[-1] + sign) > width:
            lines.append("")
        lines[-1] += sign
    return lines
