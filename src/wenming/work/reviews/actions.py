"""The office says whether what a unit did in a period is enough; the verdict follows at once."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.powers import powers_of
from wenming.audit.recording import Typed, action, record, state_of
from wenming.plans.reach import binding
from wenming.work.models import Cell, Commitment, Review
from wenming.work.verdicts.refreshing import refresh


class NotBegun(ValueError):
    """The period is still to come."""


class NotReviewed(ValueError):
    """It is no longer in force, it has a number of its own, or its plan is not one that binds the person's area."""


class NoWords(ValueError):
    """What is not enough has to be said."""


@action
def review(*, cell: Cell, is_enough: bool, words: str, by: User, at: datetime) -> Review:
    """The finding for the period of the cell, which replaces an earlier one of it.

    Raises NotReviewed, NotBegun, NoWords.
    """
    _expect_reviewed(cell, by, localdate(at))
    if cell.first > localdate(at):
        raise NotBegun(_("这个周期还没有开始。"))
    if not is_enough and not words.strip():
        raise NoWords(_("请写明哪里不够、怎样才够，单位好照着补。"))
    about = {"commitment": cell.commitment, "unit": cell.unit, "on": _day(cell, localdate(at))}
    made = Review.objects.create(**about, is_enough=is_enough, words=words, made_by=by, made_at=at)
    after = state_of(made, "unit", "commitment", "on", "is_enough") | {"words": Typed(words)}
    record("work.review", made, by=by, at=at, after=after)
    refresh(commitments=[cell.commitment_id], units=None if cell.unit_id is None else [cell.unit_id], at=at)
    return made


def _expect_reviewed(cell: Cell, by: User, today: date) -> None:
    found = Commitment.objects.binding().filter(pk=cell.commitment_id)
    if not found.filter(kind="standing").exists():
        raise NotReviewed(_("这一条现在不用评议：已经不再执行，或者有数量要求，由系统核算。"))
    if not found.filter(binding(powers_of(by, on=today), "measure__version__plan__area")).exists():
        raise NotReviewed(_("这一条所属的方案不适用于您的辖区，由发布方案的文明办评议。"))


def _day(cell: Cell, today: date) -> date:
    """The day it speaks of: today, or the last of a period that is over."""
    return min(today, cell.last)
