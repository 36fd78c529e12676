import pytest

from wenming.reading.files.pdf_glyphs import Glyph
from wenming.reading.files.pdf_lines import lines_of


def glyphs(text: str, x: float = 90, y: float = 700, *, size: float = 10, gap: float = 0) -> list[Glyph]:
    """Characters side by side; a space is a gap of its width."""
    made = []
    for char in text:
        width = size if char > "\u2000" else size / 2
        if not char.isspace():
            made.append(Glyph(char, x, y, x + width, y + size))
        x += width + gap
    return made


@pytest.mark.parametrize(
    ("row", "text"),
    [
        pytest.param(glyphs("推动文明"), "推动文明", id="side by side"),
        pytest.param(glyphs("推动文明", gap=5), "推动文明", id="spread over the line"),
        pytest.param(glyphs("县局　县委", gap=0), "县局 县委", id="a typed space"),
        pytest.param(glyphs("序号　　　任务"), "序号\t任务", id="columns"),
        pytest.param(glyphs("good city", gap=0), "good city", id="Latin words"),
        pytest.param(glyphs("2026 年 6 月"), "2026年6月", id="half spaces around numbers"),
        pytest.param(glyphs("明文", 110) + glyphs("推动", 90), "推动明文", id="drawn out of order"),
        pytest.param(glyphs("县") + glyphs("３", 100, 702, size=8), "县３", id="two fonts on one line"),
    ],
)
def test_the_text_of_a_line(row: list[Glyph], text: str) -> None:
    assert [line.text for line in lines_of(0, row)] == [text]


def test_lines_one_below_the_other() -> None:
    lines = lines_of(4, glyphs("甲乙") + glyphs("丙丁", y=685))
    assert [line.text for line in lines] == ["甲乙", "丙丁"]
    assert (lines[1].page, lines[1].left, lines[1].right, lines[1].middle, lines[1].size) == (4, 90, 110, 690, 10)


def test_no_glyphs() -> None:
    assert lines_of(0, []) == []
