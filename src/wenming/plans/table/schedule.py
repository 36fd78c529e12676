"""The table by term: what has a date, in order of date; what recurs, by period."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from wenming.plans.models import PlanVersion, Term
from wenming.plans.table.selection import Selection
from wenming.plans.term_words import term_words
from wenming.plans.terms import period_rank
from wenming.reading.model import TermKind
from wenming.rules.deadlines import Span, span, year_of


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that binds a measure."""

    measure: int
    words: str
    days: Span

    @property
    def month(self) -> str:
        """The month it falls due in: 2026-06."""
        return f"{self.days.due:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Recurring:
    """A frequency that binds a measure; ``rhythm`` is what groups it: 每月."""

    measure: int
    term: int
    words: str
    rhythm: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month of the strip above the dates."""

    first: date
    count: int

    @property
    def key(self) -> str:
        """2026-06."""
        return f"{self.first:%Y-%m}"


def plan_year(version: PlanVersion) -> int:
    """The year that dates without one fall in: the title's, else the one in which it was put in force or imported."""
    return year_of(version.plan.title, otherwise=localdate(version.in_force_at or version.uploaded_at).year)


def dated(selection: Selection) -> list[Dated]:
    """The dates of the measures that the filters leave, the earliest first; one query.

    A measure that says one day twice (2026年2月, 2月底前) has it once.
    """
    year = plan_year(selection.version)
    found: dict[tuple[int, date], Dated] = {}
    for measure, _pk, value in _terms(selection, TermKind.DATE):
        one = Dated(measure, term_words(TermKind.DATE, value), days_of(value, year))
        found.setdefault((measure, one.days.due), one)
    return sorted(found.values(), key=lambda one: (one.days.due, selection.numbers[one.measure]))


def in_month(dates: Iterable[Dated], month: str) -> list[Dated]:
    """Those that fall due in that month (2026-06); all where none is asked for."""
    return [one for one in dates if month in ("", one.month)]


def days_of(value: Mapping[str, str | None], year: int) -> Span:
    """The days of the kept value of a date."""
    return span(value.get("from"), value.get("to"), year=year)


def recurring(selection: Selection) -> list[Recurring]:
    """The frequencies of the measures that the filters leave, the shortest period first; one query."""
    terms = _terms(selection, TermKind.FREQUENCY)
    terms.sort(key=lambda term: (_rank(term[2]), selection.numbers[term[0]]))
    return [
        Recurring(measure, term, term_words(TermKind.FREQUENCY, value), _rhythm(value))
        for measure, term, value in terms
    ]


def _rank(value: Mapping[str, object]) -> tuple[int, int]:
    return period_rank(value), int(str(value.get("every") or 1))


def _rhythm(value: Mapping[str, object]) -> str:
    return term_words(TermKind.FREQUENCY, {**value, "min": None, "max": None})


def _terms(selection: Selection, kind: TermKind) -> list[tuple[int, int, dict[str, str | None]]]:
    left = set(selection.measures)
    terms = (
        Term.objects.live()
        .filter(measure__version=selection.version, kind=kind)
        .order_by("start", "pk")
        .values_list("measure", "pk", "value")
    )
    return [(measure, term, value) for measure, term, value in terms if measure in left]


def months(dates: Iterable[Dated]) -> Sequence[Month]:
    """Every month in which something falls due, with how much; months without anything are left out."""
    counts = Counter(one.days.due.replace(day=1) for one in dates if one.days.due != date.max)
    return [Month(first, counts[first]) for first in sorted(counts)]
