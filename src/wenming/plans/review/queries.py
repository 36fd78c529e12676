"""Everything that the review page shows of a version, in a fixed number of queries; nothing here writes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import QuerySet

from wenming.accounts.models import User
from wenming.places import queries as places
from wenming.places.models import UnitClass
from wenming.plans.models import Doubt, Duty, Measure, PlanVersion, Presence, Step, Term

PRESENT = timedelta(seconds=45)  # a page asks for news more often than that


@dataclass
class Review:
    """A version with all its marks, the removed among them, and the doubts that nobody has looked at."""

    version: PlanVersion
    measures: list[Measure]
    duties: list[Duty]
    terms: list[Term]
    doubts: list[Doubt]
    duties_of: dict[int, list[Duty]] = field(default_factory=dict)
    terms_of: dict[int, list[Term]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for duty in self.duties:
            self.duties_of.setdefault(duty.measure_id, []).append(duty)
        for term in self.terms:
            self.terms_of.setdefault(term.measure_id, []).append(term)


def load(version: PlanVersion) -> Review:
    """The version's marks in the order of the document; four queries."""
    return Review(
        version,
        list(version.measures.order_by("position", "pk")),
        list(
            Duty.objects.filter(measure__version=version).select_related("unit", "unit_class").order_by("start", "pk")
        ),
        list(Term.objects.filter(measure__version=version).order_by("start", "pk")),
        list(version.doubts.filter(settled_at=None).order_by("start", "pk")),
    )


def newest(version: PlanVersion) -> int:
    """The number of the last step of anybody, 0 where there is none."""
    return version.steps.order_by("-pk").values_list("pk", flat=True).first() or 0


def steps(version: PlanVersion) -> QuerySet[Step]:
    """The history of the review, the newest first."""
    return version.steps.select_related("made_by", "undone_by").order_by("-pk")


def others(version: PlanVersion, me: User, at: datetime) -> list[User]:
    """Who else has the version open."""
    present = Presence.objects.filter(version=version, seen_at__gte=at - PRESENT).exclude(seen_by=me)
    return [presence.seen_by for presence in present.select_related("seen_by").order_by("seen_at")]


def places_of_doubts(version: PlanVersion, pks: Collection[int]) -> list[tuple[int, int]]:
    """Where these doubts stand."""
    return list(version.doubts.filter(pk__in=pks).values_list("start", "end")) if pks else []


def class_sizes(review: Review) -> dict[int, int]:
    """How many units each class that the version addresses stands for today."""
    used = {duty.unit_class_id for duty in review.duties if duty.unit_class_id}
    if not used:
        return {}
    members = places.member_ids(UnitClass.objects.filter(pk__in=used))
    return {pk: len(units) for pk, units in members.items()}
