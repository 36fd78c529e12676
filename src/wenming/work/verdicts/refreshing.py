"""Working out verdicts anew and keeping them as cells: the one place that writes them.

An action that changes what verdicts rest on calls ``refresh`` for what it touched, within its own transaction.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate

from wenming.rules.commitments.judging import Verdict, judge
from wenming.work.commitments.subjects import ALL, open_to
from wenming.work.models import Cell, Commitment
from wenming.work.verdicts.days import calendar
from wenming.work.verdicts.loading import Case, load

_AT_ONCE = 200  # commitments that are loaded together
_VALUES = ("last", "due", "closes", "state", "have", "need", "is_current")
_Place = tuple[int, int | None, date]


def refresh(*, commitments: Collection[int] | None, units: Collection[int] | None, at: datetime) -> int:
    """Bring the cells of these commitments (None: all that bind the units) and units (None: all) up to date.

    How many cells were written or removed. Has to be part of a transaction; whoever else refreshes the same
    commitments waits.
    """
    touched = _touched(commitments, units)
    keys = list(touched.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    calls = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    return sum(_refresh(some, units, localdate(at)) for some in calls)


def _touched(commitments: Collection[int] | None, units: Collection[int] | None) -> QuerySet[Commitment]:
    if commitments is not None:
        return Commitment.objects.filter(pk__in=commitments)
    if units is not None:
        mine = Q(pk__in=Commitment.objects.filter(open_to(units)).values("pk"))
        return Commitment.objects.filter(mine | Q(pk__in=Cell.objects.filter(unit__in=units).values("commitment")))
    return Commitment.objects.all()


def _refresh(keys: Sequence[int], units: Collection[int] | None, today: date) -> int:
    cases = load(Commitment.objects.binding().filter(pk__in=keys), units)
    wanted = {_place(cell): cell for case in cases for cell in _cells(case, today)}
    standing = {_place(cell): cell for cell in _kept(keys, units)}
    gone = [cell.pk for place, cell in standing.items() if place not in wanted]
    new = [cell for place, cell in wanted.items() if place not in standing]
    taken_over = (_taken_over(standing[place], cell) for place, cell in wanted.items() if place in standing)
    changed = [cell for cell in taken_over if cell is not None]
    Cell.objects.filter(pk__in=gone).delete()
    Cell.objects.bulk_create(new)
    Cell.objects.bulk_create(changed, update_conflicts=True, unique_fields=["id"], update_fields=_VALUES)
    return len(gone) + len(new) + len(changed)


def _kept(keys: Sequence[int], units: Collection[int] | None) -> QuerySet[Cell]:
    cells = Cell.objects.filter(commitment__in=keys)
    return cells if units is None else cells.filter(Q(unit__in=units) | Q(unit=None))


def _place(cell: Cell) -> _Place:
    return cell.commitment_id, cell.unit_id, cell.first


def _taken_over(old: Cell, new: Cell) -> Cell | None:
    """The old cell with the values of the new one; None where they are the same."""
    if all(getattr(old, name) == getattr(new, name) for name in _VALUES):
        return None
    for name in _VALUES:
        setattr(old, name, getattr(new, name))
    return old


def _cells(case: Case, today: date) -> Iterator[Cell]:
    for subject in sorted(case.subjects):
        verdicts = verdicts_of(case, subject, today)
        current = current_of(verdicts, today)
        for verdict in verdicts:
            yield _cell(case.row, subject, verdict, is_current=verdict is current)


def verdicts_of(case: Case, subject: int, today: date) -> Sequence[Verdict]:
    """What the rule says of one subject, period by period."""
    return judge(
        case.rule,
        subject,
        case.facts[subject],
        today=today,
        calendar=calendar(),
        around=case.circumstances[subject],
    )


def current_of(verdicts: Iterable[Verdict], today: date) -> Verdict | None:
    """The verdict of the last period that has begun; of the first where none has."""
    ordered = sorted(verdicts, key=lambda one: one.period.first)
    begun = [one for one in ordered if one.period.first <= today]
    return begun[-1] if begun else next(iter(ordered), None)


def _cell(row: Commitment, subject: int, verdict: Verdict, *, is_current: bool) -> Cell:
    period = verdict.period
    return Cell(
        commitment=row,
        unit_id=None if subject == ALL else subject,
        first=period.first,
        last=period.last,
        due=period.due,
        closes=period.closes,
        state=verdict.state.value,
        have=verdict.have,
        need=verdict.need.min if verdict.need else None,
        is_current=is_current,
    )
