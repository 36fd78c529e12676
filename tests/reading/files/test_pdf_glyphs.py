import pytest

from wenming.reading.files.pdf_glyphs import Glyph, repaired


@pytest.mark.parametrize(
    ("char", "expected"),
    [("文", "文"), ("A", "A"), ("⽂", "文"), ("⼀", "一"), ("⻓", "长"), ("⺠", "民"), (" ", ""), ("\u3000", ""),
     ("\r", ""), ("\0", ""), ("\ufffd", "\ufffd")],
)  # fmt: skip
def test_characters_are_named_rightly(char: str, expected: str) -> None:
    assert repaired(ord(char)) == expected


@pytest.mark.parametrize("code", [0xD800, 0xDFFF])
def test_halves_of_characters_leave_no_ink(code: int) -> None:
    assert repaired(code) == ""


@pytest.mark.parametrize("code", [-1, 0x110000])
def test_codes_of_no_character(code: int) -> None:
    assert repaired(code) == "\ufffd"


def test_the_size_and_middle_of_a_glyph() -> None:
    glyph = Glyph("文", 10, 20, 26, 36)
    assert (glyph.size, glyph.middle) == (16, 28)
