"""How much was asked of units, month by month; nothing here writes."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth
from django.utils.timezone import localdate

from wenming.rules.burden import Asked, Load, load
from wenming.rules.commitments.judging import State
from wenming.rules.days.months import month_after
from wenming.work.models import Answer, Cell, RecordState, RecordVersion, RequestState

BACK = 12  # months, this one included

Key = tuple[int, date]  # unit, first day of a month


@dataclass(frozen=True, slots=True)
class Between:
    """Whole months: from the first day of one until the first day of another, which is not counted."""

    first: date
    until: date


def months(today: date, back: int = BACK) -> list[date]:
    """The first days of the last months, the latest first.

    >>> months(date(2026, 2, 5), 3)
    [datetime.date(2026, 2, 1), datetime.date(2026, 1, 1), datetime.date(2025, 12, 1)]
    """
    return [month_after(today, -number) for number in range(back)]


def loads(units: Collection[int], between: Between) -> Mapping[Key, Load]:
    """Unit and month → what was asked of it; a month without anything is left out. Three queries."""
    asked, due, returned = _requests(units, between), _due(units, between), _returned(units, between)
    keys = {*asked, *due, *returned}
    return {key: load(asked.get(key, ()), due=due.get(key, 0), returned=returned.get(key, 0)) for key in keys}


def _requests(units: Collection[int], between: Between) -> dict[Key, list[Asked]]:
    sent = (RequestState.SENT, RequestState.CLOSED, RequestState.CANCELLED)
    rows = Answer.objects.filter(unit__in=units, request__state__in=sent)
    rows = rows.filter(asked_at__date__gte=between.first, asked_at__date__lt=between.until).order_by()
    found: dict[Key, list[Asked]] = defaultdict(list)
    for unit, asked_at, answered_at, minutes in rows.values_list("unit", "asked_at", "answered_at", "minutes"):
        on = localdate(asked_at)
        answered_on = localdate(answered_at) if answered_at else None
        found[unit, on.replace(day=1)].append(Asked(on, answered_on, minutes))
    return found


def _due(units: Collection[int], between: Between) -> Counter[Key]:
    """The commitments that fell due in each month, those left out of which the unit was excused."""
    rows = Cell.objects.binding().filter(unit__in=units, due__gte=between.first, due__lt=between.until)
    by_month = rows.exclude(state=State.EXEMPT).order_by().annotate(month=TruncMonth("due"))
    return Counter(
        {(unit, month): number for unit, month, number in by_month.values_list("unit", "month").annotate(Count("pk"))}
    )


def _returned(units: Collection[int], between: Between) -> Counter[Key]:
    """How often a record of the unit came back in each month."""
    rows = RecordVersion.objects.filter(record__unit__in=units, state=RecordState.RETURNED)
    rows = rows.filter(made_at__date__gte=between.first, made_at__date__lt=between.until).order_by()
    by_month = rows.annotate(month=TruncMonth("made_at"))
    counted = by_month.values_list("record__unit", "month").annotate(Count("pk"))
    return Counter({(unit, localdate(month)): number for unit, month, number in counted})
