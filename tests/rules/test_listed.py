"""Names in a cell."""

from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.listed import joined, parts
from wenming.rules.seen import one_line


@given(st.lists(st.text(alphabet="甲乙丙、，; ", min_size=1).map(one_line).filter(bool), unique=True, max_size=5))
def test_names_joined_are_found_again(names: list[str]) -> None:
    assert parts(joined(names)) == names


def test_names_are_parted_by_signs_or_lines() -> None:
    assert parts("甲、乙，丙; 甲") == ["甲", "乙", "丙"]
    assert parts("甲、乙\n丙") == ["甲、乙", "丙"]
