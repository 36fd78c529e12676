"""Who is judged by a commitment, as the directory stands today."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q

from wenming.places.models import UnitClass
from wenming.places.queries import member_ids
from wenming.plans.models import Duty
from wenming.reading.model import Role
from wenming.work.models import Commitment, Whom

ALL = 0  # stands for all units together
ANSWERING = (Role.LEAD, Role.RESPONSIBLE)  # whoever cooperates or supervises is not judged
Units = frozenset[int]


def subjects_of(commitments: Collection[Commitment]) -> dict[int, Units]:
    """Commitment → the units judged by it; ``{ALL}`` where they are judged together. At most six queries.

    Dissolved units are not judged.
    """
    members = _members()
    owners = _owners((one.measure_id for one in commitments if one.whom == Whom.OWNERS), members)
    named = _named(one.pk for one in commitments if one.whom == Whom.UNITS)
    return {one.pk: _subjects(one, owners, named, members) for one in commitments}


def owners_of(measures: Iterable[int]) -> dict[int, Units]:
    """Measure → the units that lead it or are responsible, by name or through a class; at most five queries."""
    return _owners(measures, _members())


def open_to(units: Collection[int]) -> Q:
    """The commitments for which these units may record: whoever is judged, and whoever answers for what is judged
    together; as a condition on Commitment. Four queries.
    """
    classes = [pk for pk, ids in _members().items() if not ids.isdisjoint(units)]
    answers = Q(unit__in=units) | Q(unit_class__in=classes)
    measures = Duty.objects.live().filter(answers, role__in=ANSWERING).values("measure")
    return (
        Q(whom__in=[Whom.OWNERS, Whom.TOGETHER], measure__in=measures)
        | Q(whom=Whom.CLASS, unit_class__in=classes)
        | Q(whom=Whom.UNITS, pk__in=Commitment.units.through.objects.filter(unit__in=units).values("commitment"))
    )


def _members() -> dict[int, Units]:
    return member_ids(UnitClass.objects.all())


def _subjects(
    one: Commitment, owners: Mapping[int, Units], named: Mapping[int, Units], members: Mapping[int, Units]
) -> Units:
    match one.whom:
        case Whom.TOGETHER:
            return frozenset({ALL})
        case Whom.CLASS:
            return members.get(one.unit_class_id or 0, frozenset())
        case Whom.UNITS:
            return named.get(one.pk, frozenset())
    return owners.get(one.measure_id, frozenset())


def _owners(measures: Iterable[int], members: Mapping[int, Units]) -> dict[int, Units]:
    duties = Duty.objects.standing().filter(measure__in=list(measures), role__in=ANSWERING)
    known = duties.exclude(unit__dissolved_on__isnull=False)
    found: dict[int, set[int]] = defaultdict(set)
    for measure, unit, unit_class in known.values_list("measure", "unit", "unit_class"):
        found[measure] |= {unit} if unit else members.get(unit_class, frozenset())
    return {measure: frozenset(units) for measure, units in found.items()}


def _named(commitments: Iterable[int]) -> dict[int, Units]:
    rows = Commitment.units.through.objects.filter(commitment__in=list(commitments), unit__dissolved_on=None)
    found: dict[int, set[int]] = defaultdict(set)
    for commitment, unit in rows.values_list("commitment", "unit"):
        found[commitment].add(unit)
    return {commitment: frozenset(units) for commitment, units in found.items()}
