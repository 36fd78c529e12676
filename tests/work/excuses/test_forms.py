"""From when to when, and why."""

from datetime import date

from wenming.work.excuses.actions import Days
from wenming.work.excuses.forms import ExcuseForm
from wenming.work.models import ExcuseKind


def test_without_a_last_day_it_holds_until_it_is_ended() -> None:
    form = ExcuseForm({"kind": "suspension", "first": "2026-03-05", "reason": "修路"})
    assert form.is_valid()
    assert form.given() == {"kind": ExcuseKind.SUSPENSION, "days": Days(date(2026, 3, 5)), "reason": "修路"}


def test_it_has_a_reason() -> None:
    assert not ExcuseForm({"kind": "suspension", "first": "2026-03-05"}).is_valid()
