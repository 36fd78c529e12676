"""Proving words marked in a text."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.frameworks.filing.marking import stretches


def test_every_place_is_marked_also_where_marks_overlap() -> None:
    told = [(one.words, one.is_marked) for one in stretches("甲乙丙丁甲乙", ["甲乙", "乙丙"])]
    assert told == [("甲乙丙", True), ("丁", False), ("甲乙", True)]
    assert stretches("", ["甲"]) == []


@given(st.text(alphabet="甲乙丙\n", max_size=20), st.lists(st.text(alphabet="甲乙丙\n", max_size=3)))
def test_nothing_is_lost(text: str, marked: list[str]) -> None:
    assert "".join(one.words for one in stretches(text, marked)) == text
