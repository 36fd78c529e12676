"""How much was asked of units, counted by month."""

from datetime import UTC, date, datetime

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure, make_record
from tests.work.requests.making import answer_of, make_draft, make_request
from wenming.rules.burden import Load
from wenming.work.models import Cell, RecordVersion
from wenming.work.requests import actions, answering
from wenming.work.requests.answering import Said
from wenming.work.requests.burden import Between, loads, months

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)
NIGHT = datetime(2026, 3, 31, 16, 30, tzinfo=UTC)  # of April 1 in the county


def test_everything_that_was_asked_in_a_month() -> None:
    office, unit = make_person(), make_unit("甲镇")
    made = make_request(office, unit)
    later = NOON.replace(day=9)
    answering.answer(answer=answer_of(made, unit), said=Said(words="有", minutes=30), by=office, at=later)
    make_request(office, unit)
    make_draft(office, unit)  # asks nobody
    commitment = make_commitment(make_measure(unit))
    for month, state in ((1, "met"), (3, "open"), (4, "exempt")):
        day = date(2026, month, 20)
        Cell.objects.create(commitment=commitment, unit=unit, first=day, last=day, due=day, closes=day, state=state)
    record = make_record(unit)
    RecordVersion.objects.create(record=record, number=2, state="returned", content={}, made_by=office, made_at=NOON)
    found = loads([unit.pk], Between(date(2026, 1, 1), date(2026, 5, 1)))
    assert found == {
        (unit.pk, date(2026, 1, 1)): Load(due=1),
        (unit.pk, MARCH): Load(requests=2, due=1, returned=1, answered=1, days=4, minutes=30, said=1),
    }
    assert found[unit.pk, MARCH].asked == 4


def test_the_day_is_that_of_the_county() -> None:
    office, unit = make_person(), make_unit("甲镇")
    made = make_draft(office, unit, due=date(2026, 5, 1))
    actions.send(request=made, units=[unit.pk], proposed={}, by=office, at=NIGHT)
    assert list(loads([unit.pk], Between(MARCH, date(2026, 5, 1)))) == [(unit.pk, date(2026, 4, 1))]


def test_months_go_over_the_year() -> None:
    assert months(date(2026, 2, 5), 3) == [date(2026, 2, 1), date(2026, 1, 1), date(2025, 12, 1)]
