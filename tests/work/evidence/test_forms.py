"""Keys of what is handed in."""

from uuid import UUID

import pytest

from wenming.work.evidence.forms import key_of, keys_for

ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("given", "count", "first"), [([str(ONE), str(OTHER)], 2, [ONE, OTHER]), (["x", str(ONE)], 1, [ONE])]
)
def test_keys_that_are_given(given: list[str], count: int, first: list[UUID]) -> None:
    assert keys_for(given, count) == first


def test_keys_that_follow_from_the_first() -> None:
    first, second, third = keys_for([str(ONE)], 3)
    assert [first, second, third] == keys_for([str(ONE)], 3)
    assert len({first, second, third}) == 3
    assert first == ONE


def test_new_keys() -> None:
    assert keys_for([], 2) != keys_for([], 2)
    assert key_of("x") is None
