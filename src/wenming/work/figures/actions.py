"""Entering and correcting figures; the verdicts that rest on them follow at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.audit.recording import Typed, action, record, state_of
from wenming.places.models import Unit
from wenming.work.figures.series import touched_by
from wenming.work.models import Commitment, Figure, FigureVersion
from wenming.work.verdicts.refreshing import refresh

_TOLD = ("unit", "on", "value")


class NotYet(ValueError):
    """The day is still to come."""


class AlreadyKnown(ValueError):
    """There is a value of that day."""


class SameAsBefore(ValueError):
    """The correction says what stands there."""


class Withdrawn(ValueError):
    """The value was withdrawn before."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a figure of a unit (None: of the whole county) on a day, with where it is from."""

    name: str
    unit: Unit | None
    on: date
    value: Decimal
    source: str


@action
def enter_figures(*, values: Sequence[Value], by: User, at: datetime) -> list[Figure]:
    """Enter them all, or none; raises NotYet, AlreadyKnown."""
    _lock(values)
    made = [_enter(one, by, at) for one in values]
    for one in made:
        after = state_of(one, *_TOLD) | {"source": Typed(one.source)}
        record("work.enter_figure", one, by=by, at=at, after=after)
    _refresh(made, at)
    return made


def _enter(one: Value, by: User, at: datetime) -> Figure:
    if one.on > localdate(at):
        raise NotYet(_("%(day)s 还没有到，等有了数据再填。") % {"day": one.on})
    known = Figure.objects.filter(name=one.name, unit=one.unit, on=one.on, is_withdrawn=False).first()
    if known:
        raise AlreadyKnown(
            _("%(day)s 已有数据 %(value)s；如果不对，请点“更正”。") % {"day": one.on, "value": plainly(known.value)}
        )
    about = {"name": one.name, "unit": one.unit, "on": one.on, "value": one.value, "source": one.source}
    return Figure.objects.create(**about, made_by=by, made_at=at)


@action
def correct_figure(*, figure: Figure, value: Decimal, source: str, reason: str, by: User, at: datetime) -> Figure:
    """The value or its source was wrong; what stood there is kept. Raises SameAsBefore, Withdrawn."""
    found = _kept(figure, reason, by, at, changes=(value, source))
    before = state_of(found, "value")
    found.value, found.source = value, source
    found.save(update_fields=["value", "source"])
    after = state_of(found, *_TOLD) | {"source": Typed(source), "reason": Typed(reason)}
    record("work.correct_figure", found, by=by, at=at, before=before, after=after)
    _refresh([found], at)
    return found


@action
def withdraw_figure(*, figure: Figure, reason: str, by: User, at: datetime) -> Figure:
    """It was of another day or of another unit: it stays to be read and counts no more. Raises Withdrawn."""
    found = _kept(figure, reason, by, at)
    found.is_withdrawn = True
    found.save(update_fields=["is_withdrawn"])
    record("work.withdraw_figure", found, by=by, at=at, after=state_of(found, *_TOLD) | {"reason": Typed(reason)})
    _refresh([found], at)
    return found


def _kept(figure: Figure, reason: str, by: User, at: datetime, changes: tuple[Decimal, str] | None = None) -> Figure:
    """The figure, locked, with what it says kept beside it."""
    found = Figure.objects.select_for_update().get(pk=figure.pk)
    if found.is_withdrawn:
        raise Withdrawn(_("这一条已经撤回了。"))
    if changes == (found.value, found.source):
        raise SameAsBefore(_("数值和来源都没有变，不用更正。"))
    FigureVersion.objects.create(
        figure=found, value=found.value, source=found.source, reason=reason, made_by=by, made_at=at
    )
    return found


def plainly(value: Decimal) -> str:
    """The number without zeros at its end.

    >>> plainly(Decimal("95.5000")), plainly(Decimal("100.0000"))
    ('95.5', '100')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _lock(values: Sequence[Value]) -> None:
    """Whoever else enters a figure of the same name waits."""
    touched = touched_by(one.name for one in values)
    list(Commitment.objects.filter(pk__in=touched).order_by("pk").select_for_update().values_list("pk"))


def _refresh(figures: Sequence[Figure], at: datetime) -> None:
    of_all = any(one.unit_id is None for one in figures)
    units = None if of_all else sorted({one.unit_id for one in figures if one.unit_id})
    refresh(commitments=touched_by(one.name for one in figures), units=units, at=at)
