"""Reading a plan in the background, in stages that people can watch."""

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from wenming.accounts.models import User
from wenming.audit.recording import action
from wenming.files.content import Damaged
from wenming.jobs import actions as jobs
from wenming.jobs.models import Job
from wenming.places import queries as places
from wenming.plans.actions.amending import carry_over, settle_as_before, version_before
from wenming.plans.actions.saving import save_reading, save_unreadable
from wenming.plans.actions.suggesting import save_suggestions
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.readings import reading_of
from wenming.reading.files.document import document_of
from wenming.reading.model import Reading, UnreadableDocument
from wenming.reading.read import read_text
from wenming.reading.second.asking import Asked, SecondReader, ask_each
from wenming.reading.second.doubts import doubts_of
from wenming.rules.matching import Match, match

STAGES = ("open", "read", "match", "save")
SECOND = "second"  # the second reader, where there is one: a stage that counts the measures it was asked about


@task()
def read_plan(job_id: int) -> None:
    """Read the version that the job is about, then ask the second reader; done twice, it leaves the same."""
    with jobs.work_on(job_id) as job:
        if job is not None:
            version = PlanVersion.objects.select_related("plan").get(pk=job.about["version"])
            if version.state in {VersionState.READING, VersionState.UNREADABLE}:  # else an earlier try has read it
                _read(version, job)
            code, about = _ask(version, job)
            jobs.finish(job, code=code, about=about, at=timezone.now())


def _read(version: PlanVersion, job: Job) -> None:
    try:
        reading = _reading(version, job)
    except UnreadableDocument as error:
        save_unreadable(version=version, code=error.code, by=_asker(job), at=timezone.now())
        raise jobs.CannotGoOn(error.code, **error.about) from error
    _begin(job, "match")
    directory = places.directory()
    matches = {name: match(name, directory) for name in _names(reading)}
    _begin(job, "save")
    _save(version, reading, matches, _asker(job))
    version.refresh_from_db()


def _asker(job: Job) -> User:
    return User.objects.get(pk=job.asked_by_id or 0)


@action
def _save(version: PlanVersion, reading: Reading, matches: Mapping[str, Match], by: User) -> None:
    """Keep what was read, with what people made of the version before it."""
    is_new = save_reading(version=version, reading=reading, matches=matches, by=by, at=timezone.now())
    if is_new and (before := version_before(version)):
        carry_over(version=version, from_version=before, by=by, at=timezone.now())


def _reading(version: PlanVersion, job: Job) -> Reading:
    _begin(job, "open")
    document = document_of(_stored(version), name=version.file_name)
    _begin(job, "read")
    return read_text(document.text, name=document.name, sha256=document.sha256, is_plain=document.is_plain)


def _stored(version: PlanVersion) -> bytes:
    """The document as it was imported; importing it again mends one that has gone or was damaged."""
    try:
        with version.document.open("rb") as file:
            data: bytes = file.read()
    except FileNotFoundError as error:
        raise UnreadableDocument("file_missing") from error
    except Damaged as error:
        raise UnreadableDocument("file_damaged") from error
    return data


def _names(reading: Reading) -> set[str]:
    return {duty.unit for plan in reading.plans for measure in plan.measures for duty in measure.duties}


def _begin(job: Job, stage: str) -> None:
    jobs.step(job, stage=stage, done=STAGES.index(stage))


def second_reader() -> SecondReader | None:
    """The second reader of the settings; none where it is not configured, and then nothing leaves the machine."""
    if not (settings.SECOND_READER_URL and settings.SECOND_READER_MODEL):
        return None
    return SecondReader(settings.SECOND_READER_URL, settings.SECOND_READER_MODEL, settings.SECOND_READER_SECONDS)


def _ask(version: PlanVersion, job: Job) -> tuple[str, dict[str, str]]:
    """Ask the second reader, where there is one, about each measure as it stands now; returns what went wrong.

    It can be cancelled between two questions. What was suggested until then is kept.
    """
    reader = second_reader()
    if reader is None:
        return "", {}
    reading = reading_of(version)
    total = sum(len(plan.measures) for plan in reading.plans)
    jobs.step(job, stage=SECOND, done=0, total=total)
    asked: list[Asked] = []
    try:
        for one in ask_each(reading, reader):
            asked.append(one)
            jobs.step(job, stage=SECOND, done=len(asked), total=total)
    finally:
        _keep(version, reading, asked)
    return _shortfall(asked, total)


def _keep(version: PlanVersion, reading: Reading, asked: Sequence[Asked]) -> None:
    found = doubts_of(reading, [suggestion for one in asked for suggestion in one.suggestions])
    with transaction.atomic():
        new = save_suggestions(version=version, found=found)
        if new and (before := version_before(version)):
            settle_as_before(
                version=version, from_version=before, doubts=new, by=version.uploaded_by, at=timezone.now()
            )


def _shortfall(asked: Sequence[Asked], total: int) -> tuple[str, dict[str, str]]:
    """Why measures are left without an answer (the last reason), and how many; an empty code where none is."""
    failed = [one for one in asked if not one.is_answered]
    if not failed:
        return "", {}
    reason = failed[-1].doubts[0]
    left = total - len(asked) + len(failed)
    return reason.code, {**reason.about, "left": str(left)}
