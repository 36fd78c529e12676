"""Numerals: exact, or no numeral at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.numerals import NUMERAL, parse_number, parse_span

DIGITS = "零一二三四五六七八九"

VALUES = [
    ("五", 5),
    ("十", 10),
    ("十二", 12),
    ("二十", 20),
    ("两", 2),
    ("半", 0.5),
    ("〇", 0),
    ("一百零五", 105),
    ("一百五", 150),
    ("三千五", 3500),
    ("一千零五十", 1050),
    ("两千三百", 2300),
    ("三万五", 35000),
    ("一万零二十", 10020),
    ("二十万五千", 205000),
    ("一亿零五", 100000005),
    ("三万亿", 3 * 10**12),
    ("二〇二六", 2026),
    ("7", 7),
    ("1,200", 1200),
    ("12.5", 12.5),
    ("3.2万", 32000),
    ("1.15万", 11500),
    ("1.5亿", 150000000),
    ("2千", 2000),
    ("0.1", 0.1),
]
MALFORMED = ["", "十十", "百", "万", "三百四百", "一万二万", "二三十五", "每", "1.2.3", "一" * 30]


@pytest.mark.parametrize(("numeral", "value"), VALUES)
def test_value(numeral: str, value: float) -> None:
    assert parse_number(numeral) == value


@pytest.mark.parametrize("numeral", MALFORMED)
def test_no_numeral(numeral: str) -> None:
    assert parse_number(numeral) is None


@pytest.mark.parametrize(
    ("numeral", "span"),
    [
        ("三五", (3, 5)),
        ("七八", (7, 8)),
        ("十七八", (17, 18)),
        ("二三十", (20, 30)),
        ("三四百", (300, 400)),
        ("二〇二五", (2025, 2025)),
        ("三十五", (35, 35)),
        ("五三", (53, 53)),
        ("12", (12, 12)),
        ("十十", None),
    ],
)
def test_neighbours_are_a_span(numeral: str, span: tuple[int, int] | None) -> None:
    assert parse_span(numeral) == span


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("共3项、十二个", ["3", "十二"]),
        ("第3次、第五届", []),
        ("F5与IPv6", []),
        ("1,200人3.5公里", ["1,200", "3.5"]),
        ("半天", ["半"]),
    ],
)
def test_where_a_numeral_stands(text: str, numerals: list[str]) -> None:
    assert re.findall(NUMERAL, text) == numerals


def written(number: int) -> str:
    """The number as a clerk writes it in Chinese."""
    if number >= 10**8:
        return joined(number, 10**8, "亿")
    if number >= 10**4:
        return joined(number, 10**4, "万")
    text = ""
    for step, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, step)
        if digit:
            text += DIGITS[digit] + word
        elif text and not text.endswith("零") and number:
            text += "零"
    return text or "零"


def joined(number: int, scale: int, word: str) -> str:
    """High part, the word of its scale, low part with the 零 that stands for a gap."""
    high, low = divmod(number, scale)
    gap = "零" if 0 < low < scale // 10 else ""
    return written(high) + word + gap + (written(low) if low else "")


@given(st.integers(min_value=0, max_value=10**12))
def test_a_written_number_reads_back(number: int) -> None:
    assert parse_number(written(number)) == number
    assert parse_number(str(number)) == number


@given(st.text(alphabet="零一二三五九十百千万亿两半0123456789.,", max_size=30))
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = parse_number(text)
    span = parse_span(text)
    assert value is None or value >= 0
    assert span is None or 0 <= span[0] <= span[1]
