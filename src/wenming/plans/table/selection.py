"""Which measures of a version the filters leave, in the order of the document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from wenming.places import queries as places
from wenming.places.models import UnitClass
from wenming.plans.models import Duty, Measure, PlanVersion, Term
from wenming.plans.table.filters import Filters, Lack, Who
from wenming.reading import model as reading
from wenming.reading.model import TermKind
from wenming.reading.rows import chapter_of

_MOST_WORDS = 6  # of a search; each must stand somewhere in the measure
BINDING_TIME = (TermKind.DATE, TermKind.FREQUENCY)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading above measures, with how many stand below it."""

    path: tuple[str, ...]
    count: int

    @property
    def depth(self) -> int:
        """0 for a heading at the top."""
        return len(self.path) - 1


@dataclass(frozen=True, slots=True)
class Selection:
    """What the filters leave of a version."""

    version: PlanVersion
    filters: Filters
    numbers: Mapping[int, int]  # measure → its number in the table, from 1, filters or not
    paths: Mapping[int, tuple[str, ...]]  # measure → the headings above it
    chapters: tuple[Chapter, ...]  # of the whole version, in the order of the document
    measures: tuple[int, ...]  # those that are left, in the order of the document
    members: Mapping[int, frozenset[int]]  # class → its units

    @property
    def total(self) -> int:
        """How many measures the version has."""
        return len(self.numbers)


def select(version: PlanVersion, filters: Filters) -> Selection:
    """Apply the filters; six queries."""
    found = version.measures.standing().values_list("pk", "path", "title")
    paths = {pk: chapter_above(path, title) for pk, path, title in found}
    members = places.member_ids(UnitClass.objects.all())
    wanted = set(_matching(version, filters, members).values_list("pk", flat=True))
    depth = len(filters.chapter)
    return Selection(
        version=version,
        filters=filters,
        numbers={pk: number for number, pk in enumerate(paths, start=1)},
        chapters=_chapters(paths.values()),
        paths=paths,
        measures=tuple(pk for pk, path in paths.items() if pk in wanted and path[:depth] == filters.chapter),
        members=members,
    )


def chapter_above(path: Iterable[str], title: str) -> tuple[str, ...]:
    """The headings above a measure, its own left out."""
    return chapter_of(reading.Measure(tuple(path), title, 0, 0, "", (), ()))


def _chapters(paths: Iterable[tuple[str, ...]]) -> tuple[Chapter, ...]:
    counts: dict[tuple[str, ...], int] = {}
    for path in paths:
        for depth in range(1, len(path) + 1):
            counts[path[:depth]] = counts.get(path[:depth], 0) + 1
    return tuple(Chapter(path, count) for path, count in counts.items())


def _matching(version: PlanVersion, filters: Filters, members: Mapping[int, frozenset[int]]) -> QuerySet[Measure]:
    measures: QuerySet[Measure] = version.measures.standing()
    duties = Duty.objects.standing().filter(measure=OuterRef("pk"))
    terms = Term.objects.standing().filter(measure=OuterRef("pk"))
    for word in filters.text.split()[:_MOST_WORDS]:
        named = Exists(duties.filter(name__icontains=word))
        measures = measures.filter(Q(title__icontains=word) | Q(text__icontains=word) | named)
    if filters.who or filters.role:
        measures = measures.filter(Exists(duties.filter(answering(filters, members))))
    if filters.term:
        measures = measures.filter(Exists(terms.filter(kind=filters.term)))
    if filters.lack is Lack.OWNER:
        measures = measures.filter(~Exists(duties))
    if filters.lack is Lack.DATE:
        measures = measures.filter(~Exists(terms.filter(kind__in=BINDING_TIME)))
    return measures


def answering(filters: Filters, members: Mapping[int, frozenset[int]]) -> Q:
    """The duties that the filters' unit or class has, itself or as a member of a class, in the filters' role."""
    wanted = of_who(filters.who, members) if filters.who else Q()
    return wanted & Q(role=filters.role) if filters.role else wanted


def of_who(who: Who, members: Mapping[int, frozenset[int]]) -> Q:
    """The duties of a unit, also those it has as a member of a class; or those of a class."""
    if who.kind == "class":
        return Q(unit_class=who.pk)
    return Q(unit=who.pk) | Q(unit_class__in=[pk for pk, units in members.items() if who.pk in units])
