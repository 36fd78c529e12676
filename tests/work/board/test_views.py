"""The board as people see it."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.places.models import Unit
from wenming.work.board import views
from wenming.work.models import Commitment, Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db


def a_county(*units: Unit) -> Commitment:
    """A county whose first unit has done what is asked, and the others have not."""
    commitment = make_commitment(make_measure(*units), chapter="重点任务")
    Use.objects.create(record=make_record(units[0]), commitment=commitment, why="kind")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    return commitment


def page(client: Client, **query: str) -> str:
    answer = client.get(reverse("work:board"), query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def test_it_says_what_is_missing_where_nothing_is_in_force(office: Client) -> None:
    assert "还没有执行中的方案" in page(office)


def test_chapters_lead_to_commitments_and_these_to_the_working(office: Client) -> None:
    units = make_unit("甲镇"), make_unit("乙镇")
    commitment = a_county(*units)
    html = page(office)
    assert "到今天应做 2 项，做到 1 项。" in html
    assert "?chapter=" in html
    html = page(office, chapter="重点任务")
    assert reverse("work:why", args=[commitment.pk, units[0].pk]) in html
    assert "民主评议" in html


def test_filters(office: Client) -> None:
    a_county(make_unit("甲镇"), make_unit("乙镇"))
    assert "乙镇" not in page(office, q="甲")
    assert "甲镇" not in page(office, state="open")
    assert "没有要看的结论" in page(office, kind="school")
    assert "甲镇" in page(office, kind="nonsense", state="nonsense", chapter="nonsense")


def test_a_liaison_sees_their_own_unit(client: Client) -> None:
    own, other = make_unit("甲镇"), make_unit("乙镇")
    a_county(own, other)
    client.force_login(make_person("顾兰", PostRole.LIAISON, own))
    html = page(client)
    assert "甲镇" in html
    assert "乙镇" not in html


def test_a_plan_that_is_not_there(office: Client) -> None:
    a_county(make_unit("甲镇"))
    assert office.get(reverse("work:board"), {"plan": "99"}).status_code == 404


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    a_county(*[make_unit(f"{number}镇") for number in range(30)])
    with django_assert_max_num_queries(16):
        page(office)


def test_a_large_board_is_shown_in_parts_and_summed_as_a_whole(office: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "UNITS", 2)
    monkeypatch.setattr(views, "COMMITMENTS", 1)
    units = [make_unit(name) for name in ("甲镇", "乙镇", "丙镇")]
    first = a_county(*units)
    second = make_commitment(first.measure, chapter="重点任务", activity="夜查")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    html = page(office, chapter="重点任务")
    assert "到今天应做 6 项，做到 1 项。" in html
    assert reverse("work:why", args=[first.pk, units[1].pk]) in html
    assert reverse("work:why", args=[first.pk, units[2].pk]) not in html
    assert reverse("work:why", args=[second.pk, units[0].pk]) not in html
    html = page(office, chapter="重点任务", page="2", columns="2")
    assert reverse("work:why", args=[second.pk, units[2].pk]) in html
    assert "到今天应做 6 项，做到 1 项。" in html
