"""The measures of a version with their commitments, and how many of these stand where."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from wenming.plans.models import Measure, PlanVersion, Term
from wenming.plans.term_words import term_words
from wenming.work.models import Commitment, CommitmentState
from wenming.work.objections.decided import Decided, decided_for


@dataclass(frozen=True, slots=True)
class Line:
    """A measure with its commitments; ``without_rule`` are its terms in words that none is made from.

    ``decided``: of which units it was decided earlier that something alike is not theirs.
    """

    measure: Measure
    commitments: Sequence[Commitment]
    without_rule: Sequence[str]
    decided: Sequence[Decided] = ()


def measures_of(version: PlanVersion, state: str = "") -> QuerySet[Measure]:
    """The measures in the order of the text; only those with a commitment in that state, where one is given."""
    measures: QuerySet[Measure] = version.measures.standing().order_by("position", "pk")
    if state:
        measures = measures.filter(pk__in=Commitment.objects.filter(state=state).values("measure"))
    commitments = Commitment.objects.select_related("unit_class").prefetch_related("units", "terms")
    return measures.prefetch_related(
        Prefetch("commitments", commitments), Prefetch("terms", Term.objects.standing().order_by("start", "pk"))
    )


def lines_of(measures: Sequence[Measure]) -> list[Line]:
    """What a page shows of these measures, fetched with their commitments and terms; nine queries at most."""
    commitments = [one for measure in measures for one in measure.commitments.all()]
    decided = decided_for([one for one in commitments if one.state != CommitmentState.SET_ASIDE])
    return [_line(measure, [one for one in decided if one.commitment.measure_id == measure.pk]) for measure in measures]


def _line(measure: Measure, decided: Sequence[Decided]) -> Line:
    commitments = list(measure.commitments.all())
    live = [one for one in commitments if one.state != CommitmentState.SET_ASIDE]
    used = {term.pk for one in live for term in one.terms.all()}
    rest = [term_words(term.kind, term.value) for term in measure.terms.all() if term.pk not in used]
    return Line(measure, commitments, tuple(dict.fromkeys(rest)), decided)


def counts_of(version: PlanVersion) -> dict[str, int]:
    """How many commitments of the version are in each state, 0 where none is."""
    found = Commitment.objects.filter(measure__version=version).order_by().values_list("state").annotate(Count("pk"))
    return dict.fromkeys(CommitmentState.values, 0) | dict(found)
