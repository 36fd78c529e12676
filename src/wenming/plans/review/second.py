"""How far the second reader is with a version under review, and why it did not see all."""

from dataclasses import dataclass

from wenming.plans.imports.words import why_not_seen
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.tasks import second_reader


@dataclass(frozen=True)
class Standing:
    """What the review page says of the second reader."""

    is_asking: bool
    is_cancelled: bool  # asked for, and not yet seen
    done: int  # measures it was asked about, of ``total``
    total: int
    words: str  # why it did not see all
    can_ask_again: bool


def second_of(version: PlanVersion) -> Standing | None:
    """None where nothing is to be said: it saw all, was never asked, or the review is over."""
    job = version.job
    if job is None or version.state != VersionState.REVIEW:
        return None
    words = why_not_seen(job)
    if job.is_over and not words:
        return None
    can_ask_again = job.is_over and second_reader() is not None
    return Standing(not job.is_over, job.cancel_asked, job.done, job.total, words, can_ask_again)
