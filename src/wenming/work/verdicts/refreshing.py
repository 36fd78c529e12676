"""Working out verdicts anew and keeping them as cells: the one place that writes them.

An action that changes what verdicts rest on calls ``refresh`` for what it touched, within its own transaction.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from wenming.rules.commitments.judging import Verdict, judge
from wenming.rules.days.calendar import Calendar
from wenming.work.commitments.subjects import ALL, open_to
from wenming.work.models import Cell, Commitment
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.loading import Case, load

_AT_ONCE = 200  # commitments that are loaded together
_VALUES = ("last", "due", "closes", "state", "have", "need", "is_current")
_PLACE = ("commitment", "unit", "first")
_Place = tuple[int, int | None, date]
_Values = tuple[object, ...]  # of _VALUES


def refresh(*, commitments: Collection[int] | None, units: Collection[int] | None, at: datetime) -> int:
    """Bring the cells of these commitments (None: all that bind the units) and units (None: all) up to date.

    How many cells were written or removed. Has to be part of a transaction; whoever else refreshes the same
    commitments waits.
    """
    touched = _touched(commitments, units)
    keys = list(touched.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    calls = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return sum(_refresh(some, units, localdate(at)) for some in calls)


def refresh_everything(at: datetime) -> int:
    """Every cell anew, some commitments at a time: days pass, and the members of classes change. How many changed.

    Each part is a transaction of its own, so that nobody waits for the whole.
    """
    keys = list(Commitment.objects.order_by("pk").values_list("pk", flat=True))
    changed = 0
    for start in range(0, len(keys), _AT_ONCE):
        with transaction.atomic():
            changed += refresh(commitments=keys[start : start + _AT_ONCE], units=None, at=at)
    return changed


def _touched(commitments: Collection[int] | None, units: Collection[int] | None) -> QuerySet[Commitment]:
    if commitments is not None:
        return Commitment.objects.filter(pk__in=commitments)
    if units is not None:
        mine = Q(pk__in=Commitment.objects.filter(open_to(units)).values("pk"))
        return Commitment.objects.filter(mine | Q(pk__in=Cell.objects.filter(unit__in=units).values("commitment")))
    return Commitment.objects.all()


def _refresh(keys: Sequence[int], units: Collection[int] | None, today: date) -> int:
    cases = load(Commitment.objects.binding().filter(pk__in=keys), units)
    days = calendar()
    wanted = {place: values for case in cases for place, values in _cells(case, today, days)}
    standing = {place: (pk, values) for pk, place, values in _kept(keys, units)}
    gone = [pk for place, (pk, _) in standing.items() if place not in wanted]
    new = [_cell(place, values) for place, values in wanted.items() if place not in standing]
    changed = [
        _cell(place, wanted[place], pk)
        for place, (pk, values) in standing.items()
        if wanted.get(place, values) != values
    ]
    Cell.objects.filter(pk__in=gone).delete()
    Cell.objects.bulk_create(new)
    # An update of rows that are there, and ten times as fast as bulk_update.
    Cell.objects.bulk_create(changed, update_conflicts=True, unique_fields=["id"], update_fields=_VALUES)
    return len(gone) + len(new) + len(changed)


def _kept(keys: Sequence[int], units: Collection[int] | None) -> Iterator[tuple[int, _Place, _Values]]:
    cells = Cell.objects.filter(commitment__in=keys)
    cells = cells if units is None else cells.filter(Q(unit__in=units) | Q(unit=None))
    for pk, commitment, unit, first, *values in cells.order_by().values_list("pk", *_PLACE, *_VALUES):
        yield pk, (commitment, unit, first), tuple(values)


def _cell(place: _Place, values: _Values, pk: int | None = None) -> Cell:
    commitment, unit, first = place
    return Cell(pk=pk, commitment_id=commitment, unit_id=unit, first=first, **dict(zip(_VALUES, values, strict=True)))


def _cells(case: Case, today: date, days: Calendar) -> Iterator[tuple[_Place, _Values]]:
    for subject in sorted(case.subjects):
        verdicts = verdicts_of(case, subject, today, days)
        current = current_of(verdicts, today)
        unit = None if subject == ALL else subject
        for verdict in verdicts:
            yield (case.row.pk, unit, verdict.period.first), _values(verdict, is_current=verdict is current)


def _values(verdict: Verdict, *, is_current: bool) -> _Values:
    period, need = verdict.period, verdict.need.min if verdict.need else None
    return (period.last, period.due, period.closes, verdict.state.value, verdict.have, need, is_current)


def verdicts_of(case: Case, subject: int, today: date, days: Calendar) -> Sequence[Verdict]:
    """What the rule says of one subject, period by period."""
    return judge(
        case.rule,
        subject,
        case.facts[subject],
        today=today,
        calendar=days,
        around=case.circumstances[subject],
    )


def current_of(verdicts: Iterable[Verdict], today: date) -> Verdict | None:
    """The verdict of the last period that has begun; of the first where none has."""
    ordered = sorted(verdicts, key=lambda one: one.period.first)
    begun = [one for one in ordered if one.period.first <= today]
    return begun[-1] if begun else next(iter(ordered), None)
