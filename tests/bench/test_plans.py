"""The plans that benchmarks and property tests are fed with."""

import pytest

from bench.plans import joined, make_plan, numeral
from wenming.reading.model import Role
from wenming.reading.read import read_text


def test_the_same_seed_makes_the_same_plan() -> None:
    assert make_plan(2000, 7) == make_plan(2000, 7) != make_plan(2000, 8)


@pytest.mark.parametrize("characters", [0, 1000, 50_000])
def test_it_is_about_as_long_as_asked(characters: int) -> None:
    assert characters <= len(make_plan(characters)) <= characters + 3000


def test_it_reads_as_a_plan() -> None:
    [plan] = read_text(make_plan(20_000, 1), name="plan.txt", sha256="").plans
    assert len(plan.measures) > 100
    assert {duty.role for measure in plan.measures for duty in measure.duties} >= {Role.LEAD, Role.RESPONSIBLE}
    assert sum(len(measure.terms) for measure in plan.measures) > 100


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "十")]
)
def test_numerals(number: int, word: str) -> None:
    assert numeral(number) == word


def test_texts_are_joined_to_a_length() -> None:
    assert joined(["甲", "乙"], 5) == "甲\n乙甲\n"
