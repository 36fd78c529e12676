"""What people type about units and classes."""

import pytest

from tests.plans.making import NOON, make_area, make_class, make_unit
from wenming.places.forms import ClassForm, MergeForm, UnitForm, initial_of, initial_of_class
from wenming.places.models import Alias, Area, AreaKind, Unit, UnitKind
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db
ALL = Scope(everywhere=True)


def test_other_names_come_one_a_line_or_with_commas() -> None:
    data = {"name": "甲局", "kind": "government", "area": make_area().pk, "aliases": "乙局\n 丙局、丁局，\n乙局"}
    form = UnitForm(data, scope=ALL)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["aliases"] == ["乙局", "丙局", "丁局"]
    assert form.cleaned_data["kind"] is UnitKind.GOVERNMENT


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "长" * 81), ("kind", "boss"), ("area", "0"), ("aliases", "长" * 81)]
)
def test_what_cannot_be_is_refused_at_its_field(field: str, value: str) -> None:
    data = {"name": "甲局", "kind": "government", "area": make_area().pk, field: value}
    assert list(UnitForm(data, scope=ALL).errors) == [field]


def test_a_unit_and_back() -> None:
    unit = make_unit()
    unit.parents.add(make_unit("县委教育工委"))
    Alias.objects.create(name="教育局", unit=unit)
    form = UnitForm(initial_of(unit), scope=ALL, unit=unit)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["aliases"] == ["教育局"]
    assert list(form.cleaned_data["parents"]) == list(unit.parents.all())


def test_a_unit_is_not_offered_to_itself_nor_a_dissolved_one() -> None:
    unit, other, gone = make_unit(), make_unit("县城管局"), make_unit("县农机局")
    Unit.objects.filter(pk=gone.pk).update(dissolved_on=NOON.date())
    for form, name in ((UnitForm(scope=ALL, unit=unit), "parents"), (MergeForm(scope=ALL, unit=unit), "into")):
        assert list(form.fields[name].queryset) == [other]  # type: ignore[attr-defined]


def test_a_class_needs_a_rule_or_members() -> None:
    assert "没有单位" in str(ClassForm({"name": "各社区"}, scope=ALL).errors)
    assert ClassForm({"name": "各社区", "kinds": ["community"]}, scope=ALL).is_valid()
    assert ClassForm({"name": "各社区", "named_members": [make_unit().pk]}, scope=ALL).is_valid()


def test_a_class_and_back() -> None:
    unit_class = make_class("各社区", [UnitKind.COMMUNITY], [make_unit()])
    form = ClassForm(initial_of_class(unit_class), scope=ALL)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["kinds"] == [UnitKind.COMMUNITY]
    assert list(form.cleaned_data["named_members"]) == list(unit_class.named_members.all())


class TestScope:
    """What is beyond one's reach cannot be chosen, even by its key."""

    @pytest.fixture
    def town(self) -> Area:
        return make_area("文昌街道", AreaKind.TOWN, make_area())

    @pytest.fixture
    def scope(self, town: Area) -> Scope:
        return Scope(areas=frozenset({town.pk}))

    def test_a_unit_goes_to_no_other_area(self, scope: Scope, town: Area) -> None:
        data = {"name": "文昌街道文明办", "kind": "party"}
        assert UnitForm({**data, "area": town.pk}, scope=scope).is_valid()
        assert list(UnitForm({**data, "area": make_area().pk}, scope=scope).errors) == ["area"]

    def test_a_class_keeps_to_the_area_and_its_units(self, scope: Scope, town: Area) -> None:
        here, there = make_unit("文昌街道", area=town), make_unit("县教育局")
        data = {"name": "各单位", "area": town.pk}
        assert ClassForm({**data, "named_members": [here.pk]}, scope=scope).is_valid()
        assert "named_members" in ClassForm({**data, "named_members": [there.pk]}, scope=scope).errors
        assert list(ClassForm({"name": "各社区", "kinds": ["community"]}, scope=scope).errors) == ["area"]

    def test_a_member_from_elsewhere_may_stay(self, scope: Scope, town: Area) -> None:
        there = make_unit("县教育局")
        unit_class = make_class("各单位", members=[there])
        data = {"name": "各单位", "area": town.pk, "named_members": [there.pk]}
        assert ClassForm(data, scope=scope, unit_class=unit_class).is_valid()

    def test_nothing_is_merged_into_what_is_anothers(self, scope: Scope, town: Area) -> None:
        here, there = make_unit("文昌街道", area=town), make_unit("县教育局")
        assert list(MergeForm({"into": there.pk}, scope=scope, unit=here).errors) == ["into"]
