"""A sentence with its marks in place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.plans.table.sentence import Mark, Piece, line_around, pieces

UNIT, TERM = "mark-unit", "mark-term"


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("县教育局每月一次", "")]),
        ([Mark(0, 4, UNIT)], [("县教育局", UNIT), ("每月一次", "")]),
        ([Mark(4, 8, TERM), Mark(0, 4, UNIT)], [("县教育局", UNIT), ("每月一次", TERM)]),
        ([Mark(0, 6, UNIT), Mark(4, 8, TERM)], [("县教育局", UNIT), ("每月", f"{UNIT} {TERM}"), ("一次", TERM)]),
        ([Mark(2, 99, UNIT)], [("县教", ""), ("育局每月一次", UNIT)]),
        ([Mark(8, 99, UNIT)], [("县教育局每月一次", "")]),
    ],
)
def test_it_is_cut_where_marks_begin_and_end(marks: list[Mark], expected: list[tuple[str, str]]) -> None:
    assert [(piece.text, piece.css) for piece in pieces("县教育局每月一次", 0, 8, marks=marks)] == expected


def test_noise_is_left_out() -> None:
    found = pieces("每月(广告)一次", 0, 8, marks=[Mark(0, 8, TERM)], noise=[[2, 6, "ad"]])
    assert found == [Piece("每月", TERM), Piece("一次", TERM)]


@pytest.mark.parametrize(
    ("text", "start", "end", "line"),
    [
        ("一\n牵头：教育局\n二", 5, 8, "牵头：教育局"),
        ("牵头：教育局", 3, 6, "牵头：教育局"),
        ("甲" * 300 + "教育局" + "乙" * 300, 300, 303, "甲" * 120 + "教育局" + "乙" * 120),
    ],
)
def test_the_line_around(text: str, start: int, end: int, line: str) -> None:
    first, last = line_around(text, start, end)
    assert text[first:last] == line


MARKS = st.lists(
    st.builds(
        lambda start, length, css: Mark(start, start + length, css),
        st.integers(0, 20),
        st.integers(1, 8),
        st.sampled_from([UNIT, TERM]),
    )
)


@given(st.text(max_size=20), MARKS)
def test_no_character_is_lost(text: str, marks: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(text, 0, len(text), marks=marks)) == text
