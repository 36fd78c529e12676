"""Correcting one's own data."""

import pytest

from tests.accounts.making import NOON, make_person
from wenming.accounts.personal.correcting import correct
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db


def test_it_is_done_and_told_without_the_words_in_the_event() -> None:
    person = make_person()
    correct(person=person, full_name="许清", phone="13800000000", by=person, at=NOON)
    person.refresh_from_db()
    assert (person.full_name, person.phone) == ("许清", "13800000000")
    told = Event.objects.get()
    assert (told.verb, told.before, told.after) == ("accounts.correct_person", {}, {})
    assert told.kept_details.get(name="after.phone").value == "13800000000"


def test_what_changes_nothing_is_not_told() -> None:
    person = make_person()
    correct(person=person, full_name=person.full_name, phone=person.phone, by=person, at=NOON)
    assert Event.objects.count() == 0
