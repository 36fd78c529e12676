"""Actions and the events they write."""

from contextlib import suppress

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from wenming.accounts.models import User
from wenming.audit.models import Detail, Event, Tip
from wenming.audit.recording import OutsideAction, action, content_of, record, state_of
from wenming.places.models import Area, AreaKind
from wenming.rules.chain import is_commitment_to, is_seal_of

pytestmark = pytest.mark.django_db


@action
def add(name: str, *, then: BaseException | None = None) -> Area:
    """An area, and an end that may be bad."""
    area = Area.objects.create(name=name, kind=AreaKind.COUNTY)
    record("places.add_area", area, by=None, at=now(), after=state_of(area, "name"))
    if then:
        raise then
    return area


@action
def add_two(*, is_second_bad: bool) -> None:
    """An action of two parts, the second of which may come to nothing."""
    add("青禾县")
    with suppress(IntegrityError):
        add("禾南县", then=IntegrityError() if is_second_bad else None)


def names() -> list[str]:
    """What the events are about, in their order."""
    return list(Event.objects.order_by("number").values_list("thing_name", flat=True))


def test_an_event_is_written_with_what_it_tells() -> None:
    add("青禾县")
    event = Event.objects.get()
    assert (event.number, event.verb, event.after) == (1, "places.add_area", {"name": "青禾县"})
    assert is_seal_of(event.digest, content_of(event), previous="")


def test_an_action_that_fails_tells_nothing() -> None:
    with pytest.raises(ValueError, match="nothing"):
        add("青禾县", then=ValueError("nothing"))
    assert (Event.objects.count(), Area.objects.count(), Tip.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(("is_second_bad", "told"), [(False, ["青禾县", "禾南县"]), (True, ["青禾县"])])
def test_the_parts_of_an_action_are_told_where_they_happened(is_second_bad: bool, told: list[str]) -> None:
    add_two(is_second_bad=is_second_bad)
    assert names() == told
    assert list(Area.objects.values_list("name", flat=True)) == told


def test_each_event_follows_the_one_before() -> None:
    for name in ("一县", "二县", "三县"):
        add(name)
    events = list(Event.objects.order_by("number"))
    assert [event.number for event in events] == [1, 2, 3]
    assert [event.previous for event in events] == ["", events[0].digest, events[1].digest]
    tip = Tip.objects.get()
    assert (tip.number, tip.digest) == (3, events[2].digest)


def test_nothing_is_recorded_outside_an_action() -> None:
    with pytest.raises(OutsideAction), transaction.atomic():
        record("places.add_area", None, by=None, at=now())


def test_what_is_personal_stands_beside_the_event_and_can_be_forgotten() -> None:
    @action
    def tell(person: User) -> None:
        record("accounts.add_person", person, by=None, at=now(), after=state_of(person, "full_name", "is_active"))

    tell(User.objects.create(username="shen", full_name="沈知远"))
    event = Event.objects.get()
    assert (event.thing_name, event.after) == ("", {"is_active": True})
    details = {detail.name: detail for detail in Detail.objects.all()}
    assert {name: detail.value for name, detail in details.items()} == {"name": "沈知远", "after.full_name": "沈知远"}
    for name, detail in details.items():
        assert is_commitment_to(event.details[name], detail.value, salt=detail.salt)
    Detail.objects.all().delete()
    event.refresh_from_db()
    assert is_seal_of(event.digest, content_of(event), previous="")
