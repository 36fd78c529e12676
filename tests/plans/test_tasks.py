"""Reading a real file in the background: done, done twice, cancelled, not readable, done again."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from pytest_django import Settings

from tests.plans import read
from tests.plans.making import make_person
from tests.reading.second.serving import Reply, Service, serve
from tests.reading.second.test_answers import completion
from wenming.jobs.models import Job, JobState
from wenming.plans.actions import importing, marking
from wenming.plans.imports.words import why_not_seen
from wenming.plans.models import Duty, MarkState, Measure, PlanVersion, VersionState
from wenming.plans.tasks import SECOND, STAGES, read_plan
from wenming.reading.second.doubts import SEES

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
    importing.cancel(version=version, by=version.uploaded_by, at=read.NOON)
    job = run(version)
    assert (job.state, version.state) == (JobState.CANCELLED, VersionState.READING)
    assert not Duty.objects.exists()


def test_cancelled_on_the_way() -> None:
    version = imported()
    Job.objects.update(cancel_asked=True, state=JobState.RUNNING)
    assert run(version).state == JobState.CANCELLED


def test_and_read_again() -> None:
    version = imported()
    importing.cancel(version=version, by=version.uploaded_by, at=read.NOON)
    run(version)
    importing.read_again(version=version, by=version.uploaded_by, at=read.NOON)
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


STREETS = """青禾县2026年街区整洁行动方案
一、重点任务
（一）清扫背街小巷。每月组织一次大扫除，志愿服务队到场帮忙。（牵头单位：县城管局）
（二）整治菜场。年内建成3个示范菜场，志愿服务队到场帮忙。（牵头单位：县市监局）
（三）清理楼道。每季度检查一次楼道，志愿服务队到场帮忙。（牵头单位：县住建局）
"""
TEAM = completion({"duties": [{"unit": "志愿服务队", "role": "cooperating"}], "terms": []})
NOTHING = completion({"duties": [], "terms": []})


@contextmanager
def second_reader(settings: Settings, *replies: Reply) -> Iterator[Service]:
    """A stand-in for the model, configured."""
    with serve(*replies) as service:
        settings.SECOND_READER_URL, settings.SECOND_READER_MODEL = f"{service.url}/v1", "small"
        settings.SECOND_READER_SECONDS = 1
        yield service


def suggestions(version: PlanVersion) -> list[str]:
    """The words that the second reader suggests something of."""
    return [doubt.about["words"] for doubt in version.doubts.filter(code__startswith=SEES)]


class TestSecondReader:
    def test_it_leaves_doubts_and_nothing_else(self, settings: Settings) -> None:
        with second_reader(settings, Reply(TEAM)) as service:
            version = imported(STREETS.encode())
            job = run(version)
        assert (job.state, job.code, job.stage) == (JobState.DONE, "", SECOND)
        assert len(service.requests) == job.done == job.total == version.measures.count()
        assert suggestions(version) == ["志愿服务队"] * 3
        assert not Duty.objects.filter(role="cooperating").exists()

    def test_nobody_is_asked_where_none_is_configured(self) -> None:
        with serve(Reply(TEAM)) as service:
            version = imported(STREETS.encode())
            run(version)
            assert service.requests == []
        assert suggestions(version) == []

    def test_delivered_twice_it_suggests_once(self, settings: Settings) -> None:
        with second_reader(settings, Reply(TEAM)):
            version = imported(STREETS.encode())
            run(version)
            Job.objects.update(state=JobState.RUNNING, stage=SECOND, done=1)  # as if the worker had died on the way
            assert run(version).state == JobState.DONE
        assert suggestions(version) == ["志愿服务队"] * 3
        assert Duty.objects.count() == 3

    @pytest.mark.parametrize(
        ("replies", "code", "left", "kept"),
        [
            ([Reply(b"oops")], "second_broken", "3", 0),
            ([Reply(b"", status=404)], "second_refused", "3", 0),
            ([Reply(NOTHING), Reply(b"", wait=5)], "second_slow", "2", 0),
            ([Reply(b"oops"), Reply(TEAM)], "second_broken", "1", 2),
        ],
    )
    def test_what_fails_is_one_sentence_of_the_job(
        self, settings: Settings, replies: list[Reply], code: str, left: str, kept: int
    ) -> None:
        with second_reader(settings, *replies):
            version = imported(STREETS.encode())
            job = run(version)
        assert (job.state, job.code, job.about["left"]) == (JobState.DONE, code, left)
        assert (version.state, len(suggestions(version))) == (VersionState.REVIEW, kept)
        assert left in why_not_seen(job)

    def test_a_service_that_is_not_there(self, settings: Settings) -> None:
        settings.SECOND_READER_URL, settings.SECOND_READER_MODEL = "http://127.0.0.1:1/v1", "small"
        version = imported(STREETS.encode())
        job = run(version)
        assert (job.state, job.code, version.state) == (JobState.DONE, "second_unreachable", VersionState.REVIEW)

    def test_it_is_asked_again_and_nothing_else_is_done_again(self, settings: Settings) -> None:
        with second_reader(settings, *[Reply(b"oops")] * 3, Reply(TEAM)):
            version = imported(STREETS.encode())
            run(version)
            Duty.objects.filter(name="县城管局").update(state=MarkState.CONFIRMED)
            importing.read_again(version=version, by=version.uploaded_by, at=read.NOON)
            job = run(version)
        assert (job.state, job.code, len(suggestions(version))) == (JobState.DONE, "", 3)
        assert Duty.objects.get(name="县城管局").state == MarkState.CONFIRMED

    def test_what_was_waved_off_in_the_version_before_needs_nobody_twice(self, settings: Settings) -> None:
        with second_reader(settings, Reply(TEAM)):
            first = imported(STREETS.encode())
            run(first)
            for doubt in first.doubts.filter(code__startswith=SEES):
                marking.settle(version_id=first.pk, doubt_id=doubt.pk, by=first.uploaded_by, at=read.NOON)
            file = SimpleUploadedFile("第二版.txt", STREETS.replace("每季度", "每月").encode())
            second = importing.import_document(file=file, plan=first.plan, by=first.uploaded_by, at=read.NOON)
            run(second)
        left = second.doubts.filter(code__startswith=SEES, settled_at=None)
        assert [doubt.measure and doubt.measure.title for doubt in left] == ["（三）清理楼道"]


@pytest.mark.django_db(transaction=True)
class TestMeanwhile:
    """What another connection does while the second reader thinks."""

    def test_cancelled_between_two_questions(self, settings: Settings) -> None:
        def cancel() -> None:
            Job.objects.update(cancel_asked=True)
            connection.close()

        with second_reader(settings, Reply(TEAM), Reply(TEAM, meanwhile=cancel)) as service:
            version = imported(STREETS.encode())
            job = run(version)
        assert (job.state, len(service.requests)) == (JobState.CANCELLED, 2)
        assert (version.state, Duty.objects.count()) == (VersionState.REVIEW, 3)
        assert suggestions(version) == ["志愿服务队"] * 2  # of the measures it was asked about

    def test_the_reading_of_the_rules_is_there_to_be_reviewed(self, settings: Settings) -> None:
        seen: list[tuple[str, int]] = []

        def judge() -> None:
            seen.append((PlanVersion.objects.get().state, Duty.objects.count()))
            Measure.objects.filter(position=1).update(state=MarkState.REMOVED)
            connection.close()

        with second_reader(settings, Reply(TEAM, meanwhile=judge)):
            version = imported(STREETS.encode())
            run(version)
        assert seen[0] == (VersionState.REVIEW, 3)
        assert suggestions(version) == ["志愿服务队"] * 2  # a person was faster with the first
