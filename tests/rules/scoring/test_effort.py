"""How many days a standard takes."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wenming.rules.scoring.effort import Effort, Ground, efforts

TOOK = {"A": [30, 4, 8], "B": [2, 3]}


@pytest.mark.parametrize(
    ("code", "effort"),
    [
        ("A", Effort(Fraction(8), Ground.OWN, 3, 4, 30)),
        ("B", Effort(Fraction(5, 2), Ground.OWN, 2, 2, 3)),
        ("C", Effort(Fraction(4), Ground.OTHERS, 5, 2, 30)),
    ],
)
def test_what_it_took_itself_counts_before_what_others_took(code: str, effort: Effort) -> None:
    assert efforts([code], TOOK, {}, 10) == {code: effort}


def test_what_the_office_says_counts_before_everything() -> None:
    assert efforts(["A"], TOOK, {"A": 60}, 10)["A"] == Effort(Fraction(60), Ground.SAID)


def test_where_nothing_was_ever_done_it_is_supposed() -> None:
    assert efforts(["A"], {}, {}, 10)["A"] == Effort(Fraction(10), Ground.SUPPOSED)


@given(st.dictionaries(st.sampled_from("ABCD"), st.lists(st.integers(1, 400), min_size=1, max_size=6)))
def test_the_days_lie_between_the_fewest_and_the_most(took: dict[str, list[int]]) -> None:
    for effort in efforts("ABCDE", took, {}, 10).values():
        assert effort.ground is Ground.SUPPOSED or effort.fewest <= effort.days <= effort.most
