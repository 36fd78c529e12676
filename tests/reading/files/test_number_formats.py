import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.reading.files.number_formats import FORMATS, formatted

# format: what it makes of 1, 10, 11, 21, 27, 100, 305 (as LibreOffice and ECMA-376 17.18.59 have it)
COUNTS = (1, 10, 11, 21, 27, 100, 305)
CASES = [
    ("decimal", "1 10 11 21 27 100 305"),
    ("decimalZero", "01 10 11 21 27 100 305"),
    ("decimalFullWidth", "１ １０ １１ ２１ ２７ １００ ３０５"),
    ("decimalEnclosedCircle", "① ⑩ ⑪ ㉑ ㉗ 100 305"),
    ("decimalEnclosedFullstop", "⒈ ⒑ ⒒ 21 27 100 305"),
    ("decimalEnclosedParen", "⑴ ⑽ ⑾ 21 27 100 305"),
    ("chineseCounting", "一 十 十一 二十一 二十七 一○○ 三○五"),
    ("chineseCountingThousand", "一 十 十一 二十一 二十七 一百 三百零五"),
    ("japaneseCounting", "一 十 十一 二十一 二十七 一百 三百零五"),
    ("ideographDigital", "一 一〇 一一 二一 二七 一〇〇 三〇五"),
    ("ideographTraditional", "甲 癸 11 21 27 100 305"),
    ("ideographZodiac", "子 酉 戌 21 27 100 305"),
    ("ideographZodiacTraditional", "甲子 癸酉 甲戌 甲申 庚寅 100 305"),
    ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾壹 贰拾柒 壹佰 叁佰零伍"),
    ("ideographLegalTraditional", "壹 壹拾 壹拾壹 貳拾壹 貳拾柒 壹佰 參佰零伍"),
    ("ideographEnclosedCircle", "㊀ ㊉ 11 21 27 100 305"),
    ("upperLetter", "A J K U AA VVVV SSSSSSSSSSSS"),
    ("lowerLetter", "a j k u aa vvvv ssssssssssss"),
    ("upperRoman", "I X XI XXI XXVII C CCCV"),
    ("lowerRoman", "i x xi xxi xxvii c cccv"),
    ("hindiVowels", "1 10 11 21 27 100 305"),
]


@pytest.mark.parametrize(("number_format", "expected"), CASES)
def test_each_format(number_format: str, expected: str) -> None:
    assert [formatted(count, number_format) for count in COUNTS] == expected.split()


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (9999, "九千九百九十九"),
        (0, "0"),
        (10000, "10000"),
    ],
)
def test_zeros_inside_a_spelled_number(count: int, expected: str) -> None:
    assert formatted(count, "chineseCountingThousand") == expected


@pytest.mark.parametrize("number_format", ["none", "bullet"])
def test_formats_without_a_text(number_format: str) -> None:
    assert formatted(3, number_format) == ""


@given(st.sampled_from(sorted(FORMATS)), st.integers(0, 999_999_999))
def test_every_count_has_a_short_text(number_format: str, count: int) -> None:
    assert len(formatted(count, number_format)) <= 30


@given(st.integers(1, 9998))
def test_spelled_numbers_differ(count: int) -> None:
    assert formatted(count, "chineseCountingThousand") != formatted(count + 1, "chineseCountingThousand")
