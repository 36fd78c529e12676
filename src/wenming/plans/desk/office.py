"""What waits on the office's desk, and what was put in force last."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery

from wenming.plans.models import Doubt, MarkState, Measure, PlanVersion, VersionState

SHOWN = 10  # of each list; more is a list of its own
WAITING = (VersionState.READING, VersionState.UNREADABLE, VersionState.REVIEW)


@dataclass(frozen=True, slots=True)
class Counted:
    """A version and how many of something it has."""

    version: PlanVersion
    count: int


def waiting_for_review() -> list[Counted]:
    """The versions that wait for a person, the longest waiting first, with their open doubts; one query."""
    return _counted(_light(WAITING).order_by("uploaded_at", "pk"), Doubt.objects.filter(settled_at=None))


def last_in_force() -> list[Counted]:
    """The versions in force, the last put in force first, with their measures; one query."""
    versions = _light([VersionState.IN_FORCE]).order_by("-in_force_at", "-pk")
    return _counted(versions, Measure.objects.exclude(state=MarkState.REMOVED))


def _light(states: Collection[str]) -> QuerySet[PlanVersion]:
    versions = PlanVersion.objects.filter(state__in=states).select_related("plan", "uploaded_by", "in_force_by")
    return versions.defer("text", "noise")


def _counted(versions: QuerySet[PlanVersion], rows: QuerySet[Model]) -> list[Counted]:
    own = rows.filter(version=OuterRef("pk")).order_by().values("version").annotate(count=Count("pk")).values("count")
    counted = versions.annotate(found=Subquery(own, output_field=IntegerField()))[:SHOWN]
    return [Counted(version, version.found or 0) for version in counted]
