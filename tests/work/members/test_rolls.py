"""Cells are counted by name where there is a roll, and by number where there is none."""

import pytest
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_unit
from tests.work.members.making import make_coverage, make_member, make_training
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.rules.commitments.kept import commitment_of
from wenming.work.members.rolls import Rolls, load_rolls, population_of
from wenming.work.models import Cell, Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def cell_of(unit: Unit) -> tuple[float | None, float | None]:
    refresh(commitments=None, units=None, at=now())
    cell = Cell.objects.get(unit=unit)
    return cell.have, cell.need


def test_a_coverage_is_counted_by_name(unit: Unit, me: User) -> None:
    asking = make_coverage(unit)
    for name, office in [("王敏", "办公室"), ("王敏", "人事科"), ("李青山", ""), ("张伟", "")]:
        make_member(unit, name, office, made_by=me)
    make_training(unit, asking, "王敏/办公室", "李青山/甲社区", "赵一")
    make_training(unit, asking, "王敏", "李青山")
    assert cell_of(unit) == (2, 4)


def test_a_name_alone_says_nothing_where_several_took_part(unit: Unit, me: User) -> None:
    other = make_unit("乙社区")
    asking = make_coverage(unit, other)
    for one in (unit, other):
        make_member(one, "王敏", made_by=me)
    record = make_training(unit, asking, "王敏")
    record.with_units.add(other)
    refresh(commitments=None, units=None, at=now())
    assert set(Cell.objects.values_list("have", flat=True)) == {0}
    record.attendees.update(office="乙社区")
    refresh(commitments=None, units=None, at=now())
    assert dict(Cell.objects.values_list("unit__short", "have")) == {"甲社区": 0, "乙社区": 1}


def test_one_of_each_unit_by_name_and_office_is_nobody(unit: Unit, me: User) -> None:
    other = make_unit("乙社区")
    asking = make_coverage(unit, other)
    for one in (unit, other):
        make_member(one, "王敏", "办公室", made_by=me)
    record = make_training(unit, asking, "王敏/办公室")
    record.with_units.add(other)
    for judged in (unit, other):
        refresh(commitments=[asking.pk], units=[judged.pk], at=now())
    assert dict(Cell.objects.values_list("unit__short", "have")) == {"甲社区": 0, "乙社区": 0}


def test_without_a_roll_nothing_is_loaded(unit: Unit, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    rule = commitment_of(make_coverage(unit).rule)
    assert population_of(rule) == "干部"
    with django_assert_num_queries(1):
        assert load_rolls([rule], [unit.pk], Use.objects.all()) == Rolls()
    with django_assert_num_queries(0):
        assert load_rolls([], [unit.pk], Use.objects.all()).roll(rule, unit.pk) == ()
