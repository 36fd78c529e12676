"""What a unit cannot do goes up: to a group or a seat of the command, whose answer comes back to the unit."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from wenming.accounts.models import User
from wenming.accounts.powers import Powers
from wenming.accounts.rights import Right
from wenming.audit.recording import Typed, action, record, state_of
from wenming.command.models import Group, Seat
from wenming.command.queries import on_day
from wenming.work.models import Objection, ObjectionKind, Outcome, Referral


class AlreadyReferred(ValueError):
    """It is with somebody, who has not answered yet."""


class NotToBeReferred(ValueError):
    """It is refused, taken back, or of another kind."""


class AlreadyAnswered(ValueError):
    """The answer is there."""


@action
def refer(*, objection: Objection, to: Group | Seat, words: str, by: User, at: datetime) -> Referral:
    """Pass what a unit cannot do to a group or a seat; raises AlreadyReferred, NotToBeReferred."""
    found = Objection.objects.select_for_update().get(pk=objection.pk)
    if found.kind != ObjectionKind.CANNOT or found.outcome in {Outcome.REFUSED, Outcome.WITHDRAWN}:
        raise NotToBeReferred(_("只有单位说“办不到”、还没有被驳回或撤回的，才能上报。"))
    if found.referrals.filter(answered_at=None).exists():
        raise AlreadyReferred(_("已经上报，正等答复。"))
    given = {"group": to if isinstance(to, Group) else None, "seat": to if isinstance(to, Seat) else None}
    made = Referral.objects.create(objection=found, to=str(to), words=words, made_by=by, made_at=at, **given)
    record("work.refer_objection", made, by=by, at=at, after=state_of(made, "objection") | {"words": Typed(words)})
    return made


@action
def answer_referral(*, referral: Referral, answer: str, by: User, at: datetime) -> Referral:
    """What the group or leader says; the unit sees it. Raises AlreadyAnswered."""
    found = Referral.objects.select_for_update().get(pk=referral.pk)
    if found.answered_at is not None:
        raise AlreadyAnswered(_("这一条已经有答复了。"))
    if Objection.objects.filter(pk=found.objection_id, outcome__in=_OVER).exists():
        raise AlreadyAnswered(_("单位已经撤回，或者文明办已经不同意，不用再答复。"))
    found.answer, found.answered_by, found.answered_at = answer, by, at
    found.save(update_fields=["answer", "answered_by", "answered_at"])
    record("work.answer_referral", found, by=by, at=at, after={"answer": Typed(answer)})
    return found


_OVER = (Outcome.REFUSED, Outcome.WITHDRAWN)  # nobody waits for an answer any more


def cannot(powers: Powers) -> QuerySet[Objection]:
    """What units cannot do, as far as the person's right reaches: what waits first, then the last decided.

    What was refused or taken back is no longer among it.
    """
    rows = said_cannot(powers).exclude(outcome__in=_OVER)
    rows = rows.select_related("unit", "commitment", "made_by").prefetch_related("referrals__answered_by")
    return rows.order_by("decided_at", "made_at", "pk")


def said_cannot(powers: Powers) -> QuerySet[Objection]:
    """What units ever said that they cannot do, as far as the person's right reaches."""
    seen = powers.scope(Right.WORK_VIEW).within("unit__area", unit_field="unit")
    return Objection.objects.filter(seen, kind=ObjectionKind.CANNOT)


def addressed_to(user: User, referrals: Iterable[Referral], *, on: date) -> list[Referral]:
    """Those of them that were passed to where the person sits; one query, however many there are."""
    held = list(Seat.objects.filter(on_day(on), user=user).values_list("pk", "group"))
    seats, groups = {seat for seat, _group in held}, {group for _seat, group in held}
    return [one for one in referrals if one.seat_id in seats or (one.group_id and one.group_id in groups)]


def places_to_refer(on: date) -> tuple[list[Group], list[Seat]]:
    """The groups of the command on that day, and the seats that a person holds; two queries."""
    groups = list(Group.objects.filter(on_day(on)).order_by("pk"))
    held = Q(user__isnull=False) | ~Q(name="")
    seats = Seat.objects.filter(on_day(on), held, group__in=groups).select_related("group", "user")
    return groups, list(seats.order_by("group", "order", "pk"))
