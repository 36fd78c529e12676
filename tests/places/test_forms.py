"""What people type about units and classes."""

import pytest

from tests.plans.making import make_area, make_class, make_unit
from wenming.places.forms import ClassForm, MergeForm, UnitForm, initial_of, initial_of_class
from wenming.places.models import Alias, UnitKind

pytestmark = pytest.mark.django_db


def test_other_names_come_one_a_line_or_with_commas() -> None:
    data = {"name": "甲局", "kind": "government", "area": make_area().pk, "aliases": "乙局\n 丙局、丁局，\n乙局"}
    form = UnitForm(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["aliases"] == ["乙局", "丙局", "丁局"]
    assert form.cleaned_data["kind"] is UnitKind.GOVERNMENT


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "长" * 81), ("kind", "boss"), ("area", "0"), ("aliases", "长" * 81)]
)
def test_what_cannot_be_is_refused_at_its_field(field: str, value: str) -> None:
    data = {"name": "甲局", "kind": "government", "area": make_area().pk, field: value}
    assert list(UnitForm(data).errors) == [field]


def test_a_unit_and_back() -> None:
    unit = make_unit()
    unit.parents.add(make_unit("县委教育工委"))
    Alias.objects.create(name="教育局", unit=unit)
    form = UnitForm(initial_of(unit), unit=unit)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["aliases"] == ["教育局"]
    assert list(form.cleaned_data["parents"]) == list(unit.parents.all())


def test_a_unit_is_not_offered_to_itself() -> None:
    unit, other = make_unit(), make_unit("县城管局")
    for html in (str(UnitForm(unit=unit)["parents"]), str(MergeForm(unit=unit)["into"])):
        assert other.short in html
        assert unit.short not in html


def test_a_class_needs_a_rule_or_members() -> None:
    assert "没有单位" in str(ClassForm({"name": "各社区"}).errors)
    assert ClassForm({"name": "各社区", "kinds": ["community"]}).is_valid()
    assert ClassForm({"name": "各社区", "named_members": [make_unit().pk]}).is_valid()


def test_a_class_and_back() -> None:
    unit_class = make_class("各社区", [UnitKind.COMMUNITY], [make_unit()])
    form = ClassForm(initial_of_class(unit_class))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["kinds"] == [UnitKind.COMMUNITY]
    assert list(form.cleaned_data["named_members"]) == list(unit_class.named_members.all())
