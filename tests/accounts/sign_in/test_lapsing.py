"""A session ends when nobody acts, and after its longest time."""

from datetime import datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.accounts.making import make_person
from wenming.accounts.sign_in import sessions
from wenming.accounts.sign_in.lapsing import BACKGROUND
from wenming.audit.models import Event

pytestmark = pytest.mark.django_db

PAGE = "/account/rules/"


@pytest.fixture
def inside(client: Client) -> Client:
    """Somebody is signed in."""
    client.force_login(make_person())
    return client


def age(client: Client, *, began: timedelta = timedelta(0), seen: timedelta = timedelta(0)) -> None:
    """Make the session look as if it had begun, and been used, so long ago."""
    session, now = client.session, int(timezone.now().timestamp())
    session[sessions.BEGAN], session[sessions.SEEN] = now - int(began.total_seconds()), now - int(seen.total_seconds())
    session.save()


def test_who_has_been_away_signs_in_again_and_it_is_told(inside: Client) -> None:
    age(inside, seen=timedelta(minutes=31))
    assert inside.get(PAGE)["Location"] == f"/sign-in/?next={PAGE}"
    assert not UserSession.objects.exists()
    assert Event.objects.get(verb="accounts.lapse").by is None


def test_a_form_that_comes_too_late_is_told_so(inside: Client) -> None:
    age(inside, seen=timedelta(minutes=31))
    assert "lapsed=1" in inside.post(PAGE)["Location"]


def test_after_twelve_hours_it_ends_whatever_is_done(inside: Client) -> None:
    age(inside, began=timedelta(hours=12))
    assert inside.get(PAGE).status_code == 302


def test_acting_keeps_it(inside: Client) -> None:
    age(inside, seen=timedelta(minutes=29))
    assert inside.get(PAGE).status_code == 200
    assert seen(inside) > timezone.now() - timedelta(minutes=1)


def test_what_a_page_asks_for_by_itself_does_not(inside: Client) -> None:
    age(inside, seen=timedelta(minutes=29))
    assert inside.get(PAGE, headers={BACKGROUND: "1"}).status_code == 200
    assert seen(inside) < timezone.now() - timedelta(minutes=28)


def seen(client: Client) -> datetime:
    """When somebody was there last."""
    return datetime.fromtimestamp(client.session[sessions.SEEN], tz=timezone.get_current_timezone())


def test_within_a_minute_nothing_is_written(inside: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):  # the session and its person
        inside.post("/sign-in/stay")


def test_a_session_from_before_the_rules_counts_from_now(inside: Client) -> None:
    session = inside.session
    del session[sessions.BEGAN], session[sessions.SEEN]
    session.save()
    assert inside.get(PAGE).status_code == 200
    assert seen(inside) > timezone.now() - timedelta(minutes=1)


def test_pages_know_when_they_have_to_warn(inside: Client) -> None:
    page = inside.get(PAGE).content.decode()
    assert 'data-idle="1800"' in page
    assert "继续使用" in page


def test_nobody_signed_in_is_not_warned(client: Client) -> None:
    assert "data-idle" not in client.get("/sign-in/").content.decode()
