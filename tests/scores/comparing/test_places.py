"""Units in their order, each way."""

from fractions import Fraction

from wenming.rules.ranking import Way
from wenming.rules.scoring.tallies import Tally
from wenming.scores.comparing.forms import PLAIN
from wenming.scores.comparing.places import places

TALLIES = [
    Tally("甲", Fraction(1), 1, 1),
    Tally("乙", Fraction(90), 100, 2),
    Tally("丙", Fraction(9), 10, 2),
    Tally("丁", Fraction(20), 100, 4),
]


def order(way: str, least: int = 1) -> list[tuple[str, int | None]]:
    return [(one.name, one.rank) for one in places(TALLIES, way=way, least=least, among=None)]


def test_the_mean_as_it_is_with_ties() -> None:
    assert order(PLAIN) == [("甲", 1), ("丙", 2), ("乙", 2), ("丁", 4)]


def test_one_lucky_value_is_not_the_best_where_it_must_be_sure() -> None:
    assert [name for name, _rank in order(Way.LOWER_BOUND)] == ["乙", "丙", "甲", "丁"]
    shrunk = {one.name: one.shown for one in places(TALLIES, way=Way.SHRUNK, least=1, among=None)}
    assert shrunk["甲"] < 1
    assert 1 - shrunk["甲"] > abs(shrunk["乙"] - 0.9)


def test_too_few_values_are_not_ranked() -> None:
    assert order(PLAIN, least=5) == [("丙", 1), ("乙", 1), ("丁", 3), ("甲", None)]
    assert order(Way.LOWER_BOUND, least=5)[-1] == ("甲", None)


def test_only_like_with_like_and_in_words() -> None:
    first, second = places(TALLIES, way=PLAIN, least=1, among={"乙", "丁"})
    assert (first.name, second.name) == ("乙", "丁")
    assert first.words["got"] == "90"
    assert first.words["rate"] == "90%"
    assert first.differs
    assert not places(TALLIES[:1], way=PLAIN, least=1, among=None)[0].differs
