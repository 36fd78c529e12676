"""What one comes to from a start, and the steps turned round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.reaching import reached, turned

STEPS = {1: [2, 3], 3: [4], 5: [6]}


@pytest.mark.parametrize(
    ("starts", "expected"),
    [([], set()), ([1], {1, 2, 3, 4}), ([4], {4}), ([3, 5], {3, 4, 5, 6}), ([9], {9})],
    ids=["nowhere", "from the top", "from the end", "from two", "from what has no steps"],
)
def test_reached(starts: list[int], expected: set[int]) -> None:
    assert reached(starts, STEPS) == expected


def test_a_ring_ends() -> None:
    assert reached([1], {1: [2], 2: [1]}) == {1, 2}


def test_turned() -> None:
    assert turned([(2, 1), (3, 1), (4, 3), (1, None)]) == {1: [2, 3], 3: [4]}


PAIRS = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=20)


@given(PAIRS, st.integers(1, 8), st.integers(1, 8))
def test_who_is_above_has_it_below(pairs: list[tuple[int, int]], one: int, other: int) -> None:
    below = turned(pairs)
    above = turned((upper, lower) for lower, upper in pairs)
    assert (other in reached([one], below)) == (one in reached([other], above))
