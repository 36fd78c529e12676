"""What signing in changes and tells; the pages' tests show the rest."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import authenticate
from django.test import Client

from tests.accounts.making import NOON, PASSWORD, make_person
from wenming.accounts.models import FailedSignIn, FormerPassword, User
from wenming.accounts.sign_in import actions, second_factor
from wenming.audit.models import Detail, Event

pytestmark = pytest.mark.django_db


class TestFailedSignIn:
    @pytest.mark.parametrize("name", ["xuqing", "nobody", "a name that is a password"])
    def test_the_name_is_a_detail_only(self, name: str) -> None:
        make_person()
        actions.fail_sign_in(name=name, step="password", wait=None, at=NOON)
        event = Event.objects.get(verb="accounts.fail_sign_in")
        assert (event.by, event.succeeded, event.after, event.thing_name) == (None, False, {"step": "password"}, "")
        told = Detail.objects.get(event=event, name="after.username")
        assert told.value == name

    def test_a_wait_is_told_as_well(self) -> None:
        actions.fail_sign_in(name="xuqing", step="code", wait=NOON + timedelta(minutes=10), at=NOON)
        verbs = Event.objects.order_by("number").values_list("verb", flat=True)
        assert list(verbs) == ["accounts.fail_sign_in", "accounts.make_wait"]


class TestChangePassword:
    def test_only_the_new_one_opens_and_the_old_is_kept_hashed(self) -> None:
        person = make_person("liming")
        actions.change_password(user=person, password="Plum-rain-7788", by=person, at=NOON)
        assert authenticate(username="liming", password="Plum-rain-7788") == person
        assert authenticate(username="liming", password=PASSWORD) is None
        assert PASSWORD not in FormerPassword.objects.get().password

    def test_what_was_given_is_now_ones_own(self) -> None:
        person = make_person()
        User.objects.update(must_change_password=True)
        person.refresh_from_db()
        actions.change_password(user=person, password="Plum-rain-7788", by=person, at=NOON)
        person.refresh_from_db()
        assert (person.must_change_password, str(person.password_set_on)) == (False, "2026-03-05")


def test_a_lost_phone_is_no_second_factor_any_more() -> None:
    person, security = make_person(), make_person("security")
    assert not actions.take_second_factor_away(user=person, by=security, at=NOON)
    second_factor.set_up(person, secret=second_factor.new_secret(), counter=0)
    assert actions.take_second_factor_away(user=person, by=security, at=NOON)
    assert Event.objects.get(verb="accounts.take_second_factor_away").by == security


def test_who_is_stopped_is_signed_in_nowhere(client: Client) -> None:
    person, security = make_person(), make_person("security")
    client.force_login(person)
    assert actions.end_all_sessions(user=person, by=security, at=NOON) == 1
    assert client.get("/account/").status_code == 302
    assert not UserSession.objects.exists()


def test_nobody_ends_anothers_sessions_by_mistake(client: Client) -> None:
    client.force_login(make_person())
    stranger = make_person("limin")
    assert actions.end_sessions(user=stranger, rows=list(UserSession.objects.all()), by=stranger, at=NOON) == 0
    assert client.get("/account/").status_code == 200


def test_old_failures_are_forgotten() -> None:
    for days in (1, 2, 3, 30):
        FailedSignIn.objects.create(name_digest="x", when=NOON - timedelta(days=days))
    assert actions.forget_failures(NOON) == 2
    assert FailedSignIn.objects.count() == 2
