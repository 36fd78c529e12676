"""Everything anew after the calendar has changed."""

import pytest

from tests.plans.making import NOON, make_person, make_unit
from tests.work.making import make_commitment, make_measure
from wenming.jobs.models import Job, JobState
from wenming.work.models import Cell
from wenming.work.verdicts import recalculating

pytestmark = pytest.mark.django_db


def test_little_is_done_at_once() -> None:
    make_commitment(make_measure(make_unit("甲镇")))
    recalculating.recalculate(by=make_person("陈晓", None), at=NOON)
    assert Cell.objects.exists()
    assert not Job.objects.exists()


def test_much_is_a_job_with_its_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalculating, "AT_ONCE", 2)
    monkeypatch.setattr(recalculating, "_PART", 2)
    measure = make_measure(make_unit("甲镇"))
    for _number in range(5):
        make_commitment(measure)
    recalculating.recalculate(by=make_person("陈晓", None), at=NOON)
    job = Job.objects.get(kind="recalculate")
    assert job.total == 3
    if job.state == JobState.WAITING:
        recalculating.recalculate_all.func(job.pk)
    job.refresh_from_db()
    assert (job.state, job.done) == (JobState.DONE, 3)
    assert Cell.objects.values("commitment").distinct().count() == 5
