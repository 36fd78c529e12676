"""Plans and their versions as the list and the pages show them; nothing here writes."""

from django.db.models import Count, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Concat

from wenming.accounts.powers import Powers
from wenming.plans.models import Doubt, Duty, Measure, Plan, PlanVersion
from wenming.plans.reach import versions_seen
from wenming.plans.unmatched import unmatched
from wenming.reading.second.doubts import SEES


def plans_found(*, text: str = "", state: str = "", powers: Powers) -> QuerySet[Plan]:
    """Plans whose title or a file's name contains ``text``, with a version in ``state``; each with its versions.

    Of plans that are not theirs to review people see only what is or was in force. Three queries for a page of any
    length.
    """
    shown = versions_seen(powers)
    matching = shown.filter(state=state) if state else shown
    plans = Plan.objects.filter(pk__in=matching.order_by().values("plan"))
    if text:
        plans = plans.filter(
            Q(title__icontains=text) | Q(pk__in=shown.filter(file_name__icontains=text).values("plan"))
        )
    return plans.prefetch_related(Prefetch("versions", counted(shown), to_attr="shown"))


def counted(versions: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
    """The versions without their texts, with how many measures and duties each has and how much needs a look.

    ``doubt_count`` is what the review asks for: the doubts that nobody looked at, alike suggestions and each unmatched
    name once.
    """
    doubts = Doubt.objects.filter(version=OuterRef("pk"), settled_at=None)
    words = (KT("about__words"), Value(" "), KT("about__value"))
    suggestion = Concat("code", Value(" "), *words, output_field=TextField())
    return (
        versions.defer("text", "noise")
        .select_related("plan", "uploaded_by", "in_force_by", "job")
        .annotate(
            measure_count=_count(Measure.objects.standing().filter(version=OuterRef("pk"))),
            duty_count=_count(Duty.objects.live().filter(measure__version=OuterRef("pk"))),
            doubt_count=_count(doubts.exclude(code__startswith=SEES))
            + _count(doubts.filter(code__startswith=SEES), Count(suggestion, distinct=True))
            + _count(unmatched().filter(measure__version=OuterRef("pk")), Count("name", distinct=True)),
        )
    )


def with_measures(versions: QuerySet[PlanVersion]) -> QuerySet[PlanVersion]:
    """The versions without their texts, with how many measures each has: what a line of those in force says."""
    measures = _count(Measure.objects.standing().filter(version=OuterRef("pk")))
    return versions.defer("text", "noise").select_related("plan").annotate(measure_count=measures)


def _count(rows: QuerySet[Measure] | QuerySet[Duty] | QuerySet[Doubt], of: Count | None = None) -> Coalesce:
    counts = rows.order_by().values(same=Count("pk") * 0).values(counted=of or Count("pk"))
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)
