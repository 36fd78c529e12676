"""A reading in the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.making import make_measure, make_reading
from tests.reading.test_rows import MEASURE, TEXT
from wenming.reading.model import Doubt
from wenming.reading.rows import doubt_rows
from wenming.reading.terminal import Style, printable, reading_as_text, summary, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("中文", 4), ("ａ", 2), ("“引”", 6), ("e\u0301", 1), ("\u200b", 0), ("", 0), ("①2", 3)],
)
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text(max_size=200), st.integers(4, 60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrap(printable(text), width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(printable(text).split())


def test_a_closing_mark_never_starts_a_line() -> None:
    assert wrap("一二三四，五六七八。", 8) == ["一二三", "四，五六", "七八。"]


def test_a_western_word_stays_whole() -> None:
    assert wrap("统一接入 12345 热线", 14) == ["统一接入 12345", "热线"]


def test_a_document_cannot_command_the_terminal() -> None:
    assert printable("甲\x1b[2J\r乙\x9b\ud800") == "甲�[2J 乙��"


def test_a_measure_is_a_block_under_its_chapter() -> None:
    text = list(reading_as_text(make_reading(TEXT, [MEASURE]), [], Style()))
    assert text[:6] == [
        "一、植树",
        "",
        " 1  1.每年植树100棵，2026年底前完成",
        "    责任 县林业局、县教育局  配合 团县委",
        "    目标 100棵  时限 2026年底前；近期",
        "",
    ]
    assert text[6] == "1 条措施 · 4 项责任（3 个单位） · 3 项要求 · 0 处存疑"


def test_the_title_stands_on_top() -> None:
    lines = list(reading_as_text(make_reading(TEXT, [MEASURE], title="青禾县绿化方案"), [], Style()))
    assert lines[:3] == ["青禾县绿化方案", "", "一、植树"]


def test_a_chapter_is_said_once_and_a_measure_of_nobody_is_marked() -> None:
    text = "一、植树\n1.挖坑\n2.浇水\n"
    measures = [make_measure(text, words, path=["一、植树"]) for words in ("1.挖坑", "2.浇水")]
    lines = list(reading_as_text(make_reading(text, measures), [], Style(language="en")))
    assert lines.count("一、植树") == 1
    assert lines.count("    (nobody is named)") == 2


def test_no_measures_are_not_passed_over() -> None:
    assert any("没有读出任何措施" in line for line in reading_as_text(make_reading("你好", []), [], Style()))


def test_doubts_follow_with_line_and_words() -> None:
    doubts = doubt_rows(TEXT, [Doubt("date_backwards", 8, 12, {})])
    lines = list(reading_as_text(make_reading(TEXT, [MEASURE]), doubts, Style()))
    assert lines[-2:] == ["错误 第 2 行 “一、植树”", "      结束时间早于开始时间：请核对这两个时间。"]


def test_bold_only_where_the_terminal_can() -> None:
    reading = make_reading(TEXT, [MEASURE])
    assert not any("\x1b" in line for line in reading_as_text(reading, [], Style()))
    assert any("\x1b[1m" in line for line in reading_as_text(reading, [], Style(colour=True)))


def test_the_summary_speaks_english() -> None:
    assert summary(make_reading(TEXT, [MEASURE]), "en") == "measures: 1 · duties: 4 (units: 3) · terms: 3 · doubts: 0"
