"""What has to be done before anything else; the second factor stands in test_second_factor_views."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries, Settings

from tests.accounts.making import PASSWORD, make_person
from wenming.accounts.models import User
from wenming.accounts.sign_in.first_things import owes_password

pytestmark = pytest.mark.django_db

PASSWORD_PAGE = "/account/password/"


@pytest.mark.parametrize(
    ("preset", "age", "given", "owes"),
    [
        ("dengbao", 0, False, False),
        ("dengbao", 90, False, False),
        ("dengbao", 91, False, True),
        ("dengbao", None, False, False),
        ("dengbao", 0, True, True),
        ("asvs", 1000, False, False),
        ("asvs", 0, True, True),
    ],
)
def test_when_another_password_is_owed(
    settings: Settings, preset: str, age: int | None, given: bool, owes: bool
) -> None:
    settings.SECURITY = preset
    person = make_person()
    person.password_set_on = None if age is None else localdate() - timedelta(days=age)
    person.must_change_password = given
    assert owes_password(person) == owes


def test_who_has_no_password_owes_none() -> None:
    person = make_person(password=None)
    person.must_change_password = True
    assert not owes_password(person)


def test_nothing_else_opens_before_the_password_is_changed(client: Client) -> None:
    client.force_login(make_person())
    User.objects.update(must_change_password=True)
    assert client.get("/")["Location"] == PASSWORD_PAGE
    assert "现在的密码是别人给的" in client.get(PASSWORD_PAGE).content.decode()
    given = {"old_password": PASSWORD, "new_password": "Plum-rain-7788", "again": "Plum-rain-7788"}
    client.post(PASSWORD_PAGE, given)
    assert client.get("/account/").status_code == 200
    assert User.objects.get().password_set_on == localdate()


def test_one_can_leave_and_choose_the_language(client: Client) -> None:
    client.force_login(make_person())
    User.objects.update(password_set_on=date(2020, 1, 1))
    assert client.get("/")["Location"] == PASSWORD_PAGE
    assert client.get("/account/rules/").status_code == 200
    assert client.post("/language/", {"language": "en"}).status_code == 302
    assert client.post("/sign-out/")["Location"] == "/sign-in/"


def test_nothing_is_asked_where_nobody_needs_a_second_factor(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(make_person())
    with django_assert_num_queries(2):  # the session and its person
        client.post("/sign-in/stay")
