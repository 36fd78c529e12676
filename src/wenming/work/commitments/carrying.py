"""A new version of a plan: where the sentence stands, its commitments go on, with all that counts for them."""

from collections.abc import Sequence

from wenming.plans.models import Measure, PlanVersion, Term
from wenming.plans.texts import folded
from wenming.work.models import Commitment


def carry_over(version: PlanVersion) -> list[int]:
    """Move the commitments of earlier versions to the measures that say the same; the keys of those moved.

    A measure that has commitments of its own is left alone. Records, excuses and objections hang on the commitment and
    so come with it. Six queries and two for each measure whose commitments move.
    """
    known = _by_text(version)
    moved: list[int] = []
    waiting = version.measures.standing().filter(commitments=None).prefetch_related("terms")
    for measure in waiting.order_by("position", "pk"):
        commitments = known.pop(folded(measure.text), [])
        for one in commitments:
            _move(one, measure)
        moved += [one.pk for one in commitments]
    return moved


def _by_text(version: PlanVersion) -> dict[str, list[Commitment]]:
    """The commitments of earlier versions by what their measure says; of several versions the newest."""
    earlier = Commitment.objects.filter(
        measure__version__plan=version.plan_id, measure__version__number__lt=version.number
    )
    rows = earlier.select_related("measure__version").prefetch_related("terms")
    found: dict[str, list[Commitment]] = {}
    newest: dict[str, int] = {}
    for one in rows.order_by("-measure__version__number", "measure__position", "position"):
        text, number = folded(one.measure.text), one.measure.version.number
        if newest.setdefault(text, number) == number:
            found.setdefault(text, []).append(one)
    return found


def _move(commitment: Commitment, measure: Measure) -> None:
    terms = _same_terms(list(commitment.terms.all()), list(measure.terms.all()))
    commitment.measure = measure
    commitment.save(update_fields=["measure"])
    commitment.terms.set(terms)


def _same_terms(old: Sequence[Term], new: Sequence[Term]) -> list[Term]:
    said = [(term.kind, term.value) for term in old]
    return [term for term in new if (term.kind, term.value) in said]
