"""The form that a device keeps, and the worker that opens it."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import make_person, make_unit
from tests.work.records.making import make_asking
from wenming.accounts.models import User
from wenming.places.models import Unit
from wenming.work.records.forms import LISTED

pytestmark = pytest.mark.django_db
SHELL = "/records/new/offline/"


def test_it_holds_what_is_to_be_done_and_nobody_s_name(
    liaison: Client, me: User, unit: Unit, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make_asking(unit)
    make_asking(make_unit("县团委"), activity="别家的事")
    with django_assert_max_num_queries(18):
        html = liaison.get(SHELL).content.decode()
    assert 'data-title="民主评议" data-kind="' in html
    assert ("别家的事" in html, str(me) in html) == (False, False)


def test_whoever_records_for_very_many_units_has_none() -> None:
    for number in range(LISTED + 1):
        make_unit(f"第{number}社区")
    office = Client()
    office.force_login(make_person("林晓"))
    assert office.get(SHELL).status_code == 404


def test_the_worker_is_asked_for_anew_each_time(client: Client) -> None:
    answer = client.get(reverse("work:form_worker"))
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert b"offline/" in answer.content


def test_the_form_says_where_the_worker_is(liaison: Client) -> None:
    html = liaison.get("/records/new/").content.decode()
    assert f'data-worker="{reverse("work:form_worker")}"' in html
    answer = liaison.get("/records/new/")
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
