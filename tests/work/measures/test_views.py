"""How a measure stands."""

from datetime import date

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from wenming.accounts.models import PostRole
from wenming.plans.models import Measure
from wenming.rules.commitments.kept import as_json
from wenming.rules.commitments.model import Amount, Commitment, Every, Recurring, Span
from wenming.work.excuses.actions import Days, excuse
from wenming.work.measures.queries import SHOWN, tables_of
from wenming.work.models import ExcuseKind, Use
from wenming.work.verdicts.refreshing import refresh

pytestmark = pytest.mark.django_db
WEEKLY = Commitment(Recurring(Amount(1, None, "次"), 1, Every.WEEK), Span(date(2026, 1, 1), date(2026, 12, 31)))


def a_measure(count: int = 2) -> Measure:
    """A measure of some towns with a commitment; the first has done it in the week of 5 March."""
    units = [make_unit(f"{number}镇") for number in range(count)]
    commitment = make_commitment(make_measure(*units), rule=as_json(WEEKLY))
    Use.objects.create(record=make_record(units[0]), commitment=commitment, why="kind")
    with transaction.atomic():
        refresh(commitments=None, units=None, at=NOON)
    return commitment.measure


@pytest.fixture
def office(client: Client) -> Client:
    """Somebody of the office, signed in."""
    client.force_login(make_person())
    return client


def test_subjects_and_periods_with_their_working_and_records(office: Client) -> None:
    measure = a_measure()
    html = office.get(reverse("work:measure", args=[measure.pk])).content.decode()
    for words in ("0镇", "1镇", "每周 · 至少1次", "1/2", "民主评议"):
        assert words in html


def test_the_last_periods_that_have_begun_are_shown() -> None:
    measure = a_measure()
    summer = date(2026, 6, 30)
    (table,) = tables_of(measure, seen=Q(), today=summer)
    assert len(table.periods) == SHOWN
    assert table.periods[-1] == date(2026, 6, 29)
    assert table.earlier > 0


def test_a_measure_without_commitments_says_so(office: Client) -> None:
    measure = make_measure(make_unit())
    assert "还没有确认的要求" in office.get(reverse("work:measure", args=[measure.pk])).content.decode()


def test_a_liaison_sees_their_own_unit(client: Client) -> None:
    measure = a_measure()
    client.force_login(make_person("顾兰", PostRole.LIAISON, make_unit("1镇")))
    html = client.get(reverse("work:measure", args=[measure.pk])).content.decode()
    assert "1镇" in html
    assert "0镇" not in html


def test_queries_do_not_grow(office: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    measure = a_measure(12)
    with django_assert_max_num_queries(21):
        office.get(reverse("work:measure", args=[measure.pk]))


def test_the_office_sees_what_was_changed_and_a_liaison_does_not(client: Client) -> None:
    person = make_person()
    measure = a_measure(1)
    (commitment,), unit = measure.commitments.all(), make_unit("0镇")
    excuse(
        kind=ExcuseKind.EXEMPTION,
        unit=unit,
        commitment=commitment,
        days=Days(date(2026, 3, 1)),
        reason="撤并",
        by=person,
        at=NOON,
    )
    client.force_login(person)
    address = reverse("work:measure", args=[measure.pk])
    assert "暂停计时或免除" in client.get(address).content.decode()
    client.force_login(make_person("顾兰", PostRole.LIAISON, unit))
    assert "办理记录" not in client.get(address).content.decode()
