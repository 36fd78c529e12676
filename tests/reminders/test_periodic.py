"""What the clock does here."""

import pytest

from tests.plans.making import NOON
from tests.reminders.making import Post, make_units
from wenming.jobs import clock
from wenming.jobs.models import Job, JobState
from wenming.reminders.models import Delivery
from wenming.reminders.periodic import PERIODIC
from wenming.rules.periods import Every

pytestmark = pytest.mark.django_db


def test_where_nothing_is_there_nothing_is_sent() -> None:
    assert [one.do(NOON) for one in PERIODIC] == [0]


def test_every_hour(post: Post) -> None:
    make_units(1)
    (work,) = PERIODIC
    assert work.every is Every.HOUR
    assert clock.tick(at=NOON, works=PERIODIC) == 1
    assert Job.objects.get().state == JobState.WAITING
    assert work.do(NOON) == 1
    assert Delivery.objects.get().state == "sent"
