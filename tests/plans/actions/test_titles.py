"""Titles as they are typed."""

import pytest

from wenming.plans.actions.titles import NoTitle, title_of


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("开展志愿服务", "开展志愿服务"),
        ("  开展\n\t志愿  服务 ", "开展 志愿 服务"),
        ("开展\0志愿", "开展 志愿"),
        ("一二三四五六七八九十", "一二三四五六七八"),
    ],
)
def test_a_title_is_one_line(typed: str, expected: str) -> None:
    assert title_of(typed, longest=8) == expected


@pytest.mark.parametrize("typed", ["", "  ", "\0", "\n\u3000"])
def test_nothing_is_no_title(typed: str) -> None:
    with pytest.raises(NoTitle):
        title_of(typed, longest=8)
