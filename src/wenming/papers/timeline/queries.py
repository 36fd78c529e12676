"""The stages and dates of a plan, and how much falls due in each month of a year by chapter."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractMonth

from wenming.papers.timeline.drawing import Stage
from wenming.plans.models import MarkState, PlanVersion, Term
from wenming.plans.table.schedule import days_of, plan_year
from wenming.plans.term_words import term_words
from wenming.reading.model import TermKind
from wenming.reading.stages import names_a_stage
from wenming.rules.commitments.judging import State
from wenming.work.board.grid import FALLS_DUE, Heap
from wenming.work.models import Cell

MOST_DATES = 100  # of one picture


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day of the year by which the plan wants something done."""

    on: date
    title: str
    words: str
    chapter: str
    measure: int


@dataclass(frozen=True, slots=True)
class Dates:
    """What the plan itself says about days."""

    stages: Sequence[Stage]
    milestones: Sequence[Milestone]
    rest: int  # milestones that were left out


def dates_of(version: PlanVersion, year: int) -> Dates:
    """The stages with their days, and the dates of the year outside of stages; one query."""
    stages: dict[int, Stage] = {}
    milestones: dict[tuple[int, date], Milestone] = {}
    for term in _dates(version):
        measure, days = term.measure, days_of(term.value, plan_year(version))
        if names_a_stage([*measure.path, measure.title]) and days.first and days.last:
            stages.setdefault(measure.pk, Stage(measure.title, days.first, days.last, measure.pk))
        elif days.due.year == year:
            words = term_words(TermKind.DATE, term.value)
            chapter = measure.path[0] if measure.path else ""
            milestones.setdefault(
                (measure.pk, days.due), Milestone(days.due, measure.title, words, chapter, measure.pk)
            )
    in_order = sorted(milestones.values(), key=lambda one: (one.on, one.measure))
    begun = sorted(stages.values(), key=lambda one: (one.first, one.last, one.measure))
    return Dates(begun, in_order[:MOST_DATES], len(in_order[MOST_DATES:]))


def _dates(version: PlanVersion) -> QuerySet[Term]:
    dates = Term.objects.live().filter(measure__version=version, kind=TermKind.DATE)
    dates = dates.exclude(measure__state=MarkState.REMOVED).select_related("measure").defer("measure__text")
    return dates.order_by("measure__position", "start", "pk")


def months_of(cells: QuerySet[Cell], year: int) -> Mapping[str, Sequence[Heap]]:
    """Chapter → what falls due in each of the twelve months; one query."""
    due = cells.filter(state__in=FALLS_DUE, due__range=(date(year, 1, 1), date(year, 12, 31))).order_by()
    rows = due.annotate(month=ExtractMonth("due")).values_list("commitment__chapter", "month", "state")
    found: dict[str, list[Counter[State]]] = defaultdict(lambda: [Counter() for _ in range(12)])
    for chapter, month, state, number in rows.annotate(Count("pk")):
        found[chapter][month - 1][State(state)] += number
    return {chapter: [Heap(one) for one in months] for chapter, months in found.items()}
