"""The band below a picture."""

import pytest

from tests.work.evidence import files
from wenming.work.evidence.inside.stamp import Stamp, stamped
from wenming.work.evidence.opening import chinese_font

FONT, FACE = chinese_font()
pytestmark = pytest.mark.skipif(not FONT, reason="no Chinese font here")


@pytest.mark.parametrize(("width", "lines"), [(200, 1), (640, 2), (2048, 3)])
def test_the_picture_stays_as_it_is(width: int, lines: int) -> None:
    picture = files.scene(width, 300)
    sheet = stamped(picture, Stamp(("2026年3月5日 · 甲社区",) * lines, FONT, FACE))
    assert sheet.crop((0, 0, width, 300)).tobytes() == picture.tobytes()
    assert sheet.height > 300
    assert sheet.crop((0, 300, width, sheet.height)).getextrema() != ((255, 255),) * 3


def test_long_lines_go_on_below() -> None:
    short = stamped(files.scene(400, 300), Stamp(("短",), FONT, FACE))
    long = stamped(files.scene(400, 300), Stamp(("长" * 200,), FONT, FACE))
    assert long.height > short.height + 100
    assert long.width == 400
