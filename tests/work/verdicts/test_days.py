"""The calendar that verdicts go by."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.plans.making import NOON, make_person
from wenming.rules.days.festivals import BY_NAME
from wenming.work.models import LocalDays
from wenming.work.verdicts.days import calendar

pytestmark = pytest.mark.django_db


def test_it_knows_days_off_and_days_made_up_for() -> None:
    assert not calendar().is_working(date(2026, 10, 1))
    assert calendar().is_working(date(2026, 10, 10))  # a Saturday that makes up for the feast
    assert calendar().school_terms


def test_what_the_office_adds_stands_before_it_at_once() -> None:
    assert calendar().is_working(date(2026, 5, 27))
    made = {"added_by": make_person("陈晓", None), "added_at": NOON}
    LocalDays.objects.create(kind="off", first="2026-05-27", last="2026-05-28", name="古尔邦节", **made)
    LocalDays.objects.create(kind="festival", first="2026-05-28", last="2026-05-28", name="古尔邦节", **made)
    LocalDays.objects.create(kind="notice", first="2027-01-01", last="2027-12-31", name="放假通知已录齐", **made)
    LocalDays.objects.create(kind="autumn", first="2026-08-26", last="2027-01-15", name="秋季学期", **made)
    found = calendar()
    assert not found.is_working(date(2026, 5, 27))
    assert [span.first for span in found.when(BY_NAME["古尔邦节"], 2026)] == [date(2026, 5, 28)]
    assert found.unannounced(date(2027, 1, 1), date(2027, 12, 31)) == ()
    assert next(term.first for term in found.school_terms if term.school_year == 2026) == date(2026, 8, 26)
    LocalDays.objects.all().delete()
    assert calendar().is_working(date(2026, 5, 27))


def test_one_query_however_many_days_there_are() -> None:
    made = {"added_by": make_person("陈晓", None), "added_at": NOON, "kind": "off", "name": "县庆日"}
    for year in range(2020, 2040):
        LocalDays.objects.create(first=date(year, 5, 6), last=date(year, 5, 6), **made)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        calendar()
    assert len(queries) == 1
