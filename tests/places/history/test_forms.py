"""What people type when something happens to a unit."""

import pytest

from tests.plans.making import NOON, make_unit
from wenming.places.history.forms import DissolveForm, JoinForm, PartsForm, RenameForm
from wenming.places.models import Unit
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db
ALL = Scope(everywhere=True)


def test_a_day_that_is_none_is_refused() -> None:
    form = RenameForm({"name": "甲局", "on": "昨天"}, unit=make_unit(), scope=ALL)
    assert list(form.errors) == ["on"]
    assert list(form.fields) == ["name", "short", "on", "basis"]


def test_a_joined_unit_exists_or_is_new() -> None:
    unit, other = make_unit("甲局"), make_unit("乙局")
    given = {"others": [other.pk], "on": "2026-03-05"}
    assert "二者填一项" in str(JoinForm(given, unit=unit, scope=ALL).errors)
    assert "二者填一项" in str(JoinForm(given | {"into": other.pk, "name": "新局"}, unit=unit, scope=ALL).errors)
    form = JoinForm(given | {"into": other.pk}, unit=unit, scope=ALL)
    assert form.is_valid()
    assert form.joined(other) == [unit]


def test_the_parts_are_those_that_exist_and_new_ones_once() -> None:
    unit, other = make_unit("甲局"), make_unit("乙局")
    assert not PartsForm({"names": ""}, unit=unit, scope=ALL).is_valid()
    assert not PartsForm({"names": "长" * 81}, unit=unit, scope=ALL).is_valid()
    form = PartsForm({"names": "丙局\n丙局\n\n丁局", "successors": [other.pk]}, unit=unit, scope=ALL)
    assert form.is_valid()
    assert form.part_names == ["青禾乙局", "丙局", "丁局"]


def test_nobody_dissolved_and_nobody_elsewhere_takes_over() -> None:
    unit, gone = make_unit("甲局"), make_unit("乙局")
    Unit.objects.filter(pk=gone.pk).update(dissolved_on=NOON.date())
    given = {"on": "2026-03-05", "into": gone.pk}
    assert list(DissolveForm(given, unit=unit, scope=ALL).errors) == ["into"]
    assert list(DissolveForm(given | {"into": unit.pk}, unit=unit, scope=Scope()).errors) == ["into"]
