"""Evidence for tests, taken in as the product does it."""

from datetime import datetime
from uuid import UUID, uuid4

from django.core.files.base import ContentFile

from tests.plans.making import NOON
from wenming.accounts.models import User
from wenming.jobs.models import Job
from wenming.places.models import Unit
from wenming.work.evidence.actions import Given, add_evidence
from wenming.work.evidence.preparing import prepare_evidence
from wenming.work.models import Evidence, Record


def given(data: bytes, name: str = "照片.jpg", words: str = "") -> Given:
    """What somebody hands in."""
    return Given(ContentFile(data, name=name), "", words)


def make_evidence(
    data: bytes,
    unit: Unit,
    by: User,
    *,
    proves: Record | None = None,
    name: str = "照片.jpg",
    key: UUID | None = None,
    at: datetime = NOON,
    is_prepared: bool = True,
) -> Evidence:
    """A piece that was taken in, with its copies where they are wanted."""
    made = add_evidence(key=key or uuid4(), unit_id=unit.pk, given=given(data, name), proves=proves, by=by, at=at)
    if is_prepared:
        run_jobs(made)
    return made


def run_jobs(made: Evidence) -> None:
    """Do what waits to be done for the piece, as a worker does it."""
    for job in Job.objects.filter(kind="prepare_evidence", state="waiting").order_by("pk"):
        if job.about["evidence"] == made.pk:
            prepare_evidence.call(job.pk)
    made.refresh_from_db()
