"""Copies of a picture for looking at: smaller, as WebP, with nothing of what the original says of place and device."""

import base64
import io

from PIL import Image

THUMBNAIL, PREVIEW = 320, 1600  # pixels of the longer side
_QUALITY = 78


def copies_of(picture: Image.Image) -> dict[str, str]:
    """Thumbnail and preview of an upright picture in red, green and blue; the file's bytes in base 64."""
    return {"preview": webp(picture, PREVIEW), "thumbnail": webp(picture, THUMBNAIL)}


def webp(picture: Image.Image, longest: int) -> str:
    """The picture with sides of at most ``longest`` pixels, as WebP in base 64."""
    return _written(shrunk(picture, longest), "WEBP", quality=_QUALITY, method=4)


def jpeg(picture: Image.Image) -> str:
    """The picture as JPEG, which every office program takes, in base 64."""
    return _written(picture, "JPEG", quality=88)


def shrunk(picture: Image.Image, longest: int) -> Image.Image:
    """A copy with sides of at most that many pixels, without what the file said."""
    small = picture.copy()
    small.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    small.info.clear()
    return small


def flat(picture: Image.Image) -> Image.Image:
    """In red, green and blue; what is transparent shows white."""
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        paper = Image.new("RGB", clear.size, "white")
        paper.paste(clear, mask=clear.getchannel("A"))
        return paper
    return picture.convert("RGB")


def _written(picture: Image.Image, kind: str, **how: int) -> str:
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return base64.b64encode(file.getvalue()).decode("ascii")
