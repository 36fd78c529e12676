"""Sums by who answers for what was seen."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.scoring.trees import F, shares
from wenming.rules.scoring.model import Observation
from wenming.rules.scoring.tallies import Tally, by_department, by_territory, filled

ROWS = [
    Observation("1", F("0.5"), territory="文昌街道", departments=("县城管局", "县住建局")),
    Observation("1", F(1), territory="书院街道", departments=("县城管局",)),
    Observation("9", F(0), departments=("县住建局",)),  # no standard is scored so, and no territory answers for it
    Observation("2", F("0.5"), territory="文昌街道"),
    Observation("2", F("0.5"), territory="江湾街道", departments=("县教育局", "县教育局")),
]


def test_by_territory_the_best_first_and_ties_share_a_rank() -> None:
    assert by_territory(ROWS) == [
        Tally("书院街道", F(1), 1, 1),
        Tally("文昌街道", F(1), 2, 2),
        Tally("江湾街道", F("0.5"), 1, 2),
    ]


def test_a_row_counts_for_each_department_once() -> None:
    assert by_department(ROWS) == [
        Tally("县城管局", F("1.5"), 2, 1),
        Tally("县教育局", F("0.5"), 1, 2),
        Tally("县住建局", F("0.5"), 2, 3),
    ]


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), shares)))
def test_what_all_got_together_is_what_was_seen(rows: list[tuple[str, object]]) -> None:
    seen = [Observation("1", F(str(value)), territory=name) for name, value in rows]
    tallies = by_territory(seen)
    assert sum(one.got for one in tallies) == sum(one.value for one in seen)
    assert [one.rank for one in tallies] == [1 + sum(other.rate > one.rate for other in tallies) for one in tallies]


def test_where_nothing_was_sampled_the_mean_of_the_others_stands() -> None:
    seen = [
        Observation("1", Fraction(1), territory="甲"),
        Observation("1", Fraction(0), territory="乙"),
        Observation("1", Fraction(1), territory="乙"),
        Observation("2", Fraction(1, 2), territory="甲"),
        Observation("2", Fraction(1), territory="丙"),
        Observation("3", Fraction(0)),
    ]
    more = filled(seen)[len(seen) :]
    assert {(one.standard, one.territory): one.value for one in more} == {
        ("1", "丙"): Fraction(3, 4),  # of 甲's 1 and 乙's half
        ("2", "乙"): Fraction(3, 4),
    }
