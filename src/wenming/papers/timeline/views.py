"""The year of a plan: a picture, and the same as tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from wenming.accounts.access import needs, rights_for
from wenming.accounts.rights import Right
from wenming.papers.calendar.month import YEARS
from wenming.papers.seen import Chosen, cells_seen, chosen_in, plans_seen, units_offered
from wenming.papers.timeline import drawing
from wenming.papers.timeline.queries import Dates, Milestone, dates_of, months_of
from wenming.plans.models import PlanVersion
from wenming.plans.table.schedule import plan_year
from wenming.web.numbers import whole
from wenming.work.board.grid import Heap
from wenming.work.board.queries import chapters_of


@dataclass(frozen=True, slots=True)
class Place:
    """What falls due in one month of a chapter; ``heap`` has nothing where nothing does."""

    heap: Heap
    month: date
    x: float
    share: float  # of what fell due that is done, as a width
    is_begun: bool

    @property
    def is_told(self) -> bool:
        """Whether to say how much is done: not of a later month in which nothing is."""
        return self.is_begun or self.heap.done > 0

    @property
    def due(self) -> int:
        """How much falls due."""
        return sum(self.heap.counts.values())

    @property
    def address(self) -> str:
        """The month in the calendar's address."""
        return f"{self.month:%Y-%m}"


@dataclass(frozen=True, slots=True)
class Row:
    """A chapter: its months, and its dates as marks."""

    chapter: str
    label: str
    y: float
    places: Sequence[Place]
    marks: Sequence[tuple[Milestone, float]]


@require_GET
@needs(Right.WORK_VIEW)
def timeline(request: HttpRequest) -> HttpResponse:
    """The plan that the address names, else the last put in force; in its own year, or the one that is asked for."""
    plans, chosen, today = list(plans_seen(rights_for(request))), chosen_in(request), localdate()
    version = chosen.plan or next(iter(plans), None)
    if version is None:
        return render(request, "papers/timeline/page.html", {"version": None, "chosen": chosen})
    chosen = Chosen(chosen.unit, version)
    year = _year(request, version)
    dates = dates_of(version, year)
    context = {
        "version": version,
        "chosen": chosen,
        "plans": plans,
        "units": units_offered(rights_for(request)),
        "year": year,
        "today": today,
        "dates": dates,
        "kept": [("year", year)],
        **_picture(version, dates, months_of(cells_seen(rights_for(request), chosen), year), year, today),
        **_steps(chosen, year),
    }
    return render(request, "papers/timeline/page.html", context)


def _year(request: HttpRequest, version: PlanVersion) -> int:
    asked = whole(request.GET.get("year", ""))
    return asked if asked is not None and asked in YEARS else plan_year(version)


def _picture(
    version: PlanVersion, dates: Dates, months: Mapping[str, Sequence[Heap]], year: int, today: date
) -> dict[str, Any]:
    bars = drawing.bars(dates.stages, year)
    rows = list(_rows(chapters_of(version), dates, months, len(bars), year, today))
    return {
        "bars": bars,
        "rows": rows,
        "months": [(date(year, month, 1), drawing.LABEL + (month - 1) * drawing.MONTH) for month in range(1, 13)],
        "width": drawing.WIDTH,
        "height": drawing.row_y(len(rows), len(bars)) + 4,
        "sheet_width": drawing.WIDTH + drawing.MARGIN,
        "today_x": drawing.x_of(today, year) if today.year == year else None,
        "today_dx": -4 if today.month > 11 else 4,  # in December the word stands before the line
        "today_anchor": "end" if today.month > 11 else "start",
        "drawing": {"label": drawing.LABEL, "month": drawing.MONTH, "row": drawing.ROW, "bar": drawing.BAR},
    }


def _rows(
    chapters: Sequence[str],
    dates: Dates,
    months: Mapping[str, Sequence[Heap]],
    above: int,
    year: int,
    today: date,
) -> Iterator[Row]:
    named = list(dict.fromkeys([*chapters, *(one.chapter for one in dates.milestones)]))
    shown = [one for one in named if one in months or any(mark.chapter == one for mark in dates.milestones)]
    for place, chapter in enumerate(shown):
        marks = [(one, drawing.x_of(one.on, year, is_end=True)) for one in dates.milestones if one.chapter == chapter]
        heaps = months.get(chapter, [Heap()] * 12)
        yield Row(chapter, drawing.shortened(chapter), drawing.row_y(place, above), _places(heaps, year, today), marks)


def _places(heaps: Sequence[Heap], year: int, today: date) -> list[Place]:
    found = []
    for month, heap in enumerate(heaps, start=1):
        due, width = sum(heap.counts.values()), drawing.MONTH - 8
        share = round(width * heap.done / due, 1) if due else 0.0
        x = drawing.LABEL + (month - 1) * drawing.MONTH + 4
        found.append(Place(heap, date(year, month, 1), x, share, is_begun=date(year, month, 1) <= today))
    return found


def _steps(chosen: Chosen, year: int) -> dict[str, str]:
    return {
        "before": f"?{chosen.query(year=year - 1)}" if year - 1 in YEARS else "",
        "after": f"?{chosen.query(year=year + 1)}" if year + 1 in YEARS else "",
    }
