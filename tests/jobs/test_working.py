"""The worker goes on when the database was away, and not when the fault is its own; tests/faults has the real thing."""

import pytest
from django.db import OperationalError, ProgrammingError
from django_tasks_db.management.commands import db_worker

from tests.jobs.test_actions import Away
from tests.jobs.test_workers import taken
from wenming.jobs.working import Worker

pytestmark = pytest.mark.django_db


def worker() -> Worker:
    """A worker that ends when there is nothing to do."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="a",
        excluded_queue_names=[],
    )


def ends_by(errors: list[Exception], monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """For how long it rested while its work ended by these errors, one after the other."""
    rests: list[float] = []

    def run(_self: object) -> None:
        if errors:
            raise errors.pop(0)

    monkeypatch.setattr(db_worker.Worker, "run", run)
    monkeypatch.setattr("wenming.jobs.working.time.sleep", rests.append)
    monkeypatch.setattr("wenming.jobs.working.connection.close", lambda: None)
    monkeypatch.setattr("wenming.jobs.working.close_old_connections", lambda: None)
    worker().run()
    return rests


def test_it_looks_again_after_growing_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ends_by([Away() for _ in range(8)], monkeypatch) == [0, 2, 4, 8, 16, 30, 30, 30]


@pytest.mark.parametrize("error", [ProgrammingError(), OperationalError("no such table")], ids=repr)
def test_its_own_fault_ends_it(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    error.__cause__ = ValueError() if isinstance(error, ProgrammingError) else _with_code("42P01")
    with pytest.raises(type(error)):
        ends_by([error], monkeypatch)


def _with_code(code: str) -> Exception:
    cause = Exception()
    cause.sqlstate = code  # type: ignore[attr-defined]
    return cause


def test_what_it_had_begun_goes_back_into_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    _job, task = taken("a")
    ends_by([], monkeypatch)
    task.refresh_from_db()
    assert task.status == "FAILED"
