"""Importing, noticing what is there already, trying again, giving up."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.plans import read
from tests.plans.making import make_person
from wenming.accounts.models import User
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job, JobState
from wenming.plans.actions import importing
from wenming.plans.models import Plan, PlanVersion, VersionState

pytestmark = pytest.mark.django_db


@pytest.fixture
def me() -> User:
    return make_person()


def bring(me: User, content: bytes = b"a", name: str = "方案.TXT", plan: Plan | None = None) -> PlanVersion:
    return importing.import_document(file=SimpleUploadedFile(name, content), plan=plan, by=me, at=read.NOON)


class TestImport:
    def test_a_new_plan(self, me: User) -> None:
        version = bring(me)
        assert (version.plan.title, version.number, version.state) == ("方案", 1, VersionState.READING)
        assert version.job is not None
        assert (version.job.state, version.job.about) == (JobState.WAITING, {"version": version.pk})

    def test_the_document_is_kept_under_its_hash(self, me: User) -> None:
        version = bring(me, b"abc", "../../etc/passwd.txt")
        assert version.document.name == f"plans/ba/{version.sha256}"
        assert version.sha256.startswith("ba7816bf")
        assert Path(version.document.path).is_relative_to(settings.MEDIA_ROOT)
        assert version.file_name == "passwd.txt"

    def test_a_document_cut_short_is_written_again(self, me: User) -> None:
        version = bring(me, b"what a full disk cut short")
        Path(version.document.path).write_bytes(b"what")
        again = importing.import_document(
            file=SimpleUploadedFile("方案.TXT", b"what a full disk cut short"),
            plan=None,
            by=me,
            at=read.NOON,
            again=True,
        )
        assert again.document.name == version.document.name
        assert Path(again.document.path).read_bytes() == b"what a full disk cut short"

    def test_a_new_version(self, me: User) -> None:
        first = bring(me)
        second = bring(me, b"b", plan=first.plan)
        assert (second.plan, second.number) == (first.plan, 2)

    def test_the_same_bytes_are_noticed(self, me: User) -> None:
        first = bring(me, b"same")
        with pytest.raises(importing.AlreadyImported) as caught:
            bring(me, b"same", "别名.txt")
        assert caught.value.version == first
        assert Plan.objects.count() == 1

    def test_and_imported_again_where_it_is_wanted(self, me: User) -> None:
        first = bring(me, b"same again")
        file = SimpleUploadedFile("方案.txt", b"same again")
        second = importing.import_document(file=file, plan=None, by=me, at=read.NOON, again=True)
        assert second.document.name == first.document.name

    def test_what_could_not_be_read_does_not_count(self, me: User) -> None:
        bring(me, b"broken")
        PlanVersion.objects.update(state=VersionState.UNREADABLE)
        assert bring(me, b"broken").number == 1


class TestReadAgain:
    @pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED])
    def test_after_it_ended_badly(self, me: User, state: JobState) -> None:
        version = bring(me)
        Job.objects.update(state=state)
        PlanVersion.objects.update(state=VersionState.UNREADABLE)
        importing.read_again(version=version, by=me, at=read.NOON)
        version.refresh_from_db()
        assert (version.state, Job.objects.get().state) == (VersionState.READING, JobState.WAITING)

    @pytest.mark.parametrize(
        ("job", "version"),
        [
            (JobState.RUNNING, VersionState.READING),
            (JobState.DONE, VersionState.REVIEW),
            (JobState.FAILED, VersionState.IN_FORCE),
        ],
    )
    def test_not_otherwise(self, me: User, job: JobState, version: VersionState) -> None:
        made = bring(me)
        Job.objects.update(state=job)
        PlanVersion.objects.update(state=version)
        with pytest.raises(jobs.NotOver):
            importing.read_again(version=made, by=me, at=read.NOON)


class TestDiscard:
    def test_plan_job_and_document_go(
        self, me: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        version = bring(me, b"to be forgotten")
        path = version.document.name
        with django_capture_on_commit_callbacks(execute=True):
            importing.discard(version=version, by=me, at=read.NOON)
        assert not Plan.objects.exists()
        assert not Job.objects.exists()
        assert not default_storage.exists(str(path))

    def test_what_others_have_stays(
        self, me: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
    ) -> None:
        first = bring(me, b"shared")
        file = SimpleUploadedFile("方案.txt", b"shared")
        second = importing.import_document(file=file, plan=first.plan, by=me, at=read.NOON, again=True)
        with django_capture_on_commit_callbacks(execute=True):
            importing.discard(version=second, by=me, at=read.NOON)
        assert list(Plan.objects.values_list("pk", flat=True)) == [first.plan_id]
        assert default_storage.exists(str(first.document.name))

    def test_what_was_in_force_is_kept(self, me: User) -> None:
        version = bring(me)
        PlanVersion.objects.update(state=VersionState.SUPERSEDED, in_force_by=me, in_force_at=read.NOON)
        with pytest.raises(importing.InForce):
            importing.discard(version=version, by=me, at=read.NOON)

    def test_not_while_it_is_being_read(self, me: User) -> None:
        version = bring(me)
        Job.objects.update(state=JobState.RUNNING)
        with pytest.raises(importing.StillReading):
            importing.discard(version=version, by=me, at=read.NOON)
