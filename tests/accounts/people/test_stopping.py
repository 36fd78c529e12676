"""Stopping and restoring an account."""

import pytest
from django.test import Client

from tests.accounts.making import NOON, make_person
from wenming.accounts.people import stopping
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def test_who_is_stopped_is_signed_in_nowhere(client: Client) -> None:
    keeper, person = make_person("keeper"), make_person("liming")
    client.force_login(person)
    assert client.get("/").status_code == 200
    stopping.stop(person=person, by=keeper, at=NOON)
    assert client.get("/").status_code == 302
    stopping.stop(person=person, by=keeper, at=NOON)
    assert Event.objects.filter(verb="accounts.stop_account", by=keeper).count() == 1


def test_nobody_stops_themselves() -> None:
    person = make_person("liming")
    with pytest.raises(stopping.OwnAccount):
        stopping.stop(person=person, by=person, at=NOON)


def test_restored_one_signs_in_again() -> None:
    keeper, person = make_person("keeper"), make_person("liming")
    stopping.stop(person=person, by=keeper, at=NOON)
    assert stopping.restore(person=person, by=keeper, at=NOON).is_active
    stopping.restore(person=person, by=keeper, at=NOON)
    assert Event.objects.filter(verb="accounts.restore_account", by=keeper).count() == 1


def test_what_was_erased_stays_so() -> None:
    keeper, person = make_person("keeper"), make_person("liming")
    stopping.stop(person=person, by=keeper, at=NOON)
    type(person).objects.filter(pk=person.pk).update(erased_on=NOON.date())
    assert not stopping.restore(person=person, by=keeper, at=NOON).is_active
