"""What units answer for under all plans in force: each measure once, with the nearest of its dates."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wenming.accounts.powers import Powers
from wenming.places import queries as places
from wenming.places.models import UnitClass
from wenming.plans.models import Duty, Measure, Term, VersionState
from wenming.plans.reach import binding
from wenming.plans.table.schedule import days_of, plan_year
from wenming.plans.term_words import ROLE_WORDS, term_words
from wenming.plans.terms import period_rank
from wenming.reading.model import Period, Role, TermKind
from wenming.rules.deadlines import Span

SOON = 30  # days: what falls due within them is shown as near
_ROLES = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Due:
    """A date that binds a measure of the unit."""

    words: str
    days: Span
    left: int  # days until it falls due; negative when it is past

    @property
    def is_past(self) -> bool:
        """Whether the day is over."""
        return self.left < 0

    @property
    def is_soon(self) -> bool:
        """Whether it falls due within SOON days."""
        return 0 <= self.left <= SOON


@dataclass(frozen=True, slots=True)
class Holding:
    """A measure that the unit answers for: in its highest role, by name or through the class ``via``."""

    measure: Measure
    role: Role
    via: str
    dues: tuple[Due, ...]  # the earliest first
    rhythms: tuple[str, ...]  # the shortest period first
    shortest: int  # the rank of the shortest period: 0 a day

    @property
    def role_word(self) -> object:
        """牵头, 责任, 配合 or 督查."""
        return ROLE_WORDS[self.role]

    @property
    def next_due(self) -> Due | None:
        """The first date that is not past."""
        return next((due for due in self.dues if not due.is_past), None)


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that one or more units answer for."""

    all: tuple[Holding, ...]

    @property
    def coming(self) -> list[Holding]:
        """What still has a date before it, the nearest first."""
        dated = [(one.next_due.days.due, one) for one in self.all if one.next_due]
        return [one for _day, one in sorted(dated, key=lambda pair: (pair[0], pair[1].measure.pk))]

    @property
    def recurring(self) -> list[Holding]:
        """What recurs, the shortest period first."""
        return sorted((one for one in self.all if one.rhythms), key=lambda one: one.shortest)

    @property
    def by_role(self) -> list[tuple[object, list[Holding]]]:
        """The role in words with its measures, the leading first; roles without any are left out."""
        found: dict[Role, list[Holding]] = defaultdict(list)
        for one in self.all:
            found[one.role].append(one)
        return [(ROLE_WORDS[role], found[role]) for role in Role if found[role]]


def holdings_of(units: Collection[int], *, powers: Powers, today: date) -> Holdings:
    """What these units answer for today, in the order of the documents; six queries.

    Only the plans in force that the person sees count.
    """
    duties = _duties(units, powers)
    terms = _terms(duties)
    kept = sorted(duties.values(), key=lambda duty: (duty.measure.version_id, duty.measure.position))
    return Holdings(tuple(_holding(duty, terms.get(duty.measure_id, ()), today) for duty in kept))


def _duties(units: Collection[int], powers: Powers) -> dict[int, Duty]:
    """For each measure the one duty that counts: the highest role, by name before through a class."""
    members = places.member_ids(UnitClass.objects.all())
    classes = [pk for pk, ids in members.items() if not ids.isdisjoint(units)]
    duties = (
        Duty.objects.live()
        .filter(Q(unit__in=units) | Q(unit_class__in=classes))
        .filter(binding(powers, "measure__version__plan__area"), measure__version__state=VersionState.IN_FORCE)
        .select_related("measure__version__plan")
        .defer("measure__version__text", "measure__version__noise")
    )
    best: dict[int, Duty] = {}
    for duty in duties:
        kept = best.get(duty.measure_id)
        if kept is None or _weight(duty) < _weight(kept):
            best[duty.measure_id] = duty
    return best


def _weight(duty: Duty) -> tuple[int, bool]:
    return _ROLES[Role(duty.role)], duty.unit_id is None


def _terms(duties: Iterable[int]) -> dict[int, list[Term]]:
    found: dict[int, list[Term]] = defaultdict(list)
    terms = Term.objects.standing().filter(measure__in=list(duties))
    for term in terms.order_by("start", "pk"):
        found[term.measure_id].append(term)
    return found


def _holding(duty: Duty, terms: Sequence[Term], today: date) -> Holding:
    year = plan_year(duty.measure.version)
    of = {kind: [term.value for term in terms if term.kind == kind] for kind in TermKind}
    dues = [_due(value, year, today) for value in of[TermKind.DATE]]
    rhythms = sorted(of[TermKind.FREQUENCY], key=period_rank)
    return Holding(
        measure=duty.measure,
        role=Role(duty.role),
        via="" if duty.unit_id else duty.name,
        dues=tuple(sorted(dues, key=lambda due: due.days.due)),
        rhythms=tuple(dict.fromkeys(term_words(TermKind.FREQUENCY, value) for value in rhythms)),
        shortest=min(map(period_rank, rhythms), default=len(Period)),
    )


def _due(value: dict[str, str | None], year: int, today: date) -> Due:
    days = days_of(value, year)
    return Due(term_words(TermKind.DATE, value), days, (days.due - today).days)
