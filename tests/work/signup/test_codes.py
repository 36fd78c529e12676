"""Codes that nobody misreads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.work.signup.codes import LETTERS, code_of, typed

ALL = len(LETTERS) ** 6


@given(st.integers(0, ALL - 1), st.integers(0, ALL - 1))
def test_each_number_has_its_own_code_that_is_read_back(one: int, other: int) -> None:
    assert (code_of(one) == code_of(other)) == (one == other)
    assert typed(code_of(one)) == code_of(one)


@pytest.mark.parametrize("text", ["", "7KQM3", "7KQM3PP", "7KQM30", "七KQM3P", "<b>7K", "7KQM3P\0"])
def test_what_is_no_code(text: str) -> None:
    assert typed(text) == ""


def test_as_people_type() -> None:
    assert typed(" 7kq-m3 p") == "7KQM3P"
