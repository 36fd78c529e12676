"""Heads of days: fixed once, in the county's time."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.audit.making import NOON, tell
from wenming.audit.actions import DayNotOver, fix_head, fix_heads, last_until
from wenming.audit.models import Event, Head

pytestmark = pytest.mark.django_db

DAY = NOON.date()
NEXT_NOON = NOON + timedelta(days=1)


def test_the_last_event_of_the_day_is_kept() -> None:
    tell("一县", "二县")
    tell("三县", at=NEXT_NOON)
    head = fix_head(day=DAY, at=NEXT_NOON)
    assert head is not None
    assert (head.number, head.digest) == (2, Event.objects.get(number=2).digest)


def test_the_day_is_that_of_the_county() -> None:
    tell("一县", at=datetime(2026, 11, 22, 15, 59, tzinfo=UTC))  # 23:59
    tell("二县", at=datetime(2026, 11, 22, 16, 0, tzinfo=UTC))  # 0:00 of the next day
    last = last_until(DAY)
    assert last is not None
    assert last.number == 1


def test_done_again_it_changes_nothing() -> None:
    tell("一县")
    first = fix_head(day=DAY, at=NEXT_NOON)
    tell("二县", at=NOON)  # told later, with a time of that day
    assert fix_head(day=DAY, at=NEXT_NOON) == first
    assert Head.objects.get().number == 1


def test_a_day_that_is_not_over_is_refused() -> None:
    tell("一县")
    with pytest.raises(DayNotOver):
        fix_head(day=DAY, at=NOON)
    assert not Head.objects.exists()


def test_a_day_before_the_first_event_has_none() -> None:
    tell("一县")
    assert fix_head(day=DAY - timedelta(days=1), at=NEXT_NOON) is None


def test_a_day_without_events_has_the_head_of_the_day_before() -> None:
    tell("一县")
    head = fix_head(day=DAY + timedelta(days=1), at=NOON + timedelta(days=2))
    assert head is not None
    assert head.number == 1


def test_all_days_that_are_over_are_fixed() -> None:
    assert fix_heads(at=NOON) == 0
    tell("一县")
    tell("二县", at=NEXT_NOON)
    later = NOON + timedelta(days=3)
    assert (fix_heads(at=later), fix_heads(at=later)) == (3, 0)
    days = [DAY + timedelta(days=step) for step in range(3)]
    assert list(Head.objects.order_by("day").values_list("day", "number")) == list(zip(days, [1, 2, 2], strict=True))
