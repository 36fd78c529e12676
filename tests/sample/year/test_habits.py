"""Units differ, each in one way."""

from dataclasses import astuple
from itertools import islice

from wenming.sample.year.habits import BRIEF, DILIGENT, FORGETFUL, HABITS, HASTY, LATE, habits


def test_every_habit_is_a_set_of_shares() -> None:
    for habit in HABITS:
        _, *shares = astuple(habit)
        assert all(0 <= share <= 1 for share in shares)
        assert habit.withdrawn + habit.returned < 1


def test_each_is_the_worst_in_its_own_way() -> None:
    assert min(HABITS, key=lambda habit: habit.does) is FORGETFUL
    assert min(HABITS, key=lambda habit: habit.in_time) is LATE
    assert max(HABITS, key=lambda habit: habit.short) is BRIEF
    assert max(HABITS, key=lambda habit: habit.withdrawn) is HASTY
    assert max(HABITS, key=lambda habit: habit.does) is DILIGENT


def test_ten_units_have_them_all() -> None:
    assert set(islice(habits(), 10)) == set(HABITS)
