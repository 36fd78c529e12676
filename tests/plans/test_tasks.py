"""Reading a real file in the background: done, done twice, cancelled, not readable, done again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from tests.plans import read
from tests.plans.making import make_person
from tests.reading.second.serving import Reply, serve
from tests.reading.second.test_answers import completion
from wenming.jobs.models import Job, JobState
from wenming.plans.actions import importing
from wenming.plans.models import Duty, MarkState, PlanVersion, VersionState
from wenming.plans.tasks import STAGES, read_plan

pytestmark = pytest.mark.django_db


def imported(content: bytes = read.TEXT.encode(), name: str = "方案.txt") -> PlanVersion:
    """A version waiting to be read."""
    file = SimpleUploadedFile(name, content)
    return importing.import_document(file=file, plan=None, by=make_person(), at=read.NOON)


def run(version: PlanVersion) -> Job:
    """Read it here and now."""
    assert version.job is not None
    read_plan.call(version.job.pk)
    version.refresh_from_db()
    version.job.refresh_from_db()
    return version.job


def test_a_text_file_becomes_marks() -> None:
    read.make_directory()
    version = imported()
    job = run(version)
    assert (job.state, job.done, version.state) == (JobState.DONE, len(STAGES), VersionState.REVIEW)
    assert version.plan.title == read.TITLE
    matched = {duty.name: str(duty.unit or duty.unit_class or "") for duty in Duty.objects.all()}
    assert matched == {"县城管局": "县城管局", "教育局": "县教育局", "**镇党委": "", "各社区": "各社区"}


def test_twice_is_once() -> None:
    version = imported()
    run(version)
    Duty.objects.update(state=MarkState.CONFIRMED)
    count = Duty.objects.count()
    Job.objects.update(state=JobState.RUNNING)  # as if the worker had died before it could say that it is done
    assert run(version).state == JobState.DONE
    assert set(Duty.objects.values_list("state", flat=True)) == {MarkState.CONFIRMED}
    assert Duty.objects.count() == count


def test_what_cannot_be_read_says_why() -> None:
    version = imported(b"\x89PNG\r\n\x1a\n" + bytes(200))
    job = run(version)
    assert (job.state, version.state) == (JobState.FAILED, VersionState.UNREADABLE)
    assert job.code.startswith("file_")


def test_cancelled_before_it_began() -> None:
    version = imported()
    importing.cancel(version=version, at=read.NOON)
    job = run(version)
    assert (job.state, version.state) == (JobState.CANCELLED, VersionState.READING)
    assert not Duty.objects.exists()


def test_cancelled_on_the_way() -> None:
    version = imported()
    Job.objects.update(cancel_asked=True, state=JobState.RUNNING)
    assert run(version).state == JobState.CANCELLED


def test_and_read_again() -> None:
    version = imported()
    importing.cancel(version=version, at=read.NOON)
    run(version)
    importing.read_again(version=version)
    assert run(version).state == JobState.DONE


def test_a_second_version_keeps_what_was_confirmed() -> None:
    first = imported()
    run(first)
    Duty.objects.filter(name="教育局").update(state=MarkState.CONFIRMED)
    file = SimpleUploadedFile("第二版.txt", read.TEXT.replace("3个", "5个").encode())
    second = importing.import_document(file=file, plan=first.plan, by=first.uploaded_by, at=read.NOON)
    run(second)
    duty = Duty.objects.get(measure__version=second, name="教育局")
    assert duty.state == MarkState.CONFIRMED


SECOND = Reply(completion({"duties": [{"unit": "教育局", "role": "lead"}], "terms": []}))


def test_a_configured_second_reader_leaves_doubts_and_nothing_else(settings: Settings) -> None:
    with serve(SECOND) as service:
        settings.SECOND_READER_URL, settings.SECOND_READER_MODEL = f"{service.url}/v1", "small"
        version = imported()
        assert run(version).state == JobState.DONE
        assert service.requests
    assert version.doubts.filter(code__startswith="second_").exists()
    assert not Duty.objects.filter(name="教育局", role="lead").exists()


def test_nobody_is_asked_where_no_second_reader_is_configured() -> None:
    with serve(SECOND) as service:
        version = imported()
        run(version)
        assert service.requests == []
    assert not version.doubts.filter(code__startswith="second_").exists()
