"""What waits on the office's desk, and what was put in force last."""

from wenming.plans.imports.queries import counted
from wenming.plans.models import PlanVersion, VersionState

SHOWN = 10  # of each list; more is a list of its own
WAITING = (VersionState.READING, VersionState.UNREADABLE, VersionState.REVIEW)


def waiting_for_review() -> list[PlanVersion]:
    """The versions that wait for a person, the longest waiting first, with how much needs a look; one query."""
    waiting = PlanVersion.objects.filter(state__in=WAITING).order_by("uploaded_at", "pk")
    return list(counted(waiting)[:SHOWN])


def last_in_force() -> list[PlanVersion]:
    """The versions in force, the last put in force first, with their measures; one query."""
    in_force = PlanVersion.objects.filter(state=VersionState.IN_FORCE).order_by("-in_force_at", "-pk")
    return list(counted(in_force)[:SHOWN])
