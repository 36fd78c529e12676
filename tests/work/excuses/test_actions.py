"""Suspensions and exemptions change verdicts at once, and are told."""

from datetime import date, timedelta

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.accounts.models import User
from wenming.audit.models import Event
from wenming.work.excuses import actions
from wenming.work.excuses.actions import Days
from wenming.work.models import Cell, Commitment, Excuse, ExcuseKind

pytestmark = pytest.mark.django_db
NEW_YEAR = date(2026, 1, 1)


def office() -> User:
    return User.objects.filter(username="沈知远").first() or make_person()


def excused(kind: ExcuseKind, days: Days, commitment: Commitment | None = None) -> Excuse:
    """The usual unit is excused by the office."""
    return actions.excuse(
        kind=kind, unit=make_unit(), commitment=commitment, days=days, reason="机构改革", by=office(), at=NOON
    )


def test_an_exemption_asks_nothing_until_it_is_ended() -> None:
    commitment = make_commitment(make_measure(make_unit()))
    made = excused(ExcuseKind.EXEMPTION, Days(NEW_YEAR), commitment)
    assert Cell.objects.get().state == "exempt"
    actions.end_excuse(excuse=made, last=date(2026, 1, 31), by=office(), at=NOON)
    assert Cell.objects.get().state == "open"
    told = Event.objects.filter(verb__contains="excuse").order_by("number").values_list("verb", flat=True)
    assert list(told) == ["work.excuse", "work.end_excuse"]
    with pytest.raises(actions.AlreadyEnded):
        actions.end_excuse(excuse=made, last=date(2026, 2, 1), by=office(), at=NOON)


def test_from_everything() -> None:
    for _ in range(2):
        make_commitment(make_measure(make_unit()))
    excused(ExcuseKind.EXEMPTION, Days(NEW_YEAR))
    assert list(Cell.objects.values_list("state", flat=True)) == ["exempt", "exempt"]


def test_while_time_stands_still_nothing_falls_due() -> None:
    commitment = make_commitment(make_measure(make_unit()))
    excused(ExcuseKind.SUSPENSION, Days(date(2026, 2, 1), date(2026, 3, 2)), commitment)
    assert Cell.objects.get().due == date(2026, 12, 31) + timedelta(days=30)


def test_days_run_forward() -> None:
    before = date(2025, 12, 31)
    with pytest.raises(actions.WrongDays):
        excused(ExcuseKind.EXEMPTION, Days(NEW_YEAR, before))
    made = excused(ExcuseKind.EXEMPTION, Days(NEW_YEAR))
    with pytest.raises(actions.WrongDays):
        actions.end_excuse(excuse=made, last=before, by=office(), at=NOON)
