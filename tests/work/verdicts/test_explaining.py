"""The working of a verdict."""

from datetime import date

import pytest

from tests.plans.making import make_unit
from tests.work.making import TODAY, make_commitment, make_measure, make_record
from wenming.work.models import RecordState, Use
from wenming.work.verdicts.explaining import working_of

pytestmark = pytest.mark.django_db


def test_it_holds_what_counted_and_what_did_not() -> None:
    unit = make_unit()
    commitment = make_commitment(make_measure(unit))
    good, bad = make_record(unit), make_record(unit, state=RecordState.RETURNED)
    for record in (good, bad):
        Use.objects.create(record=record, commitment=commitment, why="kind")
    found = working_of(commitment, unit.pk, first=None, today=TODAY)
    assert found is not None
    assert [record for _counted, record in found.counted] == [good]
    assert [(left.why, record) for left, record in found.left_out] == [("returned", bad)]
    assert found.shown.period.first == date(2026, 1, 1)


def test_none_where_nobody_is_judged_or_no_period_begins() -> None:
    unit = make_unit("甲镇")
    commitment = make_commitment(make_measure(unit))
    assert working_of(commitment, make_unit("乙镇").pk, first=None, today=TODAY) is None
    assert working_of(commitment, unit.pk, first=date(2026, 1, 2), today=TODAY) is None
