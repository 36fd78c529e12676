"""What the clock asks for: once in each period, also with two workers, and never lost."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from tests import at_once
from wenming.jobs import clock
from wenming.jobs.models import Job, JobState, Round
from wenming.rules.periods import Every, Periodic

pytestmark = pytest.mark.django_db

environment = at_once.environment

NOON = datetime(2026, 3, 5, 4, tzinfo=UTC)  # at noon in Shanghai
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def nothing(at: datetime) -> int:
    """Work that finds three things to do."""
    return 3


DAILY, HOURLY = Periodic("a.daily", "每天的", Every.DAY, nothing), Periodic("a.hourly", "每小时的", Every.HOUR, nothing)
WORKS = (DAILY, HOURLY)


@pytest.fixture
def works() -> Iterator[None]:
    """No other work than ours."""
    before = clock.registry
    clock.registry = lambda: {one.name: one for one in WORKS}  # type: ignore[assignment]
    yield
    clock.registry = before


def test_each_is_begun_once_in_its_period(works: None) -> None:
    begun = [clock.tick(at=NOON + after) for after in (0 * HOUR, 0.5 * HOUR, HOUR, DAY, DAY)]
    assert begun == [2, 0, 1, 2, 0]
    assert Job.objects.filter(kind=clock.KIND).count() == DBTaskResult.objects.count() == 5


def test_the_clock_going_back_begins_nothing(works: None) -> None:
    clock.tick(at=NOON)
    assert clock.tick(at=NOON - DAY) == 0


def test_what_was_begun_by_a_clock_far_ahead_does_not_hold_up(works: None) -> None:
    clock.tick(at=NOON + 400 * DAY)
    assert [clock.tick(at=NOON), clock.tick(at=NOON), clock.tick(at=NOON + DAY)] == [2, 0, 2]


def test_it_is_done_and_tells_how_much(works: None) -> None:
    clock.tick(at=NOON)
    for job in Job.objects.all():
        clock.run_periodic.call(job.pk)
    ended = {(job.state, job.asked_by, job.about["count"]) for job in Job.objects.all()}
    assert ended == {(JobState.DONE, None, "3")}
    assert {one.job.state for one in Round.objects.select_related("job") if one.job} == {JobState.DONE}


def test_what_the_program_does_not_know_any_more_says_so(works: None) -> None:
    clock.tick(at=NOON, works=[Periodic("a.gone", "", Every.DAY, nothing)])
    job = Job.objects.get()
    clock.run_periodic.call(job.pk)
    job.refresh_from_db()
    assert (job.state, job.code) == (JobState.FAILED, "unknown_work")


def test_every_room_is_asked() -> None:
    names = set(clock.registry())
    assert {"audit.fix_heads", "accounts.forget_failures", "jobs.sweep"} <= names


def test_what_the_rooms_do_by_the_clock_may_be_done_twice() -> None:
    for work in clock.registry().values():
        work.do(NOON)
        work.do(NOON)


SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
TICKS = """
import django; django.setup()
from datetime import UTC, datetime
from wenming.jobs import clock
print(sum(clock.tick(at=datetime(2026, 3, day, 4, tzinfo=UTC)) for day in (1, 1, 2, 2, 3, 3)))
"""


def test_two_workers_at_the_same_moment(environment: dict[str, str]) -> None:
    at_once.said(at_once.run(environment, SET_UP))
    running = [at_once.run(environment, TICKS) for _ in range(3)]
    assert sum(at_once.said(one)[0] for one in running) == 3 * len(clock.registry())
