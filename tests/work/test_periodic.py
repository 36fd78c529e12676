"""What the clock does here."""

from datetime import timedelta

import pytest

from tests.plans.making import NOON, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.rules.periods import Every
from wenming.work.models import Cell
from wenming.work.periodic import PERIODIC
from wenming.work.verdicts.refreshing import refresh_everything

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("work", PERIODIC, ids=lambda work: work.name)
def test_where_nothing_is_there_nothing_is_done(work: object) -> None:
    assert [one.do(NOON) for one in PERIODIC if one is work] == [0]


def test_verdicts_change_as_days_pass() -> None:
    make_commitment(make_measure(make_unit()))
    (work,) = [work for work in PERIODIC if work.do is refresh_everything]
    assert work.every is Every.DAY
    assert work.do(NOON) == 1
    assert Cell.objects.get().state == "open"
    assert work.do(NOON) == 0
    assert work.do(NOON + timedelta(days=365)) == 1
    assert Cell.objects.get().state == "missed"
