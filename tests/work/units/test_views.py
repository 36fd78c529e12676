"""A unit's standing as people see it."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from tests.work.progress.test_views import told
from wenming.accounts.models import PostRole
from wenming.places.models import Unit
from wenming.work.models import Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def a_unit(commitments: int = 1) -> Unit:
    """A unit that has done the first of what is asked of it."""
    unit = make_unit("甲镇")
    made = [make_commitment(make_measure(unit), activity=f"评议{number}") for number in range(commitments)]
    Use.objects.create(record=make_record(unit), commitment=made[0], why="kind")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    return unit


def test_what_is_asked_and_what_was_done(client: Client) -> None:
    client.force_login(make_person())
    unit = a_unit(2)
    html = client.get(reverse("work:unit", args=[unit.pk])).content.decode()
    for words in ("到今天应做 2 项，做到 1 项。", "评议0", "评议1", "民主评议", "每季度开展民主评议"):
        assert words in html
    assert told(html, "load-chart")["kind"] == "columns" or "往后半年没有要到期的。" in html
    assert reverse("work:unit", args=[unit.pk]) in client.get(reverse("plans:unit", args=[unit.pk])).content.decode()


def test_nothing_is_asked_yet(client: Client) -> None:
    client.force_login(make_person())
    html = client.get(reverse("work:unit", args=[make_unit().pk])).content.decode()
    assert "这个单位还没有要求" in html


def test_a_liaison_sees_their_own_unit_only(client: Client) -> None:
    unit, other = a_unit(), make_unit("乙镇")
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    assert client.get(reverse("work:unit", args=[unit.pk])).status_code == 200
    assert client.get(reverse("work:unit", args=[other.pk])).status_code == 404
    html = client.get(reverse("plans:unit", args=[other.pk])).content.decode()
    assert reverse("work:unit", args=[other.pk]) not in html


def test_queries_do_not_grow(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.force_login(make_person())
    unit = a_unit(30)
    with django_assert_max_num_queries(20):
        client.get(reverse("work:unit", args=[unit.pk]))
