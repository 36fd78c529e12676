"""The rows of the responsibility table: a measure with who answers for it and what binds it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from wenming.plans.models import Duty, Measure, Term
from wenming.plans.table.selection import Selection
from wenming.plans.term_words import term_words
from wenming.reading import model as reading
from wenming.reading.model import Role, TermKind
from wenming.reading.reading_json import value_of
from wenming.reading.rows import column_of


class _OfMeasure(Protocol):
    """Something that belongs to a measure."""

    @property
    def measure(self) -> int: ...


Line = TypeVar("Line", bound=_OfMeasure)


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as the table shows it."""

    number: int
    path: tuple[str, ...]  # the headings above the measure
    measure: Measure
    duties: tuple[Duty, ...]
    terms: tuple[tuple[str, str], ...]  # what binds it: the column of ``reading.rows`` and the words

    @property
    def leads(self) -> list[Duty]:
        """牵头单位."""
        return self.having(Role.LEAD)

    @property
    def responsible(self) -> list[Duty]:
        """责任单位."""
        return self.having(Role.RESPONSIBLE)

    @property
    def cooperating(self) -> list[Duty]:
        """配合单位."""
        return self.having(Role.COOPERATING)

    @property
    def supervising(self) -> list[Duty]:
        """督查单位."""
        return self.having(Role.SUPERVISING)

    @property
    def frequencies(self) -> list[str]:
        """频次."""
        return self.words("frequency")

    @property
    def targets(self) -> list[str]:
        """目标: how much, and how long at least."""
        return self.words("target")

    @property
    def deadlines(self) -> list[str]:
        """时限: by when, and how long at most."""
        return self.words("due")

    @property
    def coverages(self) -> list[str]:
        """覆盖."""
        return self.words("coverage")

    def having(self, role: Role) -> list[Duty]:
        """The duties of one role."""
        return [duty for duty in self.duties if duty.role == role]

    def words(self, column: str) -> list[str]:
        """The terms of a column in words, each once."""
        return list(dict.fromkeys(words for named, words in self.terms if named == column))


def _column(term: Term) -> str:
    kind = TermKind(term.kind)
    return column_of(reading.Term(kind, term.start, term.end, value_of(kind, term.value)))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand under one chapter."""

    path: tuple[str, ...]
    rows: list[Row]


def rows_of(selection: Selection, measures: Sequence[int]) -> list[Row]:
    """The rows of these measures, in this order; three queries."""
    found = {measure.pk: measure for measure in Measure.objects.filter(pk__in=measures)}
    duties: dict[int, list[Duty]] = defaultdict(list)
    terms: dict[int, list[tuple[str, str]]] = defaultdict(list)
    owners = (
        Duty.objects.live()
        .filter(measure__version=selection.version, measure__in=measures)
        .select_related("unit", "unit_class")
    )
    for duty in owners.order_by("start", "pk"):
        duties[duty.measure_id].append(duty)
    for term in (
        Term.objects.live().filter(measure__version=selection.version, measure__in=measures).order_by("start", "pk")
    ):
        words = term_words(term.kind, term.value)
        terms[term.measure_id].append((_column(term), words))
    return [
        Row(selection.numbers[pk], selection.paths[pk], found[pk], tuple(duties[pk]), tuple(terms[pk]))
        for pk in measures
        if pk in found
    ]


def with_rows(selection: Selection, lines: Iterable[Line]) -> list[tuple[Line, Row]]:
    """Lines of a face, each with the row of its measure; three queries."""
    lines = list(lines)
    rows = {row.measure.pk: row for row in rows_of(selection, list(dict.fromkeys(line.measure for line in lines)))}
    return [(line, rows[line.measure]) for line in lines]


def by_chapter(rows: Iterable[Row]) -> list[Group]:
    """The rows under the headings they stand under, in the order of the document."""
    groups: list[Group] = []
    for row in rows:
        if not groups or groups[-1].path != row.path:
            groups.append(Group(row.path, []))
        groups[-1].rows.append(row)
    return groups
