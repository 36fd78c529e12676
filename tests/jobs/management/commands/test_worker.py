"""The worker itself: it works, gives a sign of life, and leaves."""

import signal
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from tests.jobs.test_actions import count, make_job
from wenming.jobs import actions
from wenming.jobs.management.commands import worker
from wenming.jobs.models import WorkerBeat

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def signals() -> Iterator[None]:
    """The worker listens for signals; the tests' own handlers come back."""
    kept = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM, signal.SIGQUIT)}
    yield
    for one, handler in kept.items():
        signal.signal(one, handler)


def test_it_works_and_leaves() -> None:
    job = make_job()
    actions.run(count, job)
    call_command("worker", "--batch", "--no-startup-delay", "--interval", "0", "--verbosity", "0")
    assert not WorkerBeat.objects.exists()
    assert DBTaskResult.objects.get(pk=job.task_id).status == "SUCCESSFUL"


def test_a_heart_goes_on_beating_when_the_database_is_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(*_args: object, **_kwargs: object) -> None:
        raise ConnectionError

    monkeypatch.setattr("wenming.jobs.workers.beat", away)
    worker._beat_once("a")
    assert "no sign of life" in caplog.text
