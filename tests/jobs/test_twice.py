"""Every task of the product, delivered twice at every possible step, leaves what one undisturbed delivery leaves."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models, transaction
from django.utils.module_loading import module_has_submodule
from django_tasks.base import Task

from tests.frameworks.filing.making import make_filing, make_piece, want
from tests.plans import making, read
from tests.plans import test_tasks as reading
from tests.work.evidence import files
from tests.work.evidence.making import make_evidence
from tests.work.making import make_commitment, make_measure
from wenming.frameworks.filing.packing import pack_filing, start_pack
from wenming.jobs import actions, clock
from wenming.jobs.models import Job, JobState
from wenming.plans.tasks import read_plan
from wenming.work.evidence.preparing import prepare_evidence
from wenming.work.verdicts import recalculating

pytestmark = pytest.mark.django_db

STEPS = 40  # more than any of the examples takes
# What may differ: numbers of rows, moments, and how often it was given out.
OTHERWISE = {
    *("delivery", "task_id", "put_offs", "document", "password"),
    *("salt", "digest", "previous", "thing_id", "after", "about"),
}


class Killed(BaseException):
    """The worker is no more: nothing in the program sees this."""


def plan_to_read() -> int:
    """A plan that waits to be read."""
    job = reading.imported().job
    assert job is not None
    return job.pk


def work_of_the_clock() -> int:
    """The first of the periodic works, waiting."""
    clock.tick(at=read.NOON)
    return int(Job.objects.filter(kind=clock.KIND).order_by("pk")[0].pk)


def photo_to_prepare() -> int:
    """A photo without its copies, beside one that looks the same."""
    unit, me = making.make_unit(), making.make_person()
    make_evidence(files.photo(), unit, me, key=UUID(int=1))
    job = Job.objects.filter(kind="prepare_evidence")
    make_evidence(files.photo(device=("", "")), unit, me, key=UUID(int=2), is_prepared=False)
    return job.latest("pk").pk


def verdicts_to_work_out() -> int:
    """Two commitments whose verdicts have never been worked out."""
    measure = make_measure(making.make_unit())
    make_commitment(measure)
    make_commitment(measure, activity="夜查")
    return actions.start(kind=recalculating.JOB, total=1, about={}, by=measure.version.uploaded_by, at=read.NOON).pk


def filing_to_pack() -> int:
    """A round with a report, whose pack is asked for."""
    me = making.make_person()
    filing = make_filing(me)
    make_piece(want(filing), me)
    return start_pack(filing=filing, by=me, at=read.NOON).pk


EXAMPLES: dict[str, tuple[Task[..., Any], Callable[[], int]]] = {
    "wenming.plans.tasks.read_plan": (read_plan, plan_to_read),
    "wenming.work.evidence.preparing.prepare_evidence": (prepare_evidence, photo_to_prepare),
    "wenming.work.verdicts.recalculating.recalculate_all": (recalculating.recalculate_all, verdicts_to_work_out),
    "wenming.frameworks.filing.packing.pack_filing": (pack_filing, filing_to_pack),
    "wenming.jobs.clock.run_periodic": (clock.run_periodic, work_of_the_clock),
}


def tasks() -> set[str]:
    """The paths of all tasks of the product."""
    found = set()
    for room in apps.get_app_configs():
        for name in ("tasks", "clock"):
            if room.name.startswith("wenming.") and module_has_submodule(room.module, name):
                module = import_module(f"{room.name}.{name}")
                found |= {one.module_path for one in vars(module).values() if isinstance(one, Task)}
    return found


def test_every_task_has_an_example() -> None:
    assert tasks() == set(EXAMPLES)


@contextmanager
def killed_after(steps: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The worker is lost right after that many steps, the last of them just before it could say that it is done; yields
    how many there were."""
    taken: list[int] = []
    step, finish = actions.step, actions.finish

    def count() -> None:
        taken.append(1)
        if len(taken) > steps:
            raise Killed

    def counted(job: Job, *, stage: str, done: int, total: int | None = None) -> None:
        step(job, stage=stage, done=done, total=total)
        count()

    def finished(job: Job, *, at: datetime, code: str = "", about: Mapping[str, str] | None = None) -> None:
        count()
        finish(job, at=at, code=code, about=about)

    with monkeypatch.context() as patched:
        patched.setattr(actions, "step", counted)
        patched.setattr(actions, "finish", finished)
        yield taken


def left() -> list[str]:
    """All rows of the rooms, without what may differ, in an order of their own."""
    rooms = [room for room in apps.get_app_configs() if room.name.startswith("wenming.")]
    rows = [row for room in rooms for model in room.get_models() for row in model._default_manager.all()]
    return sorted(json.dumps(_said(row), ensure_ascii=False, default=str, sort_keys=True) for row in rows)


def _said(row: models.Model) -> dict[str, object]:
    fields = [field for field in row._meta.concrete_fields if not (field.is_relation or field.primary_key)]
    moments = {field.name for field in fields if isinstance(field, models.DateTimeField)}
    own = {field.name for field in fields} - moments - OTHERWISE
    return {"row": row._meta.label, **{name: getattr(row, name) for name in own}}


def deliver(task: Task[..., Any], job: int) -> None:
    """One delivery, as a worker does it; being lost undoes only what had not been committed."""
    with suppress(Killed):
        task.call(job)


@pytest.mark.parametrize("path", EXAMPLES)
def test_delivered_twice_at_every_step(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    task, make = EXAMPLES[path]
    once = tried(task, make, None, monkeypatch)
    steps = 0
    while True:
        twice = tried(task, make, steps, monkeypatch)
        assert twice[1] == once[1], f"after {steps} steps"
        if twice[0] <= steps:  # it came through before it could be lost
            break
        steps += 1
        assert steps < STEPS
    assert steps > 0


def tried(
    task: Task[..., Any], make: Callable[[], int], lost_after: int | None, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, list[str]]:
    """How many steps the first delivery took, and what both left."""
    taken: list[int] = []
    with transaction.atomic():
        job = make()
        if lost_after is not None:
            with killed_after(lost_after, monkeypatch) as taken:
                deliver(task, job)
        deliver(task, job)
        assert Job.objects.get(pk=job).state == JobState.DONE
        found = left()
        transaction.set_rollback(True)
    return len(taken), found
