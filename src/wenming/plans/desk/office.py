"""What waits on the office's desk, and what was put in force last."""

from wenming.accounts.powers import Powers
from wenming.plans.imports.queries import counted, with_measures
from wenming.plans.models import PlanVersion, VersionState
from wenming.plans.reach import binding, reviewed

SHOWN = 10  # of each list; more is a list of its own
WAITING = (VersionState.READING, VersionState.UNREADABLE, VersionState.REVIEW)


def waiting_for_review(powers: Powers) -> list[PlanVersion]:
    """What waits for the person's office, the longest waiting first, with how much needs a look; one query."""
    waiting = PlanVersion.objects.filter(reviewed(powers, "plan__area"), state__in=WAITING).order_by(
        "uploaded_at", "pk"
    )
    return list(counted(waiting)[:SHOWN])


def last_in_force(powers: Powers) -> list[PlanVersion]:
    """What is in force in the person's areas, the last put in force first, with its measures; one query."""
    in_force = PlanVersion.objects.filter(binding(powers, "plan__area"), state=VersionState.IN_FORCE).order_by(
        "-in_force_at", "-pk"
    )
    return list(with_measures(in_force)[:SHOWN])
