"""Suspensions and exemptions change verdicts at once, and are told."""

from datetime import date, timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.audit.models import Event
from wenming.work.excuses import actions
from wenming.work.excuses.actions import Days
from wenming.work.models import Cell, ExcuseKind

pytestmark = pytest.mark.django_db


def test_an_exemption_asks_nothing_until_it_is_ended() -> None:
    unit, person = make_unit(), make_person()
    commitment = make_commitment(make_measure(unit))
    days = Days(date(2026, 1, 1))
    about = {"kind": ExcuseKind.EXEMPTION, "unit": unit, "commitment": commitment}
    made = actions.excuse(**about, days=days, reason="机构改革", by=person, at=NOON)
    assert Cell.objects.get().state == "exempt"
    actions.end_excuse(excuse=made, last=date(2026, 1, 31), by=person, at=NOON)
    assert Cell.objects.get().state == "open"
    assert list(Event.objects.filter(verb__contains="excuse").values_list("verb", flat=True)) == [
        "work.excuse",
        "work.end_excuse",
    ]
    with pytest.raises(actions.AlreadyEnded):
        actions.end_excuse(excuse=made, last=date(2026, 2, 1), by=person, at=NOON)


def test_from_everything() -> None:
    unit, person = make_unit(), make_person()
    for _ in range(2):
        make_commitment(make_measure(unit))
    about = {"kind": ExcuseKind.EXEMPTION, "unit": unit, "commitment": None}
    actions.excuse(**about, days=Days(date(2026, 1, 1)), reason="撤并", by=person, at=NOON)
    assert set(Cell.objects.values_list("state", flat=True)) == {"exempt"}
    assert Cell.objects.count() == 2


def test_while_time_stands_still_nothing_falls_due() -> None:
    unit, person = make_unit(), make_person()
    commitment = make_commitment(make_measure(unit))
    about = {"kind": ExcuseKind.SUSPENSION, "unit": unit, "commitment": commitment}
    days = Days(date(2026, 2, 1), date(2026, 3, 2))
    actions.excuse(**about, days=days, reason="场地维修", by=person, at=NOON)
    assert Cell.objects.get().due == date(2026, 12, 31) + timedelta(days=30)


@pytest.mark.parametrize("last", [date(2025, 12, 31)])
def test_days_run_forward(last: date) -> None:
    unit, person = make_unit(), make_person()
    with pytest.raises(actions.WrongDays):
        about = {"kind": ExcuseKind.EXEMPTION, "unit": unit, "commitment": None}
        actions.excuse(**about, days=Days(date(2026, 1, 1), last), reason="", by=person, at=NOON)
    made = actions.excuse(**about, days=Days(date(2026, 1, 1)), reason="甲", by=person, at=NOON)
    with pytest.raises(actions.WrongDays):
        actions.end_excuse(excuse=made, last=last, by=person, at=NOON)
