"""Reading a plan in the background, in stages that people can watch."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.places import queries as places
from wenming.plans.actions.amending import carry_over, version_before
from wenming.plans.actions.saving import save_reading
from wenming.plans.models import PlanVersion, VersionState
from wenming.reading.files.document import Document, open_document
from wenming.reading.model import Reading, UnreadableDocument
from wenming.reading.read import read_text
from wenming.reading.second.asking import SecondReader
from wenming.reading.second.doubts import with_suggestions
from wenming.rules.matching import match

STAGES = ("open", "read", "match", "save")


@task()
def read_plan(job_id: int) -> None:
    """Read the version that the job is about; done twice, it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            _read(job)


def _read(job: Job) -> None:
    version = PlanVersion.objects.get(pk=job.about["version"])
    try:
        reading = _reading(version, job)
    except UnreadableDocument as error:
        PlanVersion.objects.filter(pk=version.pk).update(state=VersionState.UNREADABLE)
        raise jobs.CannotGoOn(error.code, **error.about) from error
    _begin(job, "match")
    directory = places.directory()
    matches = {name: match(name, directory) for name in _names(reading)}
    _begin(job, "save")
    with transaction.atomic():
        is_new = save_reading(version=version, reading=reading, matches=matches)
        if is_new and (before := version_before(version)):
            carry_over(version=version, from_version=before, by=version.uploaded_by, at=timezone.now())
        jobs.finish(job, at=timezone.now())


def _reading(version: PlanVersion, job: Job) -> Reading:
    _begin(job, "open")
    document: Document = open_document(Path(version.document.path), name=version.file_name)
    _begin(job, "read")
    reading = read_text(document.text, name=document.name, sha256=document.sha256, is_plain=document.is_plain)
    reader = second_reader()
    return with_suggestions(reading, reader) if reader else reading


def second_reader() -> SecondReader | None:
    """The second reader of the settings; none where it is not configured, and then nothing leaves the machine."""
    if not (settings.SECOND_READER_URL and settings.SECOND_READER_MODEL):
        return None
    return SecondReader(settings.SECOND_READER_URL, settings.SECOND_READER_MODEL)


def _names(reading: Reading) -> set[str]:
    return {duty.unit for plan in reading.plans for measure in plan.measures for duty in measure.duties}


def _begin(job: Job, stage: str) -> None:
    jobs.step(job, stage=stage, done=STAGES.index(stage))
