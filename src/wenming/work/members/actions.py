"""What is done with a roll: people added, changed, ended, and a list that was brought in undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import action, record, state_of
from wenming.places.models import Unit
from wenming.work.members.listing import Row
from wenming.work.models import Commitment, Member
from wenming.work.verdicts.refreshing import refresh

_TOLD = ("unit", "population", "since", "until")


class AlreadyListed(ValueError):
    """Somebody of that name and office is on the roll."""


class Ends(ValueError):
    """A list would end somebody's time before it begins."""


class NothingToUndo(ValueError):
    """The list was undone, or was brought in on another day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would do: whom it adds, whose days it changes, how many it finds as they are."""

    new: tuple[Row, ...]
    changed: tuple[tuple[Member, Row], ...]
    same: int


def compared(unit: Unit, population: str, rows: Iterable[Row]) -> Plan:
    """The list against the roll; who is not in it stays as they are. One query. Raises Ends."""
    known = {(one.name, one.office): one for one in Member.objects.filter(unit=unit, population=population)}
    new, changed, same = [], [], 0
    for row in dict.fromkeys(rows):
        old = known.get((row.name, row.office))
        if old is None:
            new.append(row)
        elif _days(old, row) != (old.since, old.until):
            changed.append((old, row))
        else:
            same += 1
    return Plan(tuple(new), tuple(changed), same)


def _days(old: Member, row: Row) -> tuple[date | None, date | None]:
    since, until = row.since or old.since, row.until or old.until
    if since and until and until < since:
        raise Ends(_("%(name)s：结束的日子不能早于开始的日子。") % {"name": old.name})
    return since, until


@action
def add_members(*, unit: Unit, population: str, rows: Sequence[Row], by: User, at: datetime) -> tuple[UUID, Plan]:
    """Put a list on the roll; the same list again changes nothing. Raises Ends."""
    _lock(unit)
    plan, batch = compared(unit, population, rows), uuid4()
    about = {"unit": unit, "population": population, "batch": batch, "made_by": by, "made_at": at}
    fields = [{name: getattr(row, name) for name in ("name", "office", "since", "until")} for row in plan.new]
    made = Member.objects.bulk_create([Member(**about, **one) for one in fields], batch_size=500)
    for old, row in plan.changed:
        old.since, old.until = _days(old, row)
        old.save(update_fields=["since", "until"])
    first = next(iter(made), None) or next((old for old, _row in plan.changed), None)
    if first is not None:
        told = {"unit": unit.pk, "population": population, "count": len(made), "changed": len(plan.changed)}
        record("work.add_members", first, by=by, at=at, after=told)
        _refresh(unit, at)
    return batch, plan


@action
def change_member(*, member: Member, population: str, row: Row, by: User, at: datetime) -> Member:
    """Another spelling, office or days; who has left gets their last day. Raises AlreadyListed."""
    _lock(member.unit)
    found = Member.objects.select_for_update().get(pk=member.pk)
    same = Member.objects.filter(unit=found.unit_id, population=population, name=row.name, office=row.office)
    if same.exclude(pk=found.pk).exists():
        raise AlreadyListed(_("名册上已有同名同职务的人，请写上职务或科室区分。"))
    before = state_of(found, *_TOLD)
    found.population = population
    for name in ("name", "office", "since", "until"):
        setattr(found, name, getattr(row, name))
    found.save()
    record("work.change_member", found, by=by, at=at, before=before, after=state_of(found, *_TOLD))
    _refresh(member.unit, at)
    return found


@action
def tell_of_names(*, unit: Unit, population: str, members: Sequence[Member], by: User, at: datetime) -> None:
    """Whoever takes the names of a roll out as a file is told of in the log: of which roll, and how many there were."""
    if members:
        told = {"unit": unit.pk, "population": population, "count": len(members)}
        record("work.export_members", members[0], by=by, at=at, after=told)


@action
def undo_members(*, unit: Unit, batch: UUID, by: User, at: datetime) -> int:
    """Those whom a list brought today leave the roll as if they had never come. How many. Raises NothingToUndo."""
    _lock(unit)
    found = list(Member.objects.filter(unit=unit, batch=batch).order_by("pk"))
    if not found or localdate(found[0].made_at) != localdate(at):
        raise NothingToUndo(_("这份名单已经撤销，或者不是今天加的。要去掉谁，请打开那个人，填上到哪天止。"))
    told = {"unit": unit.pk, "population": found[0].population, "count": len(found)}
    record("work.undo_members", found[0], by=by, at=at, before=told)
    Member.objects.filter(pk__in=[one.pk for one in found]).delete()
    _refresh(unit, at)
    return len(found)


def _lock(unit: Unit) -> None:
    """Nobody else changes this roll until it is done."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def _refresh(unit: Unit, at: datetime) -> None:
    coverages = Commitment.objects.binding().filter(kind="coverage").values_list("pk", flat=True)
    refresh(commitments=list(coverages), units=[unit.pk], at=at)
