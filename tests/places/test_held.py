"""What hangs on a unit, room by room."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from wenming.accounts.models import Post, PostRole
from wenming.places.held import pointers
from wenming.places.models import Unit

KEYS = {
    "accounts.invitation.unit",
    "accounts.post.unit",
    "command.group.host",
    "command.link.unit",
    "command.seat.unit",
    "places.alias.unit",
    "places.notsame.one",
    "places.notsame.other",
    "places.unit_parents.from_unit",
    "places.unit_parents.to_unit",
    "places.unitchange.unit",
    "places.unitchange_others.unit",
    "places.unitclass_named_members.unit",
    "plans.duty.unit",
}


def test_fields_of_all_rooms_are_found_those_between_two_models_as_well() -> None:
    found = {pointer.key: pointer for pointer in pointers(Unit)}
    assert set(found) >= KEYS
    assert found["places.unit_parents.from_unit"].is_own
    assert not found["places.unit_parents.to_unit"].is_own
    assert found["plans.duty.unit"].held.locked_first == "measure__version"


@pytest.mark.django_db
def test_what_was_is_not_open() -> None:
    unit, person = make_unit(), make_person("某人", None)
    (pointer,) = (one for one in pointers(Unit) if one.key == "accounts.post.unit")
    held = Post.objects.create(user=person, role=PostRole.LIAISON, unit=unit)
    ended = Post.objects.create(user=person, role=PostRole.LEADER, unit=unit, ended_at=NOON)
    assert set(pointer.rows(unit.pk)) == {held, ended}
    assert list(pointer.open_rows(unit.pk)) == [held]
