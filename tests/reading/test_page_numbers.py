"""Which lines are the number of a page."""

import pytest

from wenming.reading.page_numbers import is_page_number


@pytest.mark.parametrize(
    "line",
    [
        "— 3 —",
        "－１２－",
        "-3-",
        "· 4 ·",
        "第3页",
        "第 3 页",
        "第3页,共12页",
        "第３页 共１２页",
        "3/12",
        "3 / 12",
        "12页",
        "~7~",
    ],
)
def test_these_are(line: str) -> None:
    assert is_page_number(line)


@pytest.mark.parametrize(
    "line", ["", "3", "2026", "3月", "·3", "第3条", "一、总体要求", "3/12场", "— 3 — 开展", "12345页", "--", "第三页"]
)
def test_these_are_not(line: str) -> None:
    assert not is_page_number(line)
