"""An address as a square that phones read (QR code, ISO/IEC 18004)."""

import base64

from qrcode.constants import ERROR_CORRECT_M
from qrcode.image.svg import SvgPathFillImage
from qrcode.main import QRCode


def square_of(address: str) -> str:
    """The square as an SVG in a data: address; medium correction, so that a fold in the paper does no harm.

    On white: phones read dark on white only, whatever the page's colours.
    """
    square = QRCode(error_correction=ERROR_CORRECT_M, image_factory=SvgPathFillImage)
    square.add_data(address)
    svg: bytes = square.make_image().to_string()
    return f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
