"""What pages show of series and their values; nothing here writes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from wenming.places.models import Unit
from wenming.work.commitments.subjects import ALL
from wenming.work.figures.growing import Growing, growing, pairs_of
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


def growths_of(series: Series) -> list[Growing]:
    """The series beside what it is compared with; one query. Where a unit has no value of its own, the whole county's
    holds for it and is drawn.
    """
    pairs = pairs_of(series.commitments)
    names = {name for pair in pairs for name in pair.names}
    if not names:
        return []
    known = Figure.objects.filter(Q(unit=None) | Q(unit=series.unit or None), name__in=names, is_withdrawn=False)
    newest = known.order_by("-on", "-pk").values_list("name", "unit", "on", "value")[: DRAWN * len(names) * 2]
    found: dict[Place, dict[date, float]] = defaultdict(dict)
    for name, unit, on, value in newest:
        found[name, unit or ALL][on] = float(value)
    own = {name: found.get((name, series.unit)) or found.get((name, ALL), {}) for name in names}
    return [growing(pair, own) for pair in pairs]


def units_of(series: Iterable[Series]) -> dict[int, Unit]:
    """The units of the series."""
    return Unit.objects.in_bulk({one.unit for one in series} - {ALL})
