"""Importing a document: as a new plan or as a new version of one; trying again; giving up."""

from datetime import datetime
from pathlib import PurePath

from django.core.files import File
from django.db.models import Max
from django.utils.timezone import localdate

from wenming.accounts.models import User
from wenming.accounts.powers import powers_of
from wenming.accounts.rights import Right
from wenming.audit.recording import action, record, state_of
from wenming.files.content import sha256_of
from wenming.files.keeping import forget_later, keep
from wenming.files.naming import shown_name
from wenming.jobs import actions as jobs
from wenming.jobs.models import JobState
from wenming.places import queries as places
from wenming.places.models import Area
from wenming.plans.actions.titles import title_of
from wenming.plans.models import DOCUMENTS, ISSUED, PLAN_TITLE_LENGTH, Plan, PlanVersion, VersionState
from wenming.plans.tasks import STAGES, read_plan


class AlreadyImported(ValueError):
    """The very same file is there already, as ``version``."""

    def __init__(self, version: PlanVersion) -> None:
        super().__init__(version.file_name)
        self.version = version


class StillReading(ValueError):
    """The plan has a version that is being read."""


class InForce(ValueError):
    """A version that is or was in force is kept."""


@action
def import_document(
    *, file: File[bytes], plan: Plan | None, by: User, at: datetime, again: bool = False
) -> PlanVersion:
    """A new version of ``plan`` (of a new plan where it is None), read in the background.

    A new plan is of the area whose office the person is of. Raises AlreadyImported where the same bytes are a version
    in that area already, unless ``again`` asks for it.
    """
    sha256, file_name = sha256_of(file), shown_name(file.name or "")
    # A second click waits until the first is done, and finds its file; other acts of the person wait for nothing.
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    area_id = plan.area_id if plan else _area_of(by, at)
    if not again and (same := same_document(sha256, area_id=area_id)):
        raise AlreadyImported(same)
    plan = Plan.objects.select_for_update().get(pk=plan.pk) if plan else _new_plan(file_name, area_id, by, at)
    number = (plan.versions.aggregate(Max("number"))["number__max"] or 0) + 1
    version = PlanVersion(plan=plan, number=number, sha256=sha256, uploaded_by=by, uploaded_at=at, handled_by=by)
    version.file_name, version.document.name = file_name, keep(DOCUMENTS, file, sha256=sha256)
    version.save()
    version.job = jobs.start(kind="read_plan", total=len(STAGES), about={"version": version.pk}, by=by, at=at)
    version.save(update_fields=["job"])
    jobs.run(read_plan, version.job)
    record("plans.import", plan, by=by, at=at, after=_version_told(version))
    return version


def _version_told(version: PlanVersion) -> dict[str, object]:
    """What an event tells of a document."""
    return {"version": version.number, "file_name": version.file_name, "sha256": version.sha256}


def _area_of(person: User, at: datetime) -> int:
    """The area whose plans the person imports first; by the command line, that of the county."""
    own = powers_of(person, on=localdate(at)).own_area(Right.PLAN_REVIEW)
    if own is not None:
        return own
    county = places.home()
    if county is None:
        raise Area.DoesNotExist
    return county.pk


def same_document(sha256: str, *, area_id: int) -> PlanVersion | None:
    """The version that was imported last in the area from the same bytes; an unreadable one does not count."""
    versions = PlanVersion.objects.filter(sha256=sha256, plan__area=area_id).exclude(state=VersionState.UNREADABLE)
    return versions.select_related("plan", "uploaded_by").order_by("-pk").first()


def _new_plan(file_name: str, area_id: int, by: User, at: datetime) -> Plan:
    title = PurePath(file_name).stem[:PLAN_TITLE_LENGTH]
    return Plan.objects.create(title=title, area_id=area_id, created_by=by, created_at=at)


@action
def read_again(*, version: PlanVersion, by: User, at: datetime) -> None:
    """Read a version again whose reading failed or was cancelled; raises jobs.NotOver while it is at work.

    One that is under review is read: only the second reader is asked again.
    """
    locked = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if locked.job is None or locked.state in ISSUED:
        raise jobs.NotOver
    jobs.retry(read_plan, locked.job, by=by, at=at, of=locked.plan)
    if locked.state == VersionState.UNREADABLE:
        locked.state = VersionState.READING
        locked.save(update_fields=["state"])


@action
def rename(*, plan: Plan, title: str, by: User, at: datetime) -> Plan:
    """The plan goes by another title than the one that was read; raises NoTitle."""
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    before = state_of(locked, "title")
    locked.title = title_of(title, longest=PLAN_TITLE_LENGTH)
    locked.save(update_fields=["title"])
    record("plans.rename", locked, by=by, at=at, before=before, after=state_of(locked, "title"))
    return locked


def cancel(*, version: PlanVersion, by: User, at: datetime) -> None:
    """Stop reading, or asking the second reader; the document is kept, and what was read once it is under review."""
    if version.job:
        jobs.ask_cancel(version.job, by=by, at=at, of=version.plan)


@action
def discard(*, version: PlanVersion, by: User, at: datetime) -> None:
    """Forget a version that was never in force, and its plan where it was the only one; InForce, StillReading."""
    locked = PlanVersion.objects.select_for_update().get(pk=version.pk)
    if locked.in_force_at:
        raise InForce
    if locked.job and locked.job.state == JobState.RUNNING:
        raise StillReading
    plan, job, path = locked.plan, locked.job, locked.document.name or ""
    record("plans.discard", plan, by=by, at=at, before=_version_told(locked) | {"state": locked.state})
    locked.delete()
    if job:
        job.delete()
    if not plan.versions.exists():
        plan.delete()
    forget_later(path)
