"""What pages show of series and their values; nothing here writes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from wenming.places.models import Unit
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.series import Place, Series
from wenming.work.models import Cell, Figure

DRAWN = 60  # values of a chart: the last ones


@dataclass(frozen=True, slots=True)
class Shown:
    """A series as the list shows it: the last value (of the whole county, where the unit has none), how it stands."""

    series: Series
    unit: Unit | None
    last: Figure | None
    is_own: bool
    states: Sequence[str]


def shown(page: Sequence[Series], units: Mapping[int, Unit]) -> list[Shown]:
    """The series of one page with their last values and verdicts; two queries."""
    last, states = _last(page), _states(page)
    rows = []
    for one in page:
        own = last.get(one.place)
        found = own or last.get((one.name, ALL))
        rows.append(Shown(one, units.get(one.unit), found, own is not None, states[one.place]))
    return rows


def _last(page: Sequence[Series]) -> dict[Place, Figure]:
    known = Figure.objects.filter(name__in={one.name for one in page}, is_withdrawn=False)
    mine = known.filter(Q(unit=None) | Q(unit__in={one.unit for one in page}))
    return {(one.name, one.unit_id or ALL): one for one in mine.order_by("on", "pk")}


def _states(page: Sequence[Series]) -> dict[Place, list[str]]:
    asked = {one.pk for series in page for one in series.commitments}
    cells = Cell.objects.filter(commitment__in=asked, is_current=True).order_by("commitment")
    known = {
        (commitment, unit or ALL): state for commitment, unit, state in cells.values_list("commitment", "unit", "state")
    }
    found: dict[Place, list[str]] = defaultdict(list)
    for one in page:
        states = (known.get((commitment.pk, one.unit)) for commitment in one.commitments)
        found[one.place] = [state for state in states if state]
    return found


def values_of(name: str, unit: int) -> QuerySet[Figure]:
    """All values of a series, the last day first; corrected and withdrawn ones with what stood before."""
    rows = Figure.objects.filter(name=name, unit=unit or None).select_related("made_by")
    return rows.prefetch_related("versions__made_by").order_by("-on", "-pk")


def units_of(series: Iterable[Series]) -> dict[int, Unit]:
    """The units of the series."""
    return Unit.objects.in_bulk({one.unit for one in series} - {ALL})
