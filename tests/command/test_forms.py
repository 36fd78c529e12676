"""What people type about the structure."""

import pytest
from django.forms import ValidationError

from tests.command.making import make_group
from tests.plans.making import make_person, make_unit
from wenming.accounts.models import User
from wenming.command.forms import GroupForm, LinkForm, SeatForm, UnitField, UnitsField, WhoField
from wenming.command.models import Group
from wenming.places.models import Unit
from wenming.places.reach import Scope

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "is_account"),
    [("沈知远", True), ("沈知远（沈知远）", True), ("沈知远(沈知远)", True), ("顾维桢", False), ("", False)],
)
def test_a_name_is_an_account_where_somebody_has_one(typed: str, is_account: bool) -> None:
    person, field = make_person(), WhoField(required=False)
    field.people = User.objects.all()
    assert field.clean(typed) == (person if is_account else typed)


def test_what_nobody_sees_is_no_part_of_a_name() -> None:
    assert WhoField().clean("张\u202e三\n\u200b李四 ") == "张三 李四"


def test_a_user_name_that_nobody_has_is_refused_and_two_of_a_name_as_well() -> None:
    field = WhoField()
    field.people = User.objects.all()
    for name in ("one", "two"):
        User.objects.create_user(username=name, full_name="李明")
    for typed in ("李明（nobody）", "李明"):
        with pytest.raises(ValidationError):
            field.clean(typed)
    assert field.clean("李明（two）") == User.objects.get(username="two")


def test_units_are_found_by_any_separator_and_once() -> None:
    units = [make_unit("县教育局"), make_unit("县城管局")]
    assert UnitsField().clean("县教育局、县城管局，县教育局\n") == units
    assert UnitField(required=False).clean("") is None
    Unit.objects.update(short="某局")
    with pytest.raises(ValidationError, match="不止一个"):
        UnitField().clean("某局")


def test_a_person_is_of_one_unit_at_most() -> None:
    units = "、".join(str(make_unit(short)) for short in ("县教育局", "县城管局"))
    data = {"title": "组长", "since": "2026-03-01", "who": "甲", "units_typed": units}
    form = SeatForm(data, people=User.objects.none())
    assert set(form.errors) == {"units_typed"}
    assert set(SeatForm({**data, "who": "", "units_typed": ""}, people=User.objects.none()).errors) == {"who"}


def test_what_is_beyond_reach_is_no_choice() -> None:
    group = make_group()
    data = {"name": "组", "kind": "working", "area": group.area_id, "since": "2026-03-01", "who": "甲"}
    nowhere = GroupForm(data, scope=Scope(), parents=Group.objects.none())
    assert set(nowhere.errors) == {"area"}
    link = LinkForm({**data, "kind": "point"}, people=User.objects.none(), scope=Scope())
    assert set(link.errors) == {"area"}
