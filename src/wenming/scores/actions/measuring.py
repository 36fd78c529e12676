"""What was seen comes into a round, one value or a whole table; and is taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Unit
from wenming.scores.actions.rounds import locked
from wenming.scores.models import Department, Measurement, Round, RoundState, Supply

_AT_ONCE = 1000  # rows a statement


class NothingToUndo(ValueError):
    """Those values were taken back already, or never came."""


class EnteredMeanwhile(ValueError):
    """Somebody entered a value of one of the standards by hand."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One value as it comes in; its standard and method are those of the round's framework."""

    standard: str
    value: Decimal
    grade: str = ""
    method: str = ""
    site: str = ""
    territory: Unit | None = None
    departments: tuple[Unit, ...] = ()
    note: str = ""
    supply: Supply | None = None  # the figure that it comes from

    @property
    def place(self) -> tuple[str, str]:
        """Of what it is a value: the standard, and by which method."""
        return self.standard, self.method


@action
def measure(*, measured: Round, seen: Seen, by: User, at: datetime) -> Measurement:
    """One value comes in. Raises WrongState."""
    kept = locked(measured, RoundState.OPEN)
    (row,) = _made(kept, [seen], None, by, at)
    record(
        "scores.measure", row, by=by, at=at, after=state_of(row, "round", "standard", "value", "grade", "site")
    )  # fmt: skip
    return row


@action
def bring_in(*, measured: Round, seen: Sequence[Seen], by: User, at: datetime) -> UUID:
    """A table of values comes in, all of it; the key by which it can be undone. Raises WrongState."""
    kept = locked(measured, RoundState.OPEN)
    batch = uuid4()
    _made(kept, seen, batch, by, at)
    record("scores.bring_in", kept, by=by, at=at, after={"count": len(seen)})
    return batch


def _made(kept: Round, seen: Sequence[Seen], batch: UUID | None, by: User, at: datetime) -> list[Measurement]:
    rows = Measurement.objects.bulk_create(
        [
            Measurement(
                round=kept,
                standard=one.standard,
                value=one.value,
                grade=one.grade,
                method=one.method,
                site=one.site,
                territory=one.territory,
                note=one.note,
                supply=one.supply,
                batch=batch,
                made_by=by,
                made_at=at,
            )
            for one in seen
        ],
        batch_size=_AT_ONCE,
    )
    answering = [
        Department(measurement=row, unit=unit)
        for row, one in zip(rows, seen, strict=True)
        for unit in dict.fromkeys(one.departments)
    ]
    Department.objects.bulk_create(answering, batch_size=_AT_ONCE)
    return rows


@action
def take_figures(*, measured: Round, seen: Sequence[Seen], by: User, at: datetime) -> UUID:
    """Values come from figures, in the place of what came from figures before; the key by which it can be undone.

    Raises WrongState, EnteredMeanwhile.
    """
    kept = locked(measured, RoundState.OPEN)
    batch = uuid4()
    _give_way(kept, seen, batch, by, at)
    _made(kept, seen, batch, by, at)
    record("scores.take_figures", kept, by=by, at=at, after={"count": len(seen)})
    return batch


def _give_way(kept: Round, seen: Sequence[Seen], batch: UUID, by: User, at: datetime) -> None:
    places = {one.place for one in seen}
    rows = kept.measurements.filter(withdrawn_at=None, standard__in={standard for standard, _method in places})
    earlier = [row for row in rows if (row.standard, row.method) in places]
    if by_hand := sorted({row.standard for row in earlier if row.supply_id is None}):
        words = _("%(standards)s 已有录入的数据。请刷新页面，看看还要不要从指标取数。")
        raise EnteredMeanwhile(words % {"standards": "、".join(by_hand[:5])})
    keys = [row.pk for row in earlier]
    kept.measurements.filter(pk__in=keys).update(withdrawn_by=by, withdrawn_at=at, gave_way_to=batch)


@action
def withdraw(*, measurement: Measurement, by: User, at: datetime) -> None:
    """The value counts no more; it stays to be seen. Raises WrongState, NothingToUndo."""
    locked(measurement.round, RoundState.OPEN)
    kept = Measurement.objects.select_for_update().get(pk=measurement.pk)
    if kept.withdrawn_at:
        raise NothingToUndo(_("这条数据已经撤回。"))
    kept.withdrawn_by, kept.withdrawn_at = by, at
    kept.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record("scores.withdraw", kept, by=by, at=at, before=state_of(kept, "round", "standard", "value", "grade", "site"))


@action
def undo_bringing(*, measured: Round, batch: UUID, by: User, at: datetime) -> int:
    """All that a table brought is taken back; how many values. Raises WrongState, NothingToUndo."""
    kept = locked(measured, RoundState.OPEN)
    rows = kept.measurements.filter(batch=batch, withdrawn_at=None)
    places = set(rows.values_list("standard", "method"))
    count = rows.update(withdrawn_by=by, withdrawn_at=at)
    if not count:
        raise NothingToUndo(_("没有可以撤销的。"))
    _come_back(kept, batch, places)
    record("scores.undo_bringing", kept, by=by, at=at, before={"count": count})
    return count


def _come_back(kept: Round, batch: UUID, places: set[tuple[str, str]]) -> None:
    """What gave way to these values counts again; not where something later has taken their place."""
    gone = kept.measurements.filter(gave_way_to=batch)
    keys = [row.pk for row in gone if (row.standard, row.method) in places]
    kept.measurements.filter(pk__in=keys).update(withdrawn_by=None, withdrawn_at=None, gave_way_to=None)
