"""Signing up without an account, and taking it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils.timezone import now

from tests.plans.making import make_unit
from tests.work.making import make_record
from tests.work.signup.making import make_sign_up, make_signing
from wenming.accounts.models import User
from wenming.accounts.personal.retention import run_retention
from wenming.places.models import Unit
from wenming.work.models import Signing, SignUp
from wenming.work.records.roster import MOST_PEOPLE, Person
from wenming.work.signup.queries import record_of
from wenming.work.signup.signing import Full, NotOpen, sign, take_back

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def sign_up(unit: Unit, me: User) -> SignUp:
    """Open now."""
    return make_sign_up(unit, me)


def test_the_same_form_twice_is_one_name_and_corrects_it(sign_up: SignUp) -> None:
    token = uuid4()
    for name in ("王民", "王敏", "王敏"):
        sign(sign_up=sign_up, token=token, person=Person(name, "县教育局"), at=now())
    assert list(sign_up.signings.values_list("name", flat=True)) == ["王敏"]


def test_before_and_after_it_takes_nobody(sign_up: SignUp) -> None:
    for at, when in ((now() - DAY, "before"), (now() + DAY, "closed")):
        with pytest.raises(NotOpen) as caught:
            sign(sign_up=sign_up, token=uuid4(), person=Person("王敏"), at=at)
        assert caught.value.standing == when
    assert not Signing.objects.exists()


def test_it_takes_no_more_than_a_record(sign_up: SignUp) -> None:
    Signing.objects.bulk_create(
        Signing(sign_up=sign_up, token=uuid4(), name="王敏", since=now()) for _number in range(MOST_PEOPLE)
    )
    with pytest.raises(Full):
        sign(sign_up=sign_up, token=uuid4(), person=Person("赵兰"), at=now())


def test_taken_back_it_is_gone_and_twice_does_no_harm(sign_up: SignUp) -> None:
    mine = make_signing(sign_up, "王敏")
    assert take_back(signing=mine).is_gone
    mine.pk = 1
    assert take_back(signing=mine).is_gone
    assert not Signing.objects.exists()


def test_what_stands_on_a_roster_waits_for_the_unit_and_is_not_corrected(unit: Unit, me: User) -> None:
    record = make_record(unit)
    record.attendees.create(name="王敏", office="县教育局")
    sign_up = make_sign_up(unit, me, record_key=record.key)
    mine = make_signing(sign_up, "王敏")
    Signing.objects.update(was_listed=True)
    mine.refresh_from_db()
    sign(sign_up=sign_up, token=mine.token, person=Person("别人"), at=now())
    assert not take_back(signing=mine).is_gone
    mine.refresh_from_db()
    assert (mine.name, mine.state) == ("王敏", "leaving")


def test_whoever_types_a_name_of_the_roster_learns_nothing_and_takes_nobody_off(unit: Unit, me: User) -> None:
    record = make_record(unit)
    record.attendees.create(name="王敏", office="县教育局")
    sign_up = make_sign_up(unit, me, record_key=record.key)
    assert take_back(signing=make_signing(sign_up, "王敏")).is_gone
    assert record.attendees.count() == 1


def test_names_set_aside_leave_room(sign_up: SignUp) -> None:
    Signing.objects.bulk_create(
        Signing(sign_up=sign_up, token=uuid4(), name="乱填", state="set_aside", since=now())
        for _number in range(MOST_PEOPLE)
    )
    assert sign(sign_up=sign_up, token=uuid4(), person=Person("赵兰"), at=now()).pk


def test_a_record_of_another_unit_is_not_that_of_the_sign_up(unit: Unit, me: User) -> None:
    other = make_record(make_unit("乙社区"))
    assert record_of(make_sign_up(unit, me, record_key=other.key)) is None


def test_names_go_a_month_after_the_close(sign_up: SignUp) -> None:
    make_signing(sign_up, "王敏")
    run_retention(sign_up.closes + 30 * DAY)
    assert Signing.objects.count() == 1
    run_retention(sign_up.closes + 30 * DAY + timedelta(seconds=1))
    assert (Signing.objects.count(), SignUp.objects.count()) == (0, 1)
