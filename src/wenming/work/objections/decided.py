"""What was decided before holds the next time: a unit that is not asked for something is not asked for it again."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wenming.rules.asking import Wanted, alike
from wenming.work.commitments.subjects import ALL, subjects_of
from wenming.work.models import Commitment, Objection, ObjectionKind, Outcome


@dataclass(frozen=True, slots=True)
class Decided:
    """It was agreed earlier that ``objection.unit`` does not answer for something alike."""

    commitment: Commitment
    objection: Objection


def decided_for(commitments: Collection[Commitment]) -> list[Decided]:
    """Which units of these commitments were told before that something alike is not theirs; the last decision of each.

    Eight queries at most. The commitments come with their measures.
    """
    decisions = list(_decisions())
    if not decisions:
        return []
    subjects = subjects_of(commitments)
    return [one for commitment in commitments for one in _of(commitment, subjects[commitment.pk], decisions)]


def _decisions() -> Iterable[Objection]:
    rows = Objection.objects.filter(kind=ObjectionKind.NOT_OURS, outcome=Outcome.ACCEPTED)
    return rows.select_related("commitment__measure", "unit", "decided_by").order_by("decided_at", "pk")


def _of(commitment: Commitment, units: frozenset[int], decisions: Iterable[Objection]) -> Iterator[Decided]:
    if ALL in units:
        return
    fitting = [one for one in decisions if one.unit_id in units and is_same_matter(commitment, one.commitment)]
    for one in {one.unit_id: one for one in fitting}.values():
        yield Decided(commitment, one)


def is_same_matter(one: Commitment, other: Commitment) -> bool:
    """Whether both ask for the same in other words: what is to be done, and the measure that it stands in."""
    if one.pk == other.pk:
        return False
    is_same = alike(Wanted(one.activity), Wanted(other.activity)) or one.activity == other.activity
    return is_same and alike(Wanted(one.measure.title), Wanted(other.measure.title))
