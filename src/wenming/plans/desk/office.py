"""What waits on the office's desk, and what was put in force last."""

from collections.abc import Collection

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from wenming.plans.models import Doubt, MarkState, Measure, PlanVersion, VersionState

SHOWN = 10  # of each list; more is a list of its own
WAITING = (VersionState.READING, VersionState.UNREADABLE, VersionState.REVIEW)


def waiting_for_review() -> QuerySet[PlanVersion]:
    """The versions that wait for a person, the longest waiting first, each with ``open_doubts``."""
    doubts = Doubt.objects.filter(version=OuterRef("pk"), settled_at=None).order_by().values("version")
    counted = Subquery(doubts.annotate(count=Count("pk")).values("count"), output_field=IntegerField())
    return _light(WAITING).annotate(open_doubts=Coalesce(counted, 0)).order_by("uploaded_at", "pk")[:SHOWN]


def last_in_force() -> QuerySet[PlanVersion]:
    """The versions in force, the last put in force first, each with ``measure_count``."""
    measures = Measure.objects.filter(~Q(state=MarkState.REMOVED), version=OuterRef("pk")).order_by().values("version")
    counted = Subquery(measures.annotate(count=Count("pk")).values("count"), output_field=IntegerField())
    versions = _light([VersionState.IN_FORCE]).annotate(measure_count=Coalesce(counted, 0))
    return versions.order_by("-in_force_at", "-pk")[:SHOWN]


def _light(states: Collection[str]) -> QuerySet[PlanVersion]:
    versions = PlanVersion.objects.filter(state__in=states).select_related("plan", "uploaded_by", "in_force_by")
    return versions.defer("text", "noise")
