"""The rows of the responsibility table: a measure with who answers for it and what binds it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol, TypeVar

from wenming.plans.models import Duty, MarkState, Measure, PlanVersion, Term
from wenming.plans.table.schedule import Recurring
from wenming.plans.table.selection import Selection
from wenming.plans.term_words import is_english, term_words
from wenming.reading import model as reading
from wenming.reading.model import Role, TermKind
from wenming.reading.quotes import as_written, find_in_order, without_names
from wenming.reading.reading_json import value_of
from wenming.reading.rows import column_of, counts


class _OfMeasure(Protocol):
    """Something that belongs to a measure."""

    @property
    def measure(self) -> int: ...


Line = TypeVar("Line", bound=_OfMeasure)


@dataclass(frozen=True, slots=True)
class Told:
    """A term as a cell shows it: its value in words, and as the plan words it, where that says more."""

    term: int
    column: str  # of ``reading.rows``
    words: str
    written: str


@dataclass(frozen=True, slots=True)
class Row:
    """One measure as the table shows it."""

    number: int
    path: tuple[str, ...]  # the headings above the measure
    measure: Measure
    duties: tuple[Duty, ...]
    terms: tuple[Told, ...]

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
    def frequencies_as_written(self) -> list[str]:
        """频次, with what is to be done so often."""
        return self.written("frequency")

    @property
    def targets_as_written(self) -> list[str]:
        """目标, with what is counted."""
        return self.written("target")

    @property
    def deadlines(self) -> list[str]:
        """时限: by when, and how long at most."""
        return self.words("due")

    @property
    def deadlines_as_written(self) -> list[str]:
        """时限, with what has to be done so soon."""
        return self.written("due")

    @property
    def coverages(self) -> list[str]:
        """覆盖."""
        return self.words("coverage")

    def having(self, role: Role) -> list[Duty]:
        """The duties of one role."""
        return [duty for duty in self.duties if duty.role == role]

    def words(self, column: str) -> list[str]:
        """The terms of a column in words, each once."""
        return list(dict.fromkeys(told.words for told in self.terms if told.column == column))

    def worded(self, term: int, words: str) -> str:
        """A term, told in ``words``, as the plan words it."""
        return next((told.written for told in self.terms if told.term == term and told.written), words)

    def written(self, column: str) -> list[str]:
        """The terms of a column as the plan words them, where a reader of Chinese sees them; else in words."""
        return list(dict.fromkeys(told.written or told.words for told in self.terms if told.column == column))


def _column(term: Term) -> str:
    kind = TermKind(term.kind)
    return column_of(reading.Term(kind, term.start, term.end, value_of(kind, term.value)))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand under one chapter."""

    path: tuple[str, ...]
    rows: list[Row]


def rows_of(selection: Selection, measures: Sequence[int]) -> list[Row]:
    """The rows of these measures, in this order; three queries, one more where lines of the document are broken."""
    document = cache(lambda: PlanVersion.objects.values_list("text", flat=True).get(pk=selection.version.pk))
    found = {measure.pk: measure for measure in Measure.objects.filter(pk__in=measures)}
    duties: dict[int, list[Duty]] = defaultdict(list)
    terms: dict[int, list[Term]] = defaultdict(list)
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
        terms[term.measure_id].append(term)
    return [
        Row(
            selection.numbers[pk],
            selection.paths[pk],
            found[pk],
            tuple(duties[pk]),
            _told(found[pk], terms[pk], [duty.name for duty in duties[pk]], document),
        )
        for pk in measures
        if pk in found
    ]


def _told(
    measure: Measure, terms: Sequence[Term], units: Sequence[str], document: Callable[[], str]
) -> tuple[Told, ...]:
    """What binds a measure; in the plan's words where no person corrected the value and no noise lies between."""
    written = [""] * len(terms) if is_english() else as_written(measure.text, _places(measure, terms, document))
    return tuple(
        Told(
            term.pk,
            column,
            term_words(term.kind, term.value),
            without_names(said, units) if _says_all(term) else "",
        )
        for term, said in zip(terms, written, strict=True)
        if (column := _column(term))
    )


def _places(measure: Measure, terms: Sequence[Term], document: Callable[[], str]) -> Sequence[tuple[int, int] | None]:
    """Where the terms stand in the measure's own text; the document is asked only where breaks were cut out of it."""
    length = measure.end - measure.start
    spans = [(term.start - measure.start, term.end - measure.start) for term in terms]
    if len(measure.text) == length and all(0 <= start <= end <= length for start, end in spans):
        return spans
    return find_in_order(measure.text, [document()[term.start : term.end] for term in terms])


def _says_all(term: Term) -> bool:
    return counts(TermKind(term.kind)) and term.state not in {MarkState.CORRECTED, MarkState.ADDED}


def with_rows(selection: Selection, lines: Iterable[Line]) -> list[tuple[Line, Row]]:
    """Lines of a face, each with the row of its measure; three queries."""
    lines = list(lines)
    rows = {row.measure.pk: row for row in rows_of(selection, list(dict.fromkeys(line.measure for line in lines)))}
    return [(line, rows[line.measure]) for line in lines]


def worded(pairs: Iterable[tuple[Recurring, Row]]) -> list[tuple[Recurring, Row]]:
    """Lines of the face by frequency with what is to be done so often."""
    return [(replace(line, words=row.worded(line.term, line.words)), row) for line, row in pairs]


def by_chapter(rows: Iterable[Row]) -> list[Group]:
    """The rows under the headings they stand under, in the order of the document."""
    groups: list[Group] = []
    for row in rows:
        if not groups or groups[-1].path != row.path:
            groups.append(Group(row.path, []))
        groups[-1].rows.append(row)
    return groups
