"""What hangs on a sign-up."""

from uuid import uuid4

import pytest

from tests.plans.making import make_unit
from tests.work.making import make_record
from tests.work.signup.making import make_sign_up, make_signing
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.signup.queries import names_of, record_of, waiting_for

pytestmark = pytest.mark.django_db


def test_the_record_that_is_made_later(unit: Unit, me: User) -> None:
    sign_up = make_sign_up(unit, me)
    assert record_of(sign_up) is None
    record = make_record(unit, key=sign_up.record_key)
    assert record_of(sign_up) == record


def test_names_stand_where_the_roster_says(unit: Unit, me: User) -> None:
    record = make_record(unit)
    record.attendees.create(name="王敏", office="县教育局")
    sign_up = make_sign_up(unit, me, record_key=record.key)
    for name in ("王敏", "赵兰"):
        make_signing(sign_up, name)
    sign_up.signings.create(token=uuid4(), name="路人", state="leaving", since=sign_up.opens)
    found = names_of(sign_up, record)
    assert [[one.name for one in names] for names in (found.listed, found.proposed, found.leaving)] == [
        ["王敏"],
        ["赵兰"],
        ["路人"],
    ]


def test_what_waits_for_the_form(unit: Unit, me: User) -> None:
    sign_up = make_sign_up(unit, me, title="理论宣讲", place="礼堂")
    for name in ("王敏", "王敏", "John Smith"):
        make_signing(sign_up, name, "")
    units = type(unit).objects.filter(pk=unit.pk)
    found = waiting_for(sign_up.record_key, units)
    assert (found["title"], found["roster"]) == ("理论宣讲", "王敏\nJohn Smith\t")
    elsewhere = type(unit).objects.filter(pk=make_unit("县团委").pk)
    assert waiting_for(sign_up.record_key, elsewhere) == waiting_for(uuid4(), units) == {}
