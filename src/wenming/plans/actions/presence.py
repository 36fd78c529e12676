"""Who is at the review of a version: said by an open page again and again."""

from datetime import datetime

from wenming.accounts.models import User
from wenming.plans.models import PlanVersion, Presence


def note(*, version: PlanVersion, by: User, at: datetime) -> None:
    """The person has the version open at this moment."""
    Presence.objects.update_or_create(version=version, seen_by=by, defaults={"seen_at": at})
